"""The wizard's titles, its review, and leaving it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from tests.emulator.portals.conftest import policy
from tests.emulator.portals.registration.visits import (
    NEW,
    SECRET,
    SECURITY_INFO,
    SETUP,
    inside,
    quiet,
)
from tests.emulator.rules.test_totp import code_of

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import Builder, House


@pytest.mark.parametrize("day", [None, NEW])
def test_directory_data_stands_in_the_fields(build: Builder, day: dt.date | None) -> None:
    """Members whom the directory knows are told not to lose access, and find their data (B40)."""
    two = {"allowed": ["email", "mobilePhone"], "required_to_reset": 2}
    house = build(quiet(methods=two), day=day)
    user = house.user(other_mails=["ada@elsewhere.example"], mobile_phone="+49 1605550123")
    walker = inside(house, user)
    assert "Don&#39;t lose access to your account!" in walker.html
    assert 'value="1605550123"' in walker.html
    assert '<option value="DE" selected>' in walker.html
    walker.press("next")
    code = re.search(r"\b\d{6}\b", house.drawer.texts[-1][1])
    assert code
    walker.press("next", code=code[0])
    if day == NEW:
        walker.press("done")
    assert 'value="ada@elsewhere.example"' in walker.html


@pytest.mark.parametrize(
    ("enabled", "known"), [("all", {"mobile_phone": "+1 2025550123"}), ("selected", {})]
)
def test_others_only_keep_their_account_secure(
    build: Builder, enabled: str, known: dict[str, str]
) -> None:
    """No group, or nothing known: the title is the ordinary one (B40)."""
    house = build(quiet(enablement={"enabled": enabled}))
    walker = inside(house, house.user(**known))
    assert "Keep your account secure" in walker.html


def test_confirmation_is_asked_after_its_days(tutorial: House) -> None:
    """On the 180th day sign-in asks whether all is still right; *Looks good* ends it (B27, B31)."""
    user = tutorial.user()
    tutorial.method(user, "email", "ada@elsewhere.example")
    tutorial.method(user, "officePhone", "+1 2025550123")
    tutorial.method(user, "softwareOath", SECRET)
    clock = tutorial.emulator.tenant.clock
    tutorial.change(user, security_info_confirmed_at=clock.now(), security_info_gates=2)
    clock.advance(dt.timedelta(days=180, seconds=-60))
    walker = tutorial.walker().go("https://myaccount.microsoft.com/").sign_in(user)
    assert "KmsiInterrupt" in walker.html
    clock.advance(dt.timedelta(seconds=60))
    walker = tutorial.walker().go("https://myaccount.microsoft.com/").sign_in(user)
    assert "ConvergedProofUpRedirect" in walker.html
    walker.send(next(f for f in walker.forms() if f.action == "/common/proofup"))
    assert "ConvergedTFA" in walker.html
    walker.press(otc=code_of(SECRET, int(clock.now().timestamp()) // 30))
    assert "ada@elsewhere.example" in walker.html
    walker.press("looks good")
    assert "KmsiInterrupt" in walker.html
    assert tutorial.rows(user)[-1][:2] == ("User reviewed security info", "success")
    clock.advance(dt.timedelta(days=1))
    again = tutorial.walker().go("https://myaccount.microsoft.com/").sign_in(user)
    assert "KmsiInterrupt" in again.html


def test_skipping_is_logged_as_a_failure(tutorial: House) -> None:
    """Who leaves the wizard is in the log, and is asked again next time (B20, J5)."""
    user = tutorial.user()
    walker = tutorial.walker().go(SETUP).sign_in(user)
    walker.send(next(f for f in walker.forms() if f.action == "/common/proofup"))
    walker.press("skip")
    assert "KmsiInterrupt" in walker.html
    assert [row[:2] for row in tutorial.rows(user)][-2:] == [
        ("User canceled security info registration", "success"),
        ("User registered all required security info", "failure"),
    ]
    again = tutorial.walker().go(SETUP).sign_in(user)
    assert "ConvergedProofUpRedirect" in again.html


def test_an_administrator_barred_from_reset_is_told_so(build: Builder) -> None:
    """In scope as a user, switched off as an administrator: asked, and told no (B24)."""
    house = build(policy(enablement={"enabled": "all", "administrators": False}))
    with house.emulator.tenant.store.begin() as session:
        admin = session.query(type(house.user())).filter_by(mail_nickname="admin").one()
    walker = house.walker().go("https://myaccount.microsoft.com/")
    walker.sign_in(admin, house.emulator.administrator.password)
    assert "ConvergedProofUpRedirect" in walker.html
    walker.send(next(f for f in walker.forms() if f.action == "/common/proofup"))
    assert "has not enabled you to use this feature" in walker.html
    walker.press("leave")
    assert "KmsiInterrupt" in walker.html


def test_the_language_asked_for_reaches_the_wizard(build: Builder) -> None:
    """``lng`` is remembered through the sign-in (B41)."""
    house = build(quiet(methods={"allowed": ["securityQuestions"]}))
    walker = house.walker().go(f"{SECURITY_INFO}?setup=sspr&lng=ja").sign_in(house.user())
    walker.press(LoginOptions="3")
    assert "最初のペットの名前は何ですか?" in walker.html
    assert '<html lang="ja-JP">' in walker.html


def test_a_stale_form_changes_nothing(build: Builder) -> None:
    """A form of a step that is over shows the step that stands."""
    house = build(quiet(methods={"allowed": ["email"]}))
    walker = inside(house, house.user())
    old = walker.form("next")
    walker.press("next", email="ada@elsewhere.example")
    walker.send(old, email="eve@elsewhere.example", do="next")
    assert "ada@elsewhere.example" in walker.html
    assert len(house.drawer.mails) == 1
