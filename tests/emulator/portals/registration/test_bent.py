"""Deviations of sign-in and registration, seen on the pages and in the log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.emulator.portals.conftest import PASSWORD, policy
from tests.emulator.portals.registration.visits import (
    NEW,
    SECRET,
    SECURITY_INFO,
    SETUP,
    answer,
    inside,
    quiet,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from emulator.store import User
    from tests.emulator.portals.conftest import Builder, House, Walker

ACCOUNT = "https://myaccount.microsoft.com/"
EMAIL = {"allowed": ["email"]}
PHONE = {"allowed": ["mobilePhone"]}


def administrator(house: House) -> User:
    """The tenant's first administrator."""
    with house.emulator.tenant.store.begin() as session:
        return session.query(type(house.user())).filter_by(mail_nickname="admin").one()


def at_row(walker: Walker, action: str) -> Walker:
    """Press the first button of the row that goes to ``action``."""
    form = next(form for form in walker.forms() if form.action.endswith(action))
    buttons = dict(form.buttons)
    return walker.send(form, **buttons)


def _any_code(house: House) -> bool:
    user = house.user()
    walker = inside(house, user).press("next", email="ada@elsewhere.example")
    wrong = "000000" if house.last_code() != "000000" else "111111"
    walker.press("next", code=wrong)
    return bool(house.registered(user))


def _not_told(house: House) -> bool:
    return "has not enabled you" not in inside(house, house.user(inside=False)).html


def _refused_unasked(house: House) -> bool:
    return "has not enabled you" in inside(house, house.user()).html


def _deleted_serves(house: House) -> bool:
    user = house.user()
    house.method(user, "email", "ada@elsewhere.example")
    at_row(inside(house, user, SECURITY_INFO), "/delete")
    return bool(house.registered(user))


def _opens_without_factor(house: House) -> bool:
    user = house.user()
    house.method(user, "softwareOath", SECRET)
    walker = house.walker().go(SECURITY_INFO).sign_in(user)
    return "ConvergedTFA" not in walker.press(LoginOptions="3").html


def _opens_with_stale_factor(house: House) -> bool:
    user = house.user()
    house.method(user, "softwareOath", SECRET)
    walker = inside(house, user, SECURITY_INFO)
    house.emulator.tenant.clock.advance(dt.timedelta(minutes=11))
    return walker.go(SECURITY_INFO).at == "mysignins.microsoft.com/security-info"


def _change_refused(house: House) -> bool:
    walker = inside(house, house.user(inside=False), f"{SECURITY_INFO}/password/change")
    walker.press(old=PASSWORD, new="Better-Tiger-42", confirm="Better-Tiger-42")
    return "has been changed" not in walker.html


def _lock_not_told(house: House) -> bool:
    house.emulator.tenant.organization.protection.lockout_threshold = 1
    walker = house.walker().go(ACCOUNT).sign_in(house.user(), "wrong")
    return "temporarily locked" not in walker.html


def _first_password_kept(house: House) -> bool:
    user = house.user(must_change_password=True)
    walker = house.walker().go(ACCOUNT).sign_in(user)
    return "ConvergedChangePassword" not in walker.html


def _repeats_count(house: House) -> bool:
    house.emulator.tenant.organization.protection.lockout_threshold = 3
    user, walker = house.user(), house.walker()
    for _ in range(3):
        walker.go(ACCOUNT).sign_in(user, "the same")
    return "temporarily locked" in walker.html


def _administrator_answers(house: House) -> bool:
    walker = house.walker().go(SECURITY_INFO)
    walker.sign_in(administrator(house), house.emulator.administrator.password)
    return 'value="securityQuestions"' in walker.press(LoginOptions="3").html


def _barred_registers(house: House) -> bool:
    walker = house.walker().go(SETUP)
    walker.sign_in(administrator(house), house.emulator.administrator.password)
    return "has not enabled you" not in walker.press(LoginOptions="3").html


def _code_serves_twice(house: House) -> bool:
    user = house.user()
    house.method(user, "softwareOath", SECRET)
    inside(house, user, SECURITY_INFO)
    return "mysignins" in inside(house, user, SECURITY_INFO).at


def _kept_before_its_code(house: House) -> bool:
    user = house.user()
    inside(house, user).press("next", email="ada@elsewhere.example")
    return bool(house.registered(user))


def _address_lost(house: House) -> bool:
    return not house.registered(_registers(house))


def _any_app_code(house: House) -> bool:
    user = house.user()
    inside(house, user).press("other app").press("next").press("next").press("next", code="12345")
    return bool(house.registered(user))


def _no_text(house: House) -> bool:
    inside(house, house.user()).press("next", country="US", number="2025550123", how="text")
    return not house.drawer.texts


def _any_key(house: House) -> bool:
    user = house.user()
    walker = inside(house, user).press("next", country="US", number="2025550123", how="call")
    answer(house, key="5")
    walker.send(walker.form())
    return bool(house.registered(user))


def _any_number(house: House) -> bool:
    user = house.user()
    walker = inside(house, user).press("next").press("next").press("next")
    answer(house, number=0)
    walker.send(walker.form())
    return bool(house.registered(user))


