"""Registering an address and an authenticator app."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.emulator.portals.conftest import policy
from tests.emulator.portals.registration.visits import NEW, SECRET, answer, inside, quiet

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import Builder


@pytest.mark.parametrize("address", ["", "ada", "ada@", "a b@c.example", "ada@x", "<a@b.example>"])
def test_a_bad_address_is_refused(build: Builder, address: str) -> None:
    """What is no address gets no mail."""
    house = build(quiet(methods={"allowed": ["email"]}))
    walker = inside(house, house.user()).press("next", email=address)
    assert "Enter a valid email address." in walker.html
    assert not house.drawer.mails


def test_a_mailed_code_stops_after_five_wrong_tries(build: Builder) -> None:
    """Guessing ends: after five wrong codes the right one is refused too."""
    house = build(quiet(methods={"allowed": ["email"]}))
    walker = inside(house, house.user()).press("next", email="ada@elsewhere.example")
    code = house.last_code()
    for _ in range(5):
        walker.press("next", code="000000" if code != "000000" else "111111")
    assert "wrong or has expired" in walker.press("next", code=code).html


def test_only_ten_codes_are_sent(build: Builder) -> None:
    """The eleventh code is refused, as the reset refuses it (C22)."""
    house = build(quiet(methods={"allowed": ["email"]}), day=NEW)
    walker = inside(house, house.user()).press("next", email="ada@elsewhere.example")
    for _ in range(12):
        walker.press("resend")
    assert len(house.drawer.mails) == 10
    assert 'data-testid="message-bar-error"' in walker.html
    assert "too many times" in walker.html


def test_the_code_mail_says_who_it_is_for(build: Builder) -> None:
    """Subject, sender and code are those of Microsoft's mail (F9, B50)."""
    house = build(quiet(methods={"allowed": ["email"]}))
    inside(house, house.user()).press("next", email="ada@elsewhere.example")
    mail = house.drawer.mails[-1]
    assert mail.subject == "Contoso account email verification code"
    assert mail.sender_name == "Microsoft on behalf of Contoso"
    assert mail.to == "ada@elsewhere.example"
    assert re.search(r"code is: \d{6}\b", mail.text)


def test_the_app_is_registered_by_approving_its_number(build: Builder) -> None:
    """Microsoft's own app proves itself by a push with the number of the page (C15)."""
    house = build(policy(registration={"required_at_sign_in": False}))
    user = house.user()
    walker = inside(house, user)
    walker.press("next").press("next")
    assert "Code:" in walker.html
    walker.press("next")
    assert "try it out" in walker.html
    answer(house, number=0)
    assert "not approved" in walker.send(walker.form()).html
    walker.press("next")
    answer(house)
    walker.send(walker.form())
    assert set(house.registered(user)) == {"authenticator"}


def test_one_step_unmigrated_has_no_push(build: Builder) -> None:
    """With one method required the app registers by its code alone (B13)."""
    house = build(quiet(methods={"allowed": ["mobileAppNotification", "mobileAppCode", "email"]}))
    walker = inside(house, house.user())
    walker.press("next").press("next")
    assert "Secret key:" in walker.html


def test_mfasetup_registers_the_app_first(build: Builder) -> None:
    """aka.ms/mfasetup leads those without a second factor to the app, others to manage (B15)."""
    house = build(quiet())
    user = house.user()
    walker = inside(house, user, "https://aka.ms/mfasetup")
    assert "Start by getting the app" in walker.html
    house.method(user, "softwareOath", SECRET)
    walker = inside(house, user, "https://aka.ms/mfasetup")
    assert walker.at == "mysignins.microsoft.com/security-info"
