"""Account names and passwords, right and wrong."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from emulator.store import User

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import Builder, House, Walker

ACCOUNT = "https://myaccount.microsoft.com/"


def arrive(walker: Walker) -> None:
    """Past *Stay signed in?*."""
    if "KmsiInterrupt" in walker.html:
        walker.press(LoginOptions="3")


def code_on(walker: Walker) -> str:
    """The error code that the page's script knows."""
    found = re.search(r'"sErrorCode": "(\d*)"', walker.html)
    assert found
    return found[1]


def test_the_right_password_leads_to_the_site(tutorial: House) -> None:
    """Name, password, *Stay signed in?*, and there."""
    user = tutorial.user(inside=False)
    walker = tutorial.walker().go(ACCOUNT)
    assert '<meta name="PageID" content="ConvergedSignIn">' in walker.html
    walker.sign_in(user)
    assert '<meta name="PageID" content="KmsiInterrupt">' in walker.html
    arrive(walker)
    assert walker.at == "myaccount.microsoft.com/"
    assert user.user_principal_name in walker.html


def test_a_wrong_password_is_told_with_its_code(tutorial: House) -> None:
    """50126, and the page offers to reset it."""
    walker = tutorial.walker().go(ACCOUNT).sign_in(tutorial.user(), "wrong")
    assert code_on(walker) == "50126"
    assert '"wrong": true' in walker.html


@pytest.mark.parametrize("name", ["nobody@contoso.com", "", "\u0000", "'; drop table users"])
def test_an_unknown_name_is_told_before_the_password(tutorial: House, name: str) -> None:
    """The page asks whether the account exists; what exists not is told."""
    walker = tutorial.walker().go(ACCOUNT)
    form = walker.form()
    answer = walker.post(
        "https://login.microsoftonline.com/common/GetCredentialType",
        json={"username": name, "flowToken": form.fields["ctx"]},
        headers={"canary": form.fields["canary"]},
    )
    assert answer.json()["IfExistsResult"] == 1
    walker.send(form, login=name, passwd="x")
    assert '"view": "username"' in walker.html


def test_a_disabled_account_is_told_to_its_owner_only(tutorial: House) -> None:
    """50057 for the right password, 50126 for a wrong one."""
    user = tutorial.user(account_enabled=False)
    assert code_on(tutorial.walker().go(ACCOUNT).sign_in(user, "wrong")) == "50126"
    assert code_on(tutorial.walker().go(ACCOUNT).sign_in(user)) == "50057"


def test_the_name_does_not_mind_upper_case(tutorial: House) -> None:
    """User principal names are the same in any case."""
    user = tutorial.user(inside=False)
    shouted = User(user_principal_name=user.user_principal_name.upper())
    walker = tutorial.walker().go(ACCOUNT).sign_in(shouted)
    assert "KmsiInterrupt" in walker.html


def test_ten_wrong_passwords_lock_and_time_unlocks(tutorial: House) -> None:
    """The tenth is answered by 50053, then the right one too, until a minute has passed."""
    user = tutorial.user(inside=False)
    walker = tutorial.walker()
    for number in range(9):
        assert code_on(walker.go(ACCOUNT).sign_in(user, f"guess {number}")) == "50126"
    assert code_on(walker.go(ACCOUNT).sign_in(user, "guess 9")) == "50053"
    assert "temporarily locked to prevent unauthorized use" in walker.html
    assert code_on(walker.go(ACCOUNT).sign_in(user)) == "50053"
    tutorial.emulator.tenant.clock.advance(dt.timedelta(seconds=60))
    assert "KmsiInterrupt" in walker.go(ACCOUNT).sign_in(user).html


def test_the_tenant_sets_its_own_limits(tutorial: House) -> None:
    """A government tenant locks after three (E19, E22)."""
    tutorial.emulator.tenant.organization.protection.lockout_threshold = 3
    user = tutorial.user()
    walker = tutorial.walker()
    codes = [code_on(walker.go(ACCOUNT).sign_in(user, f"guess {n}")) for n in range(3)]
    assert codes == ["50126", "50126", "50053"]


def test_familiar_places_have_a_counter_of_their_own(tutorial: House) -> None:
    """Strangers lock themselves out, not the owner's browser (E21)."""
    user = tutorial.user(inside=False)
    home = tutorial.walker().go(ACCOUNT).sign_in(user)
    arrive(home)
    stranger = tutorial.walker()
    for number in range(10):
        stranger.go(ACCOUNT).sign_in(user, f"guess {number}")
    assert code_on(stranger) == "50053"
    home.go("https://login.microsoftonline.com/common/oauth2/v2.0/logout")
    assert "ConvergedSignIn" in home.html
    home.press(user.user_principal_name)
    home.send(home.form(), login=user.user_principal_name, passwd="Correct-Horse-7")
    assert "sErrorCode" not in home.html or code_on(home) == ""


