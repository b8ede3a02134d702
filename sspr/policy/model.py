"""What a policy can say, and which combinations Entra's own portal accepts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Method(StrEnum):
    """A method of the SSPR policy, by the name that Entra's policy object uses (B1)."""

    APP_NOTIFICATION = "mobileAppNotification"
    APP_CODE = "mobileAppCode"
    EMAIL = "email"
    MOBILE_PHONE = "mobilePhone"
    OFFICE_PHONE = "officePhone"
    SECURITY_QUESTIONS = "securityQuestions"


APP_METHODS = frozenset({Method.APP_NOTIFICATION, Method.APP_CODE})


class MigrationState(StrEnum):
    """How far the tenant has moved to the Authentication methods policy (I1)."""

    PRE_MIGRATION = "preMigration"
    IN_PROGRESS = "migrationInProgress"
    COMPLETE = "migrationComplete"


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TenantTraits(_Section):
    """The organisation's name and, for the emulator, the day whose behaviour holds."""

    organization: Annotated[str, Field(min_length=1, max_length=64)] = "Contoso"
    service_date: dt.date | None = None


class Enablement(_Section):
    """Who may use SSPR: nobody, one group (nested groups count), or everyone (A1 to A4)."""

    enabled: Literal["none", "selected", "all"]
    group: str | None = None
    administrators: bool = True

    @model_validator(mode="after")
    def _selected_names_its_group(self) -> Self:
        if self.enabled == "selected" and not self.group:
            raise ValueError('enabled = "selected" needs the key group with the name of one group')
        return self


class Methods(_Section):
    """How many steps a reset takes and which methods may serve (B1 to B14, B51)."""

    required_to_reset: Literal[1, 2] = 1
    allowed: tuple[Method, ...] = (Method.EMAIL, Method.MOBILE_PHONE)
    questions_to_register: Annotated[int, Field(ge=3, le=5)] = 5
    questions_to_reset: Annotated[int, Field(ge=3, le=5)] = 3
    migration_state: MigrationState = MigrationState.PRE_MIGRATION

    @model_validator(mode="after")
    def _is_what_the_portal_would_save(self) -> Self:
        if not self.allowed:
            raise ValueError("allowed needs at least one method")
        if len(set(self.allowed)) != len(self.allowed):
            raise ValueError("allowed names a method twice")
        if self.questions_to_reset > self.questions_to_register:
            raise ValueError("questions_to_reset is larger than questions_to_register")
        self._authenticator_does_not_stand_alone()
        return self

    def _authenticator_does_not_stand_alone(self) -> None:
        """B14: unmigrated, the app needs one other method for one step and two for two."""
        allowed = frozenset(self.allowed)
        unmigrated = self.migration_state is MigrationState.PRE_MIGRATION
        others = len(allowed - APP_METHODS)
        if unmigrated and allowed & APP_METHODS and others < self.required_to_reset:
            raise ValueError(
                f"allowed needs {self.required_to_reset} more than the authenticator app "
                f"when required_to_reset = {self.required_to_reset} (the portal refuses less)"
            )


class Registration(_Section):
    """Whether sign-in asks for registration, and after how many days it asks again (B18, B27)."""

    required_at_sign_in: bool = True
    reconfirm_after_days: Annotated[int, Field(ge=0, le=730)] = 180


class Notifications(_Section):
    """Who is told by mail after a reset (F1, F5)."""

    users: bool = True
    all_admins: bool = False


class Customization(_Section):
    """Where *Contact your administrator* leads: an address, a URL, or nowhere special (G1)."""

    helpdesk: Annotated[str, Field(pattern=r"^(https?://\S+|[^@\s]+@[^@\s]+\.[^@\s]+)$")] | None = (
        None
    )


class Writeback(_Section):
    """Whether resets go back to an on-premises directory, and unlock without reset (H, C29)."""

    enabled: bool = False
    unlock_without_reset: bool = False


class Policy(_Section):
    """What a tenant is declared to do; the shape of ``policy.toml``."""

    tenant: TenantTraits = TenantTraits()
    enablement: Enablement
    methods: Methods = Methods()
    registration: Registration = Registration()
    notifications: Notifications = Notifications()
    customization: Customization = Customization()
    writeback: Writeback = Writeback()
