"""The tutorial's registration, in both generations of the wizard."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pyotp
import pytest

if TYPE_CHECKING:
    from emulator.store import User
    from tests.emulator.portals.conftest import Builder, House, Walker

OLD, NEW = dt.date(2024, 2, 16), dt.date(2026, 11, 22)


def app_code(house: House, walker: Walker) -> str:
    """The code of the app that takes the secret on the page."""
    secret = re.search(r'class="ms-pii"[^>]*>([a-z2-7]{16})<', walker.html)
    assert secret
    # Zeros at the end of an HMAC key change nothing, and pyotp wants longer keys than Microsoft's.
    padded = secret[1].upper() + "A" * 8
    return pyotp.TOTP(padded).at(house.emulator.tenant.clock.now())


def register_app(house: House, walker: Walker) -> None:
    """From *get the app* through the code."""
    walker.press("other app").press("next")
    code = app_code(house, walker)
    walker.press("next").press("next", code=code)


def register_email(house: House, walker: Walker) -> None:
    """From the phone that is asked for, through another method, to the mailed code."""
    walker.press("another")
    if 'data-testid="authmethod-picker-email"' in walker.html:
        walker.press("email")
    else:
        walker.press("next", kind="email")
    walker.press("next", email="ada@elsewhere.example")
    walker.press("next", code=house.last_code())


def led_to_the_wizard(house: House, user: User) -> Walker:
    """Signed in at the short link and led through *More information required*."""
    walker = house.walker().go("https://aka.ms/ssprsetup").sign_in(user)
    assert '<meta name="PageID" content="ConvergedProofUpRedirect">' in walker.html
    form = next(form for form in walker.forms() if form.action == "/common/proofup")
    return walker.send(form)


@pytest.mark.parametrize("day", [OLD, NEW])
def test_whoever_registers_app_and_email_ends_at_looks_good(build: Builder, day: dt.date) -> None:
    """Sign-in leads to the wizard, it takes two methods, and *Looks good* closes the rest."""
    house = build(day=day)
    user = house.user()
    walker = led_to_the_wizard(house, user)
    assert walker.at == "mysignins.microsoft.com/register"

    register_app(house, walker)
    if day == NEW:
        assert "Authenticator app added" in walker.html
        walker.press("done")
    register_email(house, walker)
    if day == OLD:
        assert "Success!" in walker.html
    walker.press("done")
    assert '<meta name="PageID" content="KmsiInterrupt">' in walker.html
    walker.press(LoginOptions="3")
    assert "Looks good" in walker.html
    walker.press("looks good")
    assert walker.at == "mysignins.microsoft.com/security-info"
    assert "ada@elsewhere.example" in walker.html


@pytest.mark.parametrize("day", [OLD, NEW])
def test_the_log_tells_of_each_method_under_one_id(build: Builder, day: dt.date) -> None:
    """Each method is a row, then that all is registered; one correlation id joins them."""
    house = build(day=day)
    user = house.user()
    walker = led_to_the_wizard(house, user)
    register_app(house, walker)
    if day == NEW:
        walker.press("done")
    register_email(house, walker)
    walker.press("done")
    rows = house.rows(user)
    assert [activity for activity, _, _ in rows] == [
        "User started security info registration",
        "User registered security info",
        "User registered security info",
        "User registered all required security info",
        "User registered for self-service password reset",
    ]
    assert {result for _, result, _ in rows} == {"success"}
    assert len({flow for _, _, flow in rows}) == 1


def test_a_code_works_for_five_minutes_only(tutorial: House) -> None:
    """After five minutes the mailed code is refused and a new one serves (C17)."""
    walker = led_to_the_wizard(tutorial, tutorial.user())
    walker.press("another").press("next", kind="email")
    walker.press("next", email="ada@elsewhere.example")
    code = tutorial.last_code()
    tutorial.emulator.tenant.clock.advance(dt.timedelta(minutes=5))
    walker.press("next", code=code)
    assert "has expired" in walker.html
    walker.press("resend")
    walker.press("next", code=tutorial.last_code())
    assert "has expired" not in walker.html


def test_whoever_is_not_enabled_is_told_so(tutorial: House) -> None:
    """Outside the group nothing interrupts sign-in and nothing can be registered (K11, B22)."""
    walker = tutorial.walker().go("https://aka.ms/ssprsetup").sign_in(tutorial.user(inside=False))
    assert "KmsiInterrupt" in walker.html
    walker.press(LoginOptions="3")
    assert "Your administrator has not enabled you to use this feature." in walker.html


def test_every_page_of_the_registration_names_the_helpdesk(tutorial: House) -> None:
    """The custom link stands on the wizard's pages and on the one that turns people away (G2)."""
    link = 'href="https://support.contoso.com/"'
    walker = led_to_the_wizard(tutorial, tutorial.user())
    assert link in walker.html
    assert link in walker.press("other app").html
    assert link in walker.press("next").html
    assert link in walker.press("next").html
