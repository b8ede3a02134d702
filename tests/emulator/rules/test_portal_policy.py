"""The policy as the admin center's API writes it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.rules.portal_access import ADMINISTRATORS, BLADES, ON_PREMISES, may_save, visible
from emulator.rules.portal_policy import NotSaved, from_portal, to_portal
from emulator.rules.role_templates import TEMPLATE_IDS
from sspr.policy import Method, Policy

POLICY = Policy.model_validate({"enablement": {"enabled": "all"}})
DECIDING = (
    "enablementType",
    "numberOfAuthenticationMethodsRequired",
    "mobileAppNotificationEnabled",
    "mobileAppCodeEnabled",
    "emailOptionEnabled",
    "mobilePhoneOptionEnabled",
    "officePhoneOptionEnabled",
    "securityQuestionsOptionEnabled",
    "numberOfQuestionsToRegister",
    "numberOfQuestionsToReset",
    "registrationRequiredOnSignIn",
    "registrationReconfirmIntevalInDays",
    "customizeHelpdeskLink",
    "notifyUsersOnPasswordReset",
    "notifyOnAdminPasswordReset",
)
PILOT = "7c1d1c5e-3a0e-4a3e-9d43-2f6f3a1d0001"


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Any policy that the portal would save; the app never without two other methods."""
    enabled = draw(st.sampled_from(["none", "selected", "all"]))
    others = [Method.EMAIL, Method.MOBILE_PHONE]
    rest = draw(st.sets(st.sampled_from(sorted(set(Method) - set(others)))))
    register = draw(st.integers(3, 5))
    return Policy.model_validate(
        {
            "enablement": {
                "enabled": enabled,
                "group": "Pilot" if enabled == "selected" else None,
                "administrators": draw(st.booleans()),
            },
            "methods": {
                "required_to_reset": draw(st.sampled_from([1, 2])),
                "allowed": [m for m in Method if m in rest or m in others],
                "questions_to_register": register,
                "questions_to_reset": draw(st.integers(3, register)),
                "migration_state": draw(
                    st.sampled_from(["preMigration", "migrationInProgress", "migrationComplete"])
                ),
            },
            "registration": {
                "required_at_sign_in": draw(st.booleans()),
                "reconfirm_after_days": draw(st.integers(0, 730)),
            },
            "notifications": {"users": draw(st.booleans()), "all_admins": draw(st.booleans())},
            "customization": {
                "helpdesk": draw(st.sampled_from([None, "https://help.example/", "a@b.example"]))
            },
            "writeback": {"enabled": draw(st.booleans())},
        }
    )


@given(policies())
def test_writing_back_what_was_read_changes_nothing(policy: Policy) -> None:
    """The object says everything that the portal can set, and nothing else is touched."""
    said = json.loads(json.dumps(to_portal(policy, PILOT)))
    assert from_portal(policy, said, policy.enablement.group) == policy


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"enablementType": 3}, "enablementType"),
        ({"enablementType": "2"}, "enablementType"),
        ({"enablementType": True}, "enablementType"),
        ({"enablementType": 1}, "Select a group"),
        ({"numberOfAuthenticationMethodsRequired": 3}, "required_to_reset"),
        ({"registrationReconfirmIntevalInDays": 731}, "reconfirm_after_days"),
        ({"registrationReconfirmIntevalInDays": -1}, "reconfirm_after_days"),
        ({"registrationRequiredOnSignIn": "yes"}, "required_at_sign_in"),
        ({"numberOfQuestionsToRegister": 6}, "questions_to_register"),
        ({"numberOfQuestionsToRegister": 3, "numberOfQuestionsToReset": 4}, "questions"),
        ({"customizeHelpdeskLink": True, "customHelpdeskEmailOrUrl": "call us"}, "helpdesk"),
        ({"emailOptionEnabled": False, "mobilePhoneOptionEnabled": False}, "methods"),
        ({"emailOptionEnabled": "no"}, "emailOptionEnabled"),
    ],
)
def test_what_the_portal_refuses(change: dict[str, Any], words: str) -> None:
    """A value out of range and a combination the portal does not save are named."""
    with pytest.raises(NotSaved, match=words):
        from_portal(POLICY, to_portal(POLICY, None) | change, None)


@pytest.mark.parametrize("name", DECIDING)
def test_a_missing_value_is_named(name: str) -> None:
    """The whole object goes back; what decides something may not be left out of it."""
    said = to_portal(POLICY, None)
    said.pop(name)
    with pytest.raises(NotSaved, match=name):
        from_portal(POLICY, said, None)


@pytest.mark.parametrize("name", sorted(to_portal(POLICY, None).keys() - set(DECIDING)))
def test_what_decides_nothing_may_be_missing(name: str) -> None:
    """The rest of the object may be left out, and the policy stays."""
    said = to_portal(POLICY, None)
    said.pop(name)
    assert from_portal(POLICY, said, None) == POLICY


@pytest.mark.parametrize(("required", "others"), [(1, 0), (2, 0), (2, 1)])
def test_the_app_does_not_stand_alone(required: int, others: int) -> None:
    """Before the migration the app needs as many other methods as are required (B14)."""
    said = to_portal(POLICY, None) | {
        "numberOfAuthenticationMethodsRequired": required,
        "mobileAppNotificationEnabled": True,
        "mobileAppCodeEnabled": True,
        "emailOptionEnabled": others > 0,
        "mobilePhoneOptionEnabled": False,
    }
    with pytest.raises(NotSaved, match="authenticator app"):
        from_portal(POLICY, said, None)


def _roles(*names: str) -> frozenset[str]:
    return frozenset(TEMPLATE_IDS[name] for name in names)


@pytest.mark.parametrize(
    ("role", "saves", "saves_on_premises"),
    [
        ("Global Administrator", True, True),
        ("Authentication Policy Administrator", True, False),
        ("Hybrid Identity Administrator", False, True),
        ("Global Reader", False, False),
        ("Helpdesk Administrator", False, False),
    ],
)
def test_who_may_save(role: str, *, saves: bool, saves_on_premises: bool) -> None:
    """Each page asks for the documented role (A8); the administrators' page is only read."""
    roles = _roles(role)
    assert may_save(roles, "Properties") is saves
    assert may_save(roles, ON_PREMISES) is saves_on_premises
    assert not may_save(roles, ADMINISTRATORS)


def test_what_is_visible() -> None:
    """No license, no pages (A9); no Entra Connect, no on-premises page (H15)."""
    admin = _roles("Global Administrator")
    assert visible(admin, licensed=True, synchronizes=True) == BLADES
    assert ON_PREMISES not in visible(admin, licensed=True, synchronizes=False)
    assert visible(admin, licensed=False, synchronizes=True) == {}
    assert visible(_roles("Helpdesk Administrator"), licensed=True, synchronizes=True) == {}


def test_the_undocumented_values_are_carried() -> None:
    """Two values for skipping stand in the object, as in Microsoft's samples (B26)."""
    policy = Policy.model_validate({"enablement": {"enabled": "all"}})
    said = to_portal(policy, None)
    assert (said["skipRegistrationAllowed"], said["skipRegistrationMaxAllowedDays"]) == (True, 7)
