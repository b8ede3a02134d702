"""An account and its tenant as the rules see them: plain facts, no store."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.roles import is_listed_administrator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from emulator.timeline import Timeline
    from sspr.policy import Policy


class Belonging(StrEnum):
    """How an account belongs to the enabled group (A3)."""

    NOT = "not"
    DIRECT = "direct"
    NESTED = "nested"


class Kind(StrEnum):
    """What someone can have for proving who they are."""

    EMAIL = "email"
    MOBILE_PHONE = "mobilePhone"
    ALTERNATE_MOBILE_PHONE = "alternateMobilePhone"
    OFFICE_PHONE = "officePhone"
    AUTHENTICATOR = "authenticator"
    SOFTWARE_OATH = "softwareOath"


@dataclass(frozen=True, slots=True)
class Holding:
    """
    One thing an account has for proving who it is.

    Attributes:
        kind: What it is.
        value: The address, the number as ``+1 5550100``, or the base32 seed of a TOTP.
        registered: False where it merely stands in the directory (B42, S2).
        invited: Whether it is the address that a guest was invited by (A13).
    """

    kind: Kind
    value: str = field(repr=False)
    registered: bool = True
    invited: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """
    One account.

    Attributes:
        enabled: Whether it may sign in at all.
        belonging: How it belongs to the group that SSPR is enabled for.
        roles: The template ids of the directory roles it holds.
        guest_home: For a guest entra, msa, google or email; None for a member (A13, A14).
        on_premises: Whether its password is managed in an on-premises directory (C8).
        holdings: What it has for proving who it is.
        answers: How many security questions it has answered.
    """

    enabled: bool = True
    belonging: Belonging = Belonging.NOT
    roles: frozenset[str] = frozenset()
    guest_home: str | None = None
    on_premises: bool = False
    holdings: tuple[Holding, ...] = ()
    answers: int = 0

    @property
    def is_administrator(self) -> bool:
        """Whether the administrators' policy, not the users', holds for the account (C7)."""
        return is_listed_administrator(self.roles)


@dataclass(frozen=True, slots=True)
class Conditions:
    """
    What the tenant's side of a decision is made from.

    Attributes:
        policy: The password reset policy in force.
        timeline: The behaviours of the day.
        bent: The deviations that are switched on.
        group_exists: Whether the group that the policy names is there.
        licensed: Whether the tenant has bought anything that includes reset (A10).
        writeback_licensed: Whether that includes writeback (A10).
        paid: Whether it is neither free nor on trial, which phone calls need (B5, D4).
        custom_domain: Whether a domain of its own is verified (D7).
        synchronizes: Whether Entra Connect runs (D7).
        trial_days: Days since a trial began, or None where there is none (D7, D8).
        writeback_reachable: Whether the on-premises agent answers (H5).
        methods_policy: What somebody has switched on or off in the Authentication methods policy,
            by its names such as ``SoftwareOath`` (I2).
    """

    policy: Policy
    timeline: Timeline
    bent: Bent = STRAIGHT
    group_exists: bool = True
    licensed: bool = True
    writeback_licensed: bool = True
    paid: bool = True
    custom_domain: bool = True
    synchronizes: bool = False
    trial_days: int | None = None
    writeback_reachable: bool = True
    methods_policy: Mapping[str, bool] = field(default_factory=dict)