def test_forgot_my_password_leads_to_the_reset_and_back(tutorial: House) -> None:
    """The link names this sign-in as the place to return to; the script adds the user name."""
    walker = tutorial.walker().go(ACCOUNT)
    link = re.search(r'id="idA_PWD_ForgotPassword" role="link" href="([^"]+)"', walker.html)
    assert link
    assert link[1].startswith("https://passwordreset.microsoftonline.com/?ru=https%3A%2F%2Flogin")
    assert "mkt=en-US" in link[1]
    assert '"sResetPasswordPrefillParam": "username"' in walker.html
    ctx = walker.form().fields["ctx"]
    walker.go(f"https://login.microsoftonline.com/common/reprocess?ctx={ctx}")
    assert walker.form().fields["ctx"] == ctx


def test_branding_can_hide_links_and_say_things(tutorial: House) -> None:
    """A tenant's own text stands there and its flags hide the links (pages.md 1.1)."""
    branding = tutorial.emulator.tenant.organization.branding
    branding.banner_text, branding.sign_in_text = "Contoso works", "Mind the gap"
    branding.hide_forgot = branding.hide_cant_access = True
    page = tutorial.walker().go(ACCOUNT).html
    assert "Contoso works" in page
    assert "Mind the gap" in page
    assert 'id="idA_PWD_ForgotPassword"' not in page
    assert 'id="cantAccessAccount"' not in page


@pytest.mark.parametrize("query", ["?mkt=de-DE", "?lng=de", ""])
def test_the_language_is_asked_for_or_the_browsers(tutorial: House, query: str) -> None:
    """``mkt``, ``lng``, else the browser decides; an asked-for one is remembered (B41, C3)."""
    walker = tutorial.walker()
    headers = {} if query else {"Accept-Language": "de-AT,de;q=0.9"}
    walker.go(f"https://login.microsoftonline.com/{query}", **headers)
    if query:
        site = f"https://mysignins.microsoft.com/security-info{query}"
        walker.go(site)
        assert "Kennwort eingeben" in walker.html
        walker.go(ACCOUNT)
    assert "Kennwort eingeben" in walker.html


def test_one_browsers_sign_in_is_no_others(tutorial: House) -> None:
    """A sign-in begun in one browser cannot be finished in another."""
    form = tutorial.walker().go(ACCOUNT).form()
    thief = tutorial.walker().go(ACCOUNT)
    thief.send(form, login=tutorial.user().user_principal_name, passwd="Correct-Horse-7")
    assert thief.page.status_code == 400
    assert "ConvergedError" in thief.html


def test_a_forged_form_is_refused(tutorial: House) -> None:
    """Without the page's anti-forgery value nothing happens."""
    user = tutorial.user()
    walker = tutorial.walker().go(ACCOUNT)
    walker.send(walker.form(), canary="made up", login=user.user_principal_name, passwd="x")
    assert walker.page.status_code == 400
    assert "exceptionMessageContainer" in walker.html


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("client_id=unknown", "AADSTS700016"),
        (
            "client_id=8c59ead7-d703-4a27-9e55-c96a0054c8d2&redirect_uri=https://evil.example/",
            "AADSTS50011",
        ),
        (
            "client_id=8c59ead7-d703-4a27-9e55-c96a0054c8d2&response_type=token",
            "AADSTS900561",
        ),
    ],
)
def test_strange_requests_end_on_the_error_page(tutorial: House, query: str, code: str) -> None:
    """Unknown sites, foreign addresses and other ways of signing in are refused by code."""
    walker = tutorial.walker()
    walker.go(f"https://login.microsoftonline.com/common/oauth2/v2.0/authorize?{query}")
    assert '<meta name="PageID" content="ConvergedError">' in walker.html
    assert code in walker.html


def test_a_sign_in_expires(tutorial: House) -> None:
    """After an hour the form is of no use."""
    user = tutorial.user()
    walker = tutorial.walker().go(ACCOUNT)
    tutorial.emulator.tenant.clock.advance(dt.timedelta(hours=1))
    walker.send(walker.form(), login=user.user_principal_name, passwd="Correct-Horse-7")
    assert "ConvergedError" in walker.html


def test_a_code_serves_once(tutorial: House) -> None:
    """The address that a finished sign-in leads to opens nothing when it is opened again."""
    walker = tutorial.walker().go(ACCOUNT).sign_in(tutorial.user(inside=False))
    arrive(walker)
    used = str(walker.page.history[-1].request.url)
    assert "code=" in used
    assert walker.go(used).page.status_code == 400


def test_no_two_houses_know_each_other(build: Builder) -> None:
    """What one tenant's browser holds opens nothing in another tenant."""
    one, other = build(), build()
    form = one.walker().go(ACCOUNT).form()
    assert other.walker().go(ACCOUNT).send(form, login="x", passwd="y").page.status_code == 400
