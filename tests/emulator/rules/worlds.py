"""Accounts and conditions for the tests of rules: by hand, and drawn."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from emulator.deviations import STRAIGHT, Bent
from emulator.rules.account import Account, Belonging, Conditions, Holding, Kind
from emulator.rules.role_templates import TEMPLATE_IDS
from emulator.rules.roles import (
    AUTHENTICATION_POLICY_ADMINISTRATOR,
    GLOBAL_ADMINISTRATOR,
    HELPDESK_ADMINISTRATOR,
)
from emulator.timeline import Timeline
from sspr.policy import Method, MigrationState, Policy

TUTORIAL_DAY = dt.date(2024, 2, 16)
UNLISTED = TEMPLATE_IDS["Global Reader"]
EMAIL = Holding(Kind.EMAIL, "ada.alt@mail.test")
PHONE = Holding(Kind.MOBILE_PHONE, "+1 4255550107")
OFFICE = Holding(Kind.OFFICE_PHONE, "+1 4255550100")
APP = Holding(Kind.AUTHENTICATOR, "SEED")
UNREGISTERED = Holding(Kind.EMAIL, "ada.alt@mail.test", registered=False)
ADMIN = frozenset({GLOBAL_ADMINISTRATOR})
AFTER_REGISTERED_ONLY = dt.date(2026, 10, 5)
NONE = {"enablement": {"enabled": "none"}}
ALL = {"enablement": {"enabled": "all"}}
ONE = {"methods": {"required_to_reset": 1}}
HYBRID = {"writeback": {"enabled": True, "unlock_without_reset": True}}


def policy(**changes: dict[str, Any]) -> Policy:
    """The tutorial's policy with some values changed, section by section."""
    data: dict[str, dict[str, Any]] = {
        "enablement": {"enabled": "selected", "group": "SSPR-Test-Group"},
        "methods": {
            "required_to_reset": 2,
            "allowed": ["mobileAppNotification", "mobileAppCode", "email", "mobilePhone"],
        },
    }
    for section, values in changes.items():
        data[section] = data.get(section, {}) | values
    return Policy.model_validate(data)


def conditions(
    *names: str, day: dt.date = TUTORIAL_DAY, facts: dict[str, Any] | None = None, **changes: Any
) -> Conditions:
    """The tutorial's conditions; ``names`` are deviations, ``facts`` the tenant's."""
    return Conditions(policy(**changes), Timeline(day), Bent.of(*names), **(facts or {}))


def member(*holdings: Holding, **more: Any) -> Account:
    """A member of the enabled group who has ``holdings``."""
    return Account(belonging=Belonging.DIRECT, holdings=holdings, **more)


READY = member(EMAIL, APP)

ENTRIES = ["Email", "Sms", "Voice", "SoftwareOath", "MicrosoftAuthenticator"]
DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2028, 1, 1))


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Any policy that the portal would save."""
    required = draw(st.integers(1, 2))
    others = [Method.EMAIL, Method.MOBILE_PHONE, Method.OFFICE_PHONE, Method.SECURITY_QUESTIONS]
    allowed = draw(st.sets(st.sampled_from(others), min_size=required))
    allowed |= draw(st.sets(st.sampled_from([Method.APP_CODE, Method.APP_NOTIFICATION])))
    return policy(
        enablement={
            "enabled": draw(st.sampled_from(["none", "selected", "all"])),
            "administrators": draw(st.booleans()),
        },
        methods={
            "required_to_reset": required,
            "allowed": sorted(allowed),
            "migration_state": draw(st.sampled_from(MigrationState)),
        },
        writeback={"enabled": draw(st.booleans()), "unlock_without_reset": draw(st.booleans())},
    )


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """Any account."""
    roles = [
        GLOBAL_ADMINISTRATOR,
        HELPDESK_ADMINISTRATOR,
        AUTHENTICATION_POLICY_ADMINISTRATOR,
        UNLISTED,
    ]
    kinds = draw(st.lists(st.sampled_from(Kind), max_size=5))
    return Account(
        enabled=draw(st.booleans()) or draw(st.booleans()),
        belonging=draw(st.sampled_from(Belonging)),
        roles=frozenset(draw(st.sets(st.sampled_from(roles), max_size=2))),
        guest_home=draw(st.sampled_from([None, None, None, "email", "msa", "entra", "google"])),
        on_premises=draw(st.booleans()),
        holdings=tuple(Holding(kind, "value", draw(st.booleans())) for kind in kinds),
        answers=draw(st.integers(0, 5)),
    )


@st.composite
def worlds(draw: st.DrawFn, bent: Bent = STRAIGHT) -> Conditions:
    """Any tenant on any day."""
    return Conditions(
        draw(policies()),
        Timeline(draw(DAYS)),
        bent,
        group_exists=draw(st.booleans()) or draw(st.booleans()),
        licensed=draw(st.booleans()) or draw(st.booleans()),
        writeback_licensed=draw(st.booleans()),
        paid=draw(st.booleans()),
        custom_domain=draw(st.booleans()),
        synchronizes=draw(st.booleans()),
        trial_days=draw(st.none() | st.integers(0, 60)),
        writeback_reachable=draw(st.booleans()),
        methods_policy=draw(
            st.dictionaries(
                st.sampled_from(["Email", "Sms", "Voice", "SoftwareOath"]), st.booleans()
            )
        ),
    )
