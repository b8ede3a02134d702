"""Changing a known password at My Sign-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.emulator.portals.conftest import PASSWORD
from tests.emulator.portals.registration.visits import SECRET, SECURITY_INFO, inside, quiet

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import Builder


def test_a_password_is_changed_by_who_knows_it(build: Builder) -> None:
    """My Sign-ins changes it, refuses the last one, and logs both (C40, E4, J2, J10)."""
    house = build(quiet())
    user = house.user()
    walker = inside(house, user, f"{SECURITY_INFO}/password/change")
    bad = {"old": PASSWORD, "new": PASSWORD, "confirm": PASSWORD}
    assert "used before" in walker.press(**bad).html
    weak = {"old": PASSWORD, "new": "Contoso-2024", "confirm": "Contoso-2024"}
    walker.press(**weak)
    wrong = {"old": "wrong", "new": "Better-Tiger-42", "confirm": "Better-Tiger-42"}
    assert "current password is incorrect" in walker.press(**wrong).html
    good = wrong | {"old": PASSWORD}
    assert "has been changed" in walker.press(**good).html
    rows = house.rows(user)
    assert rows[-1][:2] == ("Change password (self-service)", "success")
    assert ("Change password (self-service)", "failure") in [row[:2] for row in rows]
    assert len({flow for _, _, flow in rows}) == 1
    fresh = house.walker().go("https://myaccount.microsoft.com/")
    assert "KmsiInterrupt" in fresh.sign_in(user, "Better-Tiger-42").html


def test_who_showed_a_second_factor_need_not_give_the_old_password(build: Builder) -> None:
    """With password and second factor the old password is not asked again (C40)."""
    house = build(quiet())
    user = house.user()
    house.method(user, "softwareOath", SECRET)
    walker = inside(house, user, f"{SECURITY_INFO}/password/change")
    assert 'name="old"' not in walker.html
    walker.press(new="Better-Tiger-42", confirm="Better-Tiger-42")
    assert "has been changed" in walker.html


def test_a_password_kept_on_premises_is_not_changed_here(build: Builder) -> None:
    """Without writeback a hybrid user's password stays as it is (H16)."""
    house = build(quiet())
    user = house.user(on_premises_sync_enabled=True)
    walker = inside(house, user, f"{SECURITY_INFO}/password/change")
    walker.press(old=PASSWORD, new="Better-Tiger-42", confirm="Better-Tiger-42")
    assert "not managed here" in walker.html
