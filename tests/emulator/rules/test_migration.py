"""Whose word counts while a tenant moves to the Authentication methods policy."""

from __future__ import annotations

import pytest

from emulator.rules.methods import usable
from emulator.rules.migration import permitted, switched
from emulator.rules.options import Option
from sspr.policy import Method
from tests.emulator.rules.worlds import (
    APP,
    EMAIL,
    OFFICE,
    PHONE,
    conditions,
    member,
)


@pytest.mark.parametrize(
    ("state", "switched", "options"),
    [
        ("preMigration", {"Email": False}, {Option.EMAIL, Option.CODE}),
        ("migrationInProgress", {"Email": False}, {Option.EMAIL, Option.PUSH, Option.CODE}),
        ("migrationComplete", {"Email": False}, {Option.PUSH, Option.CODE}),
        ("migrationInProgress", {"Voice": True}, {Option.EMAIL, Option.CALL}),
        (
            "migrationComplete",
            {"Voice": True, "Voice.isOfficePhoneAllowed": True},
            {Option.EMAIL, Option.CALL, Option.OFFICE_CALL},
        ),
        ("migrationComplete", {"MicrosoftAuthenticator": True}, {Option.EMAIL, Option.PUSH}),
        ("migrationComplete", {"SoftwareOath": True}, {Option.EMAIL, Option.CODE}),
        ("migrationComplete", {"Sms": True}, {Option.EMAIL, Option.SMS}),
    ],
)
def test_migration_decides_whose_word_counts(
    state: str, switched: dict[str, bool], options: set[Option]
) -> None:
    """Before, in and after migration the two policies count as documented."""
    legacy = ["email", "mobileAppCode", "mobileAppNotification"]
    if "Email" not in switched:
        legacy = ["email"]
    methods = {"required_to_reset": 1, "allowed": legacy, "migration_state": state}
    world = conditions(methods=methods, facts={"methods_policy": switched})
    assert set(usable(member(EMAIL, APP, PHONE, OFFICE), world, 1)) == options


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ({"state": "enabled"}, False),
        ({"state": "enabled", "isSoftwareOathEnabled": True}, True),
        ({"state": "disabled", "isSoftwareOathEnabled": True}, False),
        ({"isSoftwareOathEnabled": True}, False),
    ],
)
def test_microsofts_app_gives_codes_where_its_entry_says_so(
    entry: dict[str, object], *, codes: bool
) -> None:
    """Its own switch counts only while the entry is on (I6)."""
    found = switched({"MicrosoftAuthenticator": entry}, (Method.EMAIL,))
    assert found["MicrosoftAuthenticator.isSoftwareOathEnabled"] is codes


def test_questions_stay_with_the_reset_policy() -> None:
    """Security questions follow the reset policy even when migration is complete."""
    methods = {
        "allowed": ["email", "securityQuestions"],
        "migration_state": "migrationComplete",
    }
    assert Option.QUESTIONS in usable(member(EMAIL, answers=5), conditions(methods=methods), 2)


@pytest.mark.parametrize(
    ("name", "allowed", "asked"),
    [
        (None, True, True),
        (None, False, False),
        ("questions-lost-by-migration", True, False),
        ("questions-unending-when-migrated", False, True),
    ],
)
def test_the_reset_policy_decides_about_questions_when_migrated(
    name: str | None, *, allowed: bool, asked: bool
) -> None:
    """The Authentication methods policy has no word in it (I2, I10)."""
    methods = {
        "required_to_reset": 1,
        "allowed": ["email", *(["securityQuestions"] if allowed else [])],
        "migration_state": "migrationComplete",
    }
    world = conditions(*([name] if name else []), methods=methods)
    assert (Option.QUESTIONS in permitted(world)) is asked
