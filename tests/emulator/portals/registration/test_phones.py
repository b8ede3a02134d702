"""Registering telephones by texts and calls."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from tests.emulator.portals.registration.visits import NEW, SECURITY_INFO, answer, inside, quiet

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import Builder


def test_a_phone_is_registered_by_a_texted_code(build: Builder) -> None:
    """The number is kept as Graph writes it, once the texted code came back (B45)."""
    house = build(quiet(methods={"allowed": ["mobilePhone"]}))
    user = house.user()
    walker = inside(house, user)
    walker.press("next", country="GB", number="(020) 7946-0000", how="text")
    number, body = house.drawer.texts[-1]
    assert number == "+44 02079460000"
    walker.press("next", code="000000" if "000000" not in body else "111111")
    assert "wrong or has expired" in walker.html
    code = re.search(r"\b\d{6}\b", body)
    assert code
    assert "Looks good" in walker.press("next", code=code[0]).html
    assert house.registered(user) == {"mobilePhone": "+44 02079460000"}


@pytest.mark.parametrize(("key", "kept"), [("#", True), ("1", False)])
def test_a_phone_is_registered_by_a_call_and_the_hash_key(
    build: Builder,
    key: str,
    kept: bool,  # noqa: FBT001 - a table
) -> None:
    """Only # confirms (C16)."""
    house = build(quiet(methods={"allowed": ["mobilePhone"]}))
    user = house.user()
    walker = inside(house, user).press("next", country="US", number="2025550123", how="call")
    assert "calling +1 2025550123" in walker.html
    answer(house, key=key)
    walker.send(walker.form())
    assert bool(house.registered(user)) is kept


@pytest.mark.parametrize("number", ["", "12", "not a number", "1" * 20, "٢٠٢٥٥٥٠١٢٣"])
def test_a_bad_number_is_refused(build: Builder, number: str) -> None:
    """Too short, too long, or no ASCII digits."""
    house = build(quiet(methods={"allowed": ["mobilePhone"]}))
    walker = inside(house, house.user()).press("next", country="US", number=number)
    assert "Enter a valid phone number." in walker.html
    assert not house.drawer.texts


@pytest.mark.parametrize(
    ("day", "offered"),
    [
        (dt.date(2027, 1, 31), True),
        (dt.date(2027, 2, 1), False),
    ],
)
def test_phones_are_registered_until_microsoft_stops_calling(
    build: Builder,
    day: dt.date,
    offered: bool,  # noqa: FBT001 - a table
) -> None:
    """From February 2027 users register no phone any more (S7)."""
    house = build(quiet(methods={"allowed": ["email", "mobilePhone"]}), day=day)
    walker = inside(house, house.user(), SECURITY_INFO)
    assert ('value="mobilePhone"' in walker.html) is offered


def test_an_alternate_phone_is_called_and_is_no_gate(build: Builder) -> None:
    """It is added in manage mode, by a call, beside a first phone (B17, B39)."""
    house = build(quiet(methods={"allowed": ["mobilePhone"]}), day=NEW)
    user = house.user()
    house.method(user, "mobilePhone", "+1 2025550123")
    walker = house.walker().go(SECURITY_INFO).sign_in(user)
    code = re.search(r"\b\d{6}\b", house.drawer.texts[-1][1])
    assert code
    walker.press(otc=code[0]).press(LoginOptions="3")
    walker.press("alternateMobilePhone")
    assert 'value="text"' not in walker.html
    walker.press("next", country="US", number="2025550124")
    answer(house, key="#")
    walker.send(walker.form()).press("done")
    assert house.registered(user)["alternateMobilePhone"] == "+1 2025550124"
