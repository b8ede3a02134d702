"""Whatever a browser sends to sign-in and registration, no page breaks."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulator.actions.registration.wizard import Step
from emulator.portals import account, registration, shortlinks, signin
from emulator.rules.registration import Kind
from tests.emulator.portals.conftest import PASSWORD, policy

if TYPE_CHECKING:
    from starlette.routing import Route

    from tests.emulator.portals.conftest import Builder, Walker

SITES = {
    "aka.ms": shortlinks,
    "login.microsoftonline.com": signin,
    "mysignins.microsoft.com": registration,
    "myaccount.microsoft.com": account,
}
FIELDS = [
    *("login", "loginfmt", "passwd", "ctx", "flowToken", "canary", "LoginOptions", "otc"),
    *("AuthMethodId", "currentpasswd", "newpasswd", "confirmnewpasswd", "do", "step", "kind"),
    *("email", "country", "number", "how", "code", "method", "factor", "old", "new", "confirm"),
    *(f"{what}{number}" for what in ("question", "answer") for number in range(5)),
]
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
sensible = st.sampled_from(
    [
        *("next", "back", "another", "skip", "done", "looks good", "change", "other app"),
        *("resend", "cancel", "leave", "", "1", "3", "US", "2025550123", "text", "call"),
        *("ada@elsewhere.example", "123456", PASSWORD, "PhoneAppOTP", "OneWaySMS", "questions"),
        *Kind,
        *Step,
    ]
).map(str)
forms = st.dictionaries(st.sampled_from(FIELDS) | anything, sensible | anything, max_size=6)
FUZZ = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@cache
def routes(method: str) -> list[str]:
    """Every address that takes ``method``."""
    found: list[str] = []
    for host, package in SITES.items():
        of_site: list[Route] = [route for route in package.routes() if method in route.methods]
        found += [f"https://{host}{r.path}".replace("{tenant}", "common") for r in of_site]
    return found


def intact(walker: Walker) -> None:
    """No server error, and the strip stands on every page."""
    assert walker.page.status_code < 500
    if walker.page.headers["content-type"].startswith("text/html"):
        assert "This is an emulator, not Microsoft." in walker.html


@pytest.mark.parametrize("url", routes("POST"))
def test_no_form_breaks_what_takes_it(build: Builder, url: str) -> None:
    """Random fields, sent by strangers and by people in the middle of a sign-in."""
    house = build()
    walker = house.walker()

    @FUZZ
    @given(forms, st.booleans())
    def send(fields: dict[str, str], begun: bool) -> None:  # noqa: FBT001 - drawn
        known = walker.go("https://myaccount.microsoft.com/").form().fields if begun else {}
        fields = known | fields if begun else fields
        walker.page = walker.post(url, data=fields)
        intact(walker)

    send()


@pytest.mark.parametrize("url", routes("GET"))
def test_no_query_breaks_a_page(build: Builder, url: str) -> None:
    """Random queries, whether the names mean something or not."""
    house = build()
    walker = house.walker()
    names = st.sampled_from(
        [
            *("ctx", "code", "state", "setup", "mkt", "lng", "client_id", "redirect_uri"),
            *("login_hint", "prompt", "max_age", "amr_values", "response_type"),
        ]
    )

    @FUZZ
    @given(st.dictionaries(names | anything, anything, max_size=5))
    def ask(query: dict[str, str]) -> None:
        walker.ask(url, query)
        intact(walker)

    ask()


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{", b"\xff\xfe", b"[" * 5000, b"1e999"])
@pytest.mark.parametrize("path", ["GetCredentialType", "SAS/EndAuth"])
def test_scripts_may_send_rubbish(build: Builder, path: str, body: bytes) -> None:
    """What is no JSON object of a sign-in under way is refused."""
    walker = build().walker()
    answer = walker.post(f"https://login.microsoftonline.com/common/{path}", content=body)
    assert answer.status_code == 400


moves = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), forms), max_size=15)


@pytest.mark.parametrize("day", [dt.date(2024, 2, 16), dt.date(2026, 11, 22)])
def test_a_random_walk_through_the_wizard_stays_on_its_feet(build: Builder, day: dt.date) -> None:
    """Any form of any page with any values: every page still stands afterwards."""
    methods = {"allowed": ["email", "mobilePhone", "officePhone", "securityQuestions"]}
    house = build(policy(methods=methods, registration={"required_at_sign_in": False}), day=day)

    @FUZZ
    @given(moves)
    def walk(steps: list[tuple[int, int, dict[str, str]]]) -> None:
        user = house.user(business_phones=["+1 2025550100"])
        walker = house.walker().go("https://aka.ms/ssprsetup").sign_in(user)
        walker.press(LoginOptions="3")
        for which, button, fields in steps:
            step_on(walker, which, button, fields)
            intact(walker)

    walk()


def step_on(walker: Walker, which: int, button: int, drawn: dict[str, str]) -> None:
    """Send one of the page's forms by one of its buttons, with ``drawn`` filled in."""
    known = walker.forms()
    if not known:
        walker.go("https://mysignins.microsoft.com/security-info")
        return
    form = known[which % len(known)]
    buttons = [(), *sorted(form.buttons)]
    pressed = buttons[button % len(buttons)]
    fields = dict([pressed]) if pressed else {}
    kept = {"canary", "step", *fields}
    walker.send(form, **fields, **{k: v for k, v in drawn.items() if k in set(FIELDS) - kept})
