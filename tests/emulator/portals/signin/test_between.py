"""What comes between a right password and the site."""

from __future__ import annotations

import base64
import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from emulator.actions import phone
from emulator.store import AuditEvent, PhonePrompt, User
from tests.emulator.portals.conftest import PASSWORD, policy
from tests.emulator.rules.test_totp import code_of

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import Builder, House, Walker

ACCOUNT = "https://myaccount.microsoft.com/"
SECURITY_INFO = "https://mysignins.microsoft.com/security-info"
SECRET = "JBSWY3DPEHPK3PXP"
NEW = dt.date(2026, 11, 22)


def page_id(walker: Walker) -> str:
    """The page's own name."""
    found = re.search(r'<meta name="PageID" content="(\w+)">', walker.html)
    return found[1] if found else ""


def app_code(house: House) -> str:
    """What an app with the seed shows now."""
    now = house.emulator.tenant.clock.now()
    return code_of(SECRET, int(now.timestamp()) // 30)


def form_to(walker: Walker, action: str) -> object:
    """The form that goes to ``action``."""
    return next(form for form in walker.forms() if form.action == action)


def with_app(house: House, kind: str = "softwareOath", **values: object) -> User:
    """A user outside the group who has an app."""
    user = house.user(inside=False, **values)
    house.method(user, kind, SECRET)
    return user


def test_the_seed_of_the_tests_is_one() -> None:
    """Base32 of ten bytes, as Microsoft's are."""
    assert len(base64.b32decode(SECRET)) == 10


def test_security_info_asks_for_the_second_factor(tutorial: House) -> None:
    """Who has an app gives its code before security info opens (B33)."""
    walker = tutorial.walker().go(SECURITY_INFO).sign_in(with_app(tutorial))
    assert page_id(walker) == "ConvergedTFA"
    assert 'id="idTxtBx_SAOTCC_OTC"' in walker.html
    walker.press(otc=app_code(tutorial))
    assert page_id(walker) == "KmsiInterrupt"


def test_a_code_that_registered_or_signed_in_signs_in_no_more(tutorial: House) -> None:
    """In one window the app's code serves once; in the next its successor does."""
    user = with_app(tutorial)
    code = app_code(tutorial)
    first = tutorial.walker().go(SECURITY_INFO).sign_in(user).press(otc=code)
    assert page_id(first) == "KmsiInterrupt"
    second = tutorial.walker().go(SECURITY_INFO).sign_in(user).press(otc=code)
    assert 'id="idSpan_SAOTCC_Error_OTC"' in second.html
    tutorial.emulator.tenant.clock.advance(dt.timedelta(seconds=60))
    assert page_id(second.press(otc=app_code(tutorial))) == "KmsiInterrupt"


def test_three_wrong_codes_lead_back_to_the_list(tutorial: House) -> None:
    """After three tries the factors are offered anew, with what happened."""
    walker = tutorial.walker().go(SECURITY_INFO).sign_in(with_app(tutorial))
    for _ in range(3):
        walker.press(otc="000000" if app_code(tutorial) != "000000" else "111111")
    assert 'id="idDiv_SAOTCS_Proofs"' in walker.html
    assert "having trouble verifying your account" in walker.html


def test_every_factor_is_listed_by_its_name(tutorial: House) -> None:
    """App and phone offer push, code, text and call; email offers nothing (B4)."""
    user = with_app(tutorial, "authenticator")
    tutorial.method(user, "mobilePhone", "+1 2025550127")
    tutorial.method(user, "email", "ada@elsewhere.example")
    walker = tutorial.walker().go(SECURITY_INFO).sign_in(user)
    walker.send(form_to(walker, "/common/SAS/BeginAuth"))
    offered = re.findall(r'data-value="(\w+)"', walker.html)
    assert offered == ["PhoneAppNotification", "PhoneAppOTP", "OneWaySMS", "TwoWayVoiceMobile"]
    assert "Text +XX XXXXXXXX27" in walker.html


def test_a_texted_code_signs_in_for_five_minutes(tutorial: House) -> None:
    """The text arrives, its code serves, and after five minutes it does not."""
    user = tutorial.user(inside=False)
    tutorial.method(user, "mobilePhone", "+1 2025550127")
    walker = tutorial.walker().go(SECURITY_INFO).sign_in(user)
    number, body = tutorial.drawer.texts[-1]
    assert number == "+1 2025550127"
    code = re.search(r"\b\d{6}\b", body)
    assert code
    tutorial.emulator.tenant.clock.advance(dt.timedelta(minutes=5))
    assert 'id="idSpan_SAOTCC_Error_OTC"' in walker.press(otc=code[0]).html
    walker = tutorial.walker().go(SECURITY_INFO).sign_in(user)
    fresh = re.search(r"\b\d{6}\b", tutorial.drawer.texts[-1][1])
    assert fresh
    assert page_id(walker.press(otc=fresh[0])) == "KmsiInterrupt"


@pytest.mark.parametrize(
    ("answer", "page"), [("right", "KmsiInterrupt"), ("wrong", "ConvergedTFA")]
)
def test_a_push_wants_the_number_of_the_page(tutorial: House, answer: str, page: str) -> None:
    """The number on the page, typed into the app, signs in; another does not (C15)."""
    user = with_app(tutorial, "authenticator")
    walker = tutorial.walker().go(SECURITY_INFO).sign_in(user)
    shown = re.search(r'id="idRichContext_DisplaySign"[^>]*>(\d+)<', walker.html)
    assert shown
    with tutorial.emulator.tenant.store.begin() as session:
        prompt = session.query(PhonePrompt).one()
        phone.approve(prompt, number=int(shown[1]) + (answer == "wrong"))
    form = form_to(walker, "/common/SAS/ProcessAuth")
    assert page_id(walker.send(form)) == page


def test_the_page_that_waits_learns_of_the_answer(tutorial: House) -> None:
    """EndAuth says pending, and success once the app has approved."""
    user = with_app(tutorial, "authenticator")
    walker = tutorial.walker().go(SECURITY_INFO).sign_in(user)
    fields = walker.form().fields

    def ask() -> dict[str, object]:
        return walker.post(
            "https://login.microsoftonline.com/common/SAS/EndAuth",
            json={"FlowToken": fields["flowToken"]},
            headers={"canary": fields["canary"]},
        ).json()

    assert ask() == {"Success": False, "ResultValue": "AuthenticationPending"}
    with tutorial.emulator.tenant.store.begin() as session:
        prompt = session.query(PhonePrompt).one()
        phone.approve(prompt, number=prompt.shown)
    assert ask() == {"Success": True, "ResultValue": "Success"}


def test_a_first_password_must_be_changed(tutorial: House) -> None:
    """*Update your password* takes the old and a good new one, and says why a bad one is bad."""
    user = tutorial.user(inside=False, must_change_password=True)
    walker = tutorial.walker().go(ACCOUNT).sign_in(user)
    assert page_id(walker) == "ConvergedChangePassword"
    fields = {"currentpasswd": PASSWORD, "newpasswd": "short", "confirmnewpasswd": "short"}
    assert "at least 8 characters" in walker.press(**fields).html
    fields |= {"newpasswd": PASSWORD, "confirmnewpasswd": PASSWORD}
    assert "used before" in walker.press(**fields).html
    fields |= {"newpasswd": "Better-Tiger-42", "confirmnewpasswd": "Better-Tiger-43"}
    assert "match" in walker.press(**fields).html
    fields |= {"confirmnewpasswd": "Better-Tiger-42", "currentpasswd": "wrong"}
    assert "current password is incorrect" in walker.press(**fields).html
    fields |= {"currentpasswd": PASSWORD}
    assert page_id(walker.press(**fields)) == "KmsiInterrupt"
    again = tutorial.walker().go(ACCOUNT).sign_in(user, "Better-Tiger-42")
    assert page_id(again) == "KmsiInterrupt"


def test_the_interrupt_comes_once_a_session_and_again_in_the_next(tutorial: House) -> None:
    """Skipped it stays away while the browser's session lasts (B20, B21)."""
    user = tutorial.user()
    walker = tutorial.walker().go(ACCOUNT).sign_in(user)
    assert page_id(walker) == "ConvergedProofUpRedirect"
    assert 'id="skipMfaRegistrationLink"' in walker.html
    walker.send(form_to(walker, "/common/skip")).press(LoginOptions="3")
    assert walker.at == "myaccount.microsoft.com/"
    walker.go(SECURITY_INFO)
    assert walker.at == "mysignins.microsoft.com/security-info"
    fresh = tutorial.walker().go(ACCOUNT).sign_in(user)
    assert page_id(fresh) == "ConvergedProofUpRedirect"


@pytest.mark.parametrize(
    "rules",
    [
        policy(registration={"required_at_sign_in": False}),
        policy(enablement={"enabled": "none"}),
    ],
)
def test_no_interrupt_where_none_is_wanted(build: Builder, rules: object) -> None:
    """Not required, or nobody enabled: sign-in goes on (B19, B22)."""
    house = build(rules)
    assert page_id(house.walker().go(ACCOUNT).sign_in(house.user())) == "KmsiInterrupt"


def test_the_deviation_lets_the_interrupt_repeat(build: Builder) -> None:
    """Only bent it comes a second time in one session."""
    house = build(bent=("interrupt-repeats",))
    walker = house.walker().go(ACCOUNT).sign_in(house.user())
    walker.send(form_to(walker, "/common/skip")).press(LoginOptions="3")
    assert page_id(walker.go(SECURITY_INFO)) == "ConvergedProofUpRedirect"


def test_staying_signed_in_outlives_the_window(tutorial: House) -> None:
    """*Yes* keeps the session for weeks, *No* for a day."""
    for option, page in (("1", ""), ("3", "ConvergedSignIn")):
        user = tutorial.user(inside=False)
        walker = tutorial.walker().go(ACCOUNT).sign_in(user)
        walker.press(LoginOptions=option)
        tutorial.emulator.tenant.clock.advance(dt.timedelta(days=2))
        assert page_id(walker.go(ACCOUNT)) == page


def test_a_reset_password_ends_the_session(tutorial: House) -> None:
    """Whoever's password changes elsewhere signs in again."""
    user = tutorial.user(inside=False)
    walker = tutorial.walker().go(ACCOUNT).sign_in(user).press(LoginOptions="1")
    tutorial.change(user, password_changed_at=tutorial.emulator.tenant.clock.now())
    assert page_id(walker.go(SECURITY_INFO)) == "ConvergedSignIn"


def test_remembered_accounts_can_be_picked(tutorial: House) -> None:
    """After signing out the account is offered, beside another one."""
    user = tutorial.user(inside=False)
    walker = tutorial.walker().go(ACCOUNT).sign_in(user).press(LoginOptions="3")
    walker.go("https://login.microsoftonline.com/common/oauth2/v2.0/logout")
    assert f'data-test-id="{user.user_principal_name}"' in walker.html
    assert 'id="otherTile"' in walker.html
    other = walker.press("")
    assert '"view": "username"' in other.html


def test_registering_needs_the_second_factor_one_has(tutorial: House) -> None:
    """Who has an app already and must register more shows the app first (B33)."""
    user = tutorial.user()
    tutorial.method(user, "softwareOath", SECRET)
    walker = tutorial.walker().go(ACCOUNT).sign_in(user)
    assert page_id(walker) == "ConvergedProofUpRedirect"
    walker.send(form_to(walker, "/common/proofup"))
    assert page_id(walker) == "ConvergedTFA"
    walker.press(otc=app_code(tutorial))
    assert walker.at == "mysignins.microsoft.com/register"


def test_security_defaults_want_a_second_factor_of_everyone(build: Builder) -> None:
    """Everyone is led to the app, may put it off for fourteen days, and then may not (B34, B35)."""
    house = build(policy(enablement={"enabled": "none"}))
    house.emulator.tenant.organization.security_defaults = True
    user = house.user()
    walker = house.walker().go(ACCOUNT).sign_in(user)
    assert 'id="skipMfaRegistrationLink"' in walker.html
    house.emulator.tenant.clock.advance(dt.timedelta(days=14))
    walker = house.walker().go(ACCOUNT).sign_in(user)
    assert 'id="skipMfaRegistrationLink"' not in walker.html
    walker.send(form_to(walker, "/common/proofup"))
    assert "Start by getting the app" in walker.html
    house.method(user, "softwareOath", SECRET)
    walker = house.walker().go(ACCOUNT).sign_in(user)
    assert page_id(walker) == "ConvergedTFA"


def test_the_passkey_nudge_is_off_unless_switched_on(build: Builder) -> None:
    """Switched on it comes after a second factor from September 2026, and can be put off."""
    house = build(day=NEW)
    user = with_app(house)
    walker = house.walker().go(SECURITY_INFO).sign_in(user).press(otc=app_code(house))
    assert page_id(walker) == "KmsiInterrupt"
    house.emulator.tenant.organization.passkey_nudge = True
    house.emulator.tenant.clock.advance(dt.timedelta(minutes=1))
    walker = house.walker().go(SECURITY_INFO).sign_in(user).press(otc=app_code(house))
    assert "passkey" in walker.html
    assert page_id(walker.press()) == "KmsiInterrupt"


def test_nothing_is_logged_for_a_mere_sign_in(tutorial: House) -> None:
    """The directory audit log knows of no sign-ins."""
    tutorial.walker().go(ACCOUNT).sign_in(tutorial.user(inside=False))
    with tutorial.emulator.tenant.store.begin() as session:
        assert session.query(AuditEvent).count() == 0


@pytest.mark.parametrize(
    ("day", "heading"),
    [(None, "More information required"), (NEW, "Let&#39;s keep your account secure")],
)
def test_the_interrupts_heading_changed(build: Builder, day: dt.date | None, heading: str) -> None:
    """The older pages ask for more information, the newer keep the account secure."""
    house = build(day=day)
    assert heading in house.walker().go(ACCOUNT).sign_in(house.user()).html