def _directory_data_counts(house: House) -> bool:
    user = house.user(other_mails=["ada@elsewhere.example"])
    return "ConvergedProofUpRedirect" not in house.walker().go(ACCOUNT).sign_in(user).html


def _always_english(house: House) -> bool:
    walker = house.walker().go(f"{SECURITY_INFO}?lng=de").sign_in(house.user())
    return '<html lang="en' in walker.press(LoginOptions="3").html


SHOWS: dict[str, tuple[Callable[[House], bool], dict[str, object]]] = {
    "registration-any-code": (_any_code, {"methods": EMAIL}),
    "address-kept-before-its-code": (_kept_before_its_code, {"methods": EMAIL}),
    "address-not-kept": (_address_lost, {"methods": EMAIL}),
    "app-registered-by-any-code": (_any_app_code, {}),
    "registration-text-not-sent": (_no_text, {"methods": PHONE}),
    "registration-call-any-key": (_any_key, {"methods": PHONE}),
    "registration-push-any-number": (_any_number, {"methods": {"required_to_reset": 2}}),
    "directory-data-counts-as-registered": (
        _directory_data_counts,
        {"methods": EMAIL, "registration": {"required_at_sign_in": True}},
    ),
    "security-info-language-ignored": (_always_english, {}),
    "not-enabled-not-told": (_not_told, {}),
    "unasked-registration-refused": (_refused_unasked, {}),
    "deleted-method-serves": (_deleted_serves, {"methods": EMAIL}),
    "security-info-without-mfa": (_opens_without_factor, {}),
    "security-info-with-stale-mfa": (_opens_with_stale_factor, {}),
    "change-for-enabled-only": (_change_refused, {}),
    "lockout-not-told": (_lock_not_told, {}),
    "lockout-counts-repeats": (_repeats_count, {}),
    "first-password-kept": (_first_password_kept, {}),
    "admin-registers-questions": (_administrator_answers, {}),
    "barred-admin-registers": (
        _barred_registers,
        {"enablement": {"enabled": "all", "administrators": False}},
    ),
    "app-code-reusable": (_code_serves_twice, {}),
}


@pytest.mark.parametrize("name", SHOWS)
def test_the_deviation_shows_on_the_pages(build: Builder, name: str) -> None:
    """A straight tenant does not show it, one bent by its name does."""
    shows, sections = SHOWS[name]
    assert not shows(build(quiet(**sections), day=NEW))
    assert shows(build(quiet(**sections), day=NEW, bent=(name,)))


def _cancels(house: House) -> User:
    user = house.user()
    walker = house.walker().go(SETUP).sign_in(user)
    walker.send(next(form for form in walker.forms() if form.action == "/common/proofup"))
    walker.press("skip")
    return user


def _registers(house: House) -> User:
    user = house.user()
    walker = inside(house, user).press("next", email="ada@elsewhere.example")
    walker.press("next", code=house.last_code())
    return user


def _reviews(house: House) -> User:
    user = house.user()
    house.method(user, "email", "ada@elsewhere.example")
    inside(house, user).press("looks good")
    return user


def _deletes(house: House) -> User:
    user = house.user()
    house.method(user, "email", "ada@elsewhere.example")
    at_row(inside(house, user, SECURITY_INFO), "/delete")
    return user


def _chooses_default(house: House) -> User:
    user = house.user()
    house.method(user, "softwareOath", SECRET)
    walker = inside(house, user, SECURITY_INFO)
    form = next(form for form in walker.forms() if form.action.endswith("/default"))
    walker.send(form, factor="PhoneAppOTP")
    return user


def _changes(house: House) -> User:
    user = house.user()
    walker = inside(house, user, f"{SECURITY_INFO}/password/change")
    walker.press(old=PASSWORD, new="Better-Tiger-42", confirm="Better-Tiger-42")
    return user


ROWS: dict[str, tuple[Callable[[House], User], str]] = {
    "registration-row-missing": (_registers, "User registered security info"),
    "change-row-missing": (_changes, "Change password (self-service)"),
    "cancellation-row-missing": (_cancels, "User canceled security info registration"),
    "deletion-row-missing": (_deletes, "User deleted security info"),
    "default-row-missing": (_chooses_default, "User changed default security info"),
    "review-row-missing": (_reviews, "User reviewed security info"),
}


@pytest.mark.parametrize("name", ROWS)
def test_the_row_is_there_unless_it_is_left_out(build: Builder, name: str) -> None:
    """Each deviation leaves out its own row and no other."""
    act, activity = ROWS[name]
    asks = {"required_at_sign_in": name == "cancellation-row-missing"}
    rules = quiet(methods=EMAIL, registration=asks)
    straight, bent = build(rules), build(rules, bent=(name,))
    told = [row for row, _, _ in straight.rows(act(straight))]
    kept = [row for row, _, _ in bent.rows(act(bent))]
    assert activity in told
    assert kept == [row for row in told if row != activity]


def test_a_policy_without_interrupt_still_registers(build: Builder) -> None:
    """Unasked registration ends with *Looks good* (B19)."""
    house = build(policy(registration={"required_at_sign_in": False}))
    assert "Start by getting the app" in inside(house, house.user()).html
