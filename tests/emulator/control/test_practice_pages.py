"""The practice pages: who gets in, what they show, and what their forms refuse."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from emulator.actions import phone
from emulator.actions.passwords import check_password
from emulator.control import visit
from emulator.deviations import DEVIATIONS
from emulator.faults import NONE, PROFILES
from emulator.mailbox.arrival import deliver
from emulator.mailbox.envelope import Arrival
from emulator.store import User
from sspr.policy import Policy

if TYPE_CHECKING:
    from conftest import Caller

    from emulator.emulator import Emulator

PAGES = ("/", "/inbox", "/inbox/mark", "/control")
FORMS = (
    "/people",
    "/people/x/password",
    "/phone/x",
    "/control/clock",
    "/control/tenant",
    "/control/deviations",
    "/control/faults",
    "/control/reset",
)
HOSTILE = b"""From: Eve <e@x>\r\nTo: jo@away.example\r\nSubject: <b>x</b>\r\n\
Content-Type: text/html\r\n\r\n<script>alert(1)</script><p>Code 482913</p>\
<a href="javascript:alert(2)">bad</a><a href="https://aka.ms/sspr">good</a>\r\n"""


@pytest.fixture
def person(emulator: Emulator, stranger: Caller) -> Caller:
    """A person who opened the address that the emulator printed."""
    entered = stranger.get("/", params={"token": emulator.control_token})
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    return stranger


def canary_of(person: Caller, page: str = "/control") -> str:
    """The anti-forgery value in the forms of a page."""
    found = re.search(r'name="canary" value="([0-9a-f]+)"', person.get(page).text)
    assert found
    return found[1]


def post(person: Caller, path: str, **fields: str) -> int:
    """Send a form of the visitor's own page; the status of the answer."""
    return person.post(path, data={"canary": canary_of(person), **fields}).status_code


@pytest.mark.parametrize("page", [*PAGES, "/inbox/x", "/inbox/x/body"])
def test_a_stranger_sees_no_practice_page(stranger: Caller, page: str) -> None:
    """Without the token there is only the page that says where it is found."""
    answer = stranger.get(page)
    assert answer.status_code == 401
    assert "the emulator printed" in answer.text
    assert "canary" not in answer.text


@pytest.mark.parametrize("token", ["x", "ÿ", "'", "0" * 5000])
def test_a_wrong_token_opens_nothing(stranger: Caller, token: str) -> None:
    """Only the token of this run gets a cookie."""
    answer = stranger.get("/", params={"token": token})
    assert (answer.status_code, answer.headers.get("set-cookie")) == (401, None)


@pytest.mark.parametrize("cookie", ["", ".", "99999999999.", "99999999999.00", "x.y", "é"])
def test_a_forged_cookie_opens_nothing(stranger: Caller, cookie: str) -> None:
    """A cookie that the emulator did not give out counts for nothing."""
    answer = stranger.get("/", headers={"Cookie": f"practice={cookie}".encode()})
    assert answer.status_code == 401


def test_a_visit_expires(
    emulator: Emulator, person: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After twelve hours of the machine's time the address has to be opened again."""
    emulator.tenant.clock.advance(dt.timedelta(days=30))
    assert person.get("/").status_code == 200
    later = visit.time.time() + visit.LASTS_SECONDS + 1
    monkeypatch.setattr(visit.time, "time", lambda: later)
    assert person.get("/").status_code == 401


@pytest.mark.parametrize("page", ["/", "/inbox", "/control"])
def test_each_page_says_that_it_is_no_microsoft_page(person: Caller, page: str) -> None:
    """Each bears the strip, loads nothing from elsewhere and cannot be framed."""
    answer = person.get(page)
    assert answer.status_code == 200
    assert "This is an emulator, not Microsoft." in answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("canary", [{}, {"canary": "0" * 64}, {"canary": "ÿ"}])
def test_a_forged_form_does_nothing(
    emulator: Emulator, person: Caller, path: str, canary: dict[str, str]
) -> None:
    """A form without the page's anti-forgery value is refused and changes nothing."""
    before = (emulator.tenant, emulator.tenant.clock.offset, emulator.faults)
    answer = person.post(path, data={**canary, "seconds": "9", "late-mail": "on"})
    assert answer.status_code == 400
    assert (emulator.tenant, emulator.tenant.clock.offset, emulator.faults) == before


def test_the_home_page_names_everybody(emulator: Emulator, person: Caller) -> None:
    """The seeded administrator and each person added stand there, and no password does."""
    page = person.get("/").text
    assert emulator.administrator.user_principal_name in page
    assert emulator.administrator.password not in page


@pytest.mark.parametrize(
    ("kind", "told"), [("member", "in the group"), ("user", "user"), ("administrator", "admin")]
)
def test_a_new_person_can_sign_in(emulator: Emulator, person: Caller, kind: str, told: str) -> None:
    """The password that is told opens the account; the home page says what the person is."""
    emulator.reset(
        policy=Policy.model_validate({"enablement": {"enabled": "selected", "group": "G"}})
    )
    answer = person.post("/people", data={"canary": canary_of(person), "kind": kind})
    name, password = re.findall(r"<code>([^<]+)</code>", answer.text)
    with emulator.tenant.store.begin() as session:
        user = session.query(User).filter_by(user_principal_name=name).one()
        assert check_password(emulator.tenant, user, password)
    row = re.search(rf"<code>{re.escape(name)}</code>.*?</tr>", person.get("/").text, re.DOTALL)
    assert row
    assert f"<td>{told}" in row[0]


def test_a_forgotten_password_is_replaced(emulator: Emulator, person: Caller, admin: User) -> None:
    """The new password is told, and the old one no longer serves."""
    path = f"/people/{admin.id}/password"
    answer = person.post(path, data={"canary": canary_of(person)})
    _, password = re.findall(r"<code>([^<]+)</code>", answer.text)
    with emulator.tenant.store.begin() as session:
        user = session.get_one(User, admin.id)
        assert check_password(emulator.tenant, user, password)
        assert not check_password(emulator.tenant, user, emulator.administrator.password)


def test_a_mail_is_shown_shut_in(emulator: Emulator, person: Caller) -> None:
    """Its words and codes are readable, its HTML stands in a frame that may do nothing."""
    identity = _deliver(emulator, HOSTILE)
    assert "&lt;b&gt;x&lt;/b&gt;" in person.get("/inbox").text
    page, body = person.get(f"/inbox/{identity}"), person.get(f"/inbox/{identity}/body")
    assert '<iframe title="The mail" sandbox src=' in page.text
    assert "<code>482913</code>" in page.text
    assert "alert(" not in page.text
    assert '<a href="https://aka.ms/sspr" target="_blank" rel="noreferrer">good</a>' in page.text
    policy = body.headers["content-security-policy"]
    assert "sandbox;" in policy
    assert "allow-scripts" not in policy
    assert policy.startswith("default-src 'none'")


def test_the_mark_changes_with_the_inbox(emulator: Emulator, person: Caller, admin: User) -> None:
    """News of either kind, a message or a call, changes the word that the page watches."""
    marks = [person.get("/inbox/mark").text]
    _deliver(emulator, HOSTILE)
    marks.append(person.get("/inbox/mark").text)
    with emulator.tenant.store.begin() as session:
        phone.call(session, emulator.tenant, admin, "+1 5550100")
    marks.append(person.get("/inbox/mark").text)
    assert len(set(marks)) == 3
    assert person.get("/inbox/mark").text == marks[-1]


@pytest.mark.parametrize(
    ("kind", "button", "number", "state"),
    [
        ("push", "approve", "right", "approved"),
        ("push", "approve", "1", "denied"),
        ("push", "approve", "many", "denied"),
        ("push", "deny", "", "denied"),
        ("call", "confirm", "", "approved"),
        ("call", "deny", "", "denied"),
    ],
)
def test_pushes_and_calls_are_answered_by_a_person(
    emulator: Emulator,
    person: Caller,
    admin: User,
    *,
    kind: str,
    button: str,
    number: str,
    state: str,
) -> None:
    """What the buttons of the inbox say is what the tenant hears."""
    with emulator.tenant.store.begin() as session:
        prompt = (
            phone.push(session, emulator.tenant, admin)
            if kind == "push"
            else phone.call(session, emulator.tenant, admin, "+1 5550100")
        )
    assert f"/phone/{prompt.id}" in person.get("/inbox").text
    given = str(prompt.shown) if number == "right" else number
    assert post(person, f"/phone/{prompt.id}", answer=button, number=given) == 303
    assert f"/phone/{prompt.id}" not in person.get("/inbox").text
    with emulator.tenant.store.begin() as session:
        assert phone.state(session, emulator.tenant, prompt.id) == state


def test_the_clock_is_moved_by_a_person(emulator: Emulator, person: Caller) -> None:
    """The step that was chosen is added, and a step that is none is refused."""
    before = emulator.tenant.clock.offset
    assert post(person, "/control/clock", seconds="360") == 303
    assert post(person, "/control/clock", seconds="0.5") == 303
    for wrong in ("", "-1", "soon", "1e99", "nan", '1, "x": 2'):
        assert post(person, "/control/clock", seconds=wrong) == 400
    assert emulator.tenant.clock.offset - before == dt.timedelta(seconds=360.5)


def test_exactly_the_ticked_boxes_are_on(emulator: Emulator, person: Caller) -> None:
    """Deviations and faults are what was ticked last, and the page shows them ticked."""
    deviation = DEVIATIONS[0].name
    post(person, "/control/deviations", **{deviation: "on", "no-such": "on"})
    post(person, "/control/faults", **{"late-mail": "on", "doubled-mail": "on"})
    page = person.get("/control").text
    ticked = re.findall(r'name="([^"]+)" checked', page)
    assert emulator.tenant.bent == {deviation}
    assert emulator.faults.mail.copies == PROFILES["doubled-mail"].mail.copies
    assert sorted(ticked) == sorted([deviation, "late-mail", "doubled-mail"])
    post(person, "/control/deviations")
    post(person, "/control/faults")
    assert (emulator.tenant.bent, emulator.faults) == (frozenset(), NONE)


def test_the_tenant_is_as_a_person_ticks_it(emulator: Emulator, person: Caller) -> None:
    """Traits and branding are what was sent last, and the page shows them so."""
    fields = {"security_defaults": "on", "hide_forgot": "on", "banner_text": "A <b>banner"}
    assert post(person, "/control/tenant", **fields) == 303
    facts = emulator.tenant.organization
    assert (facts.security_defaults, facts.branding.hide_forgot) == (True, True)
    page = person.get("/control").text
    assert 'value="A &lt;b&gt;banner"' in page
    assert 'name="security_defaults" checked' in page
    assert post(person, "/control/tenant", banner_text="x" * 2_000) == 400
    assert post(person, "/control/tenant") == 303
    assert (facts.security_defaults, facts.branding.banner_text) == (False, "")


def test_a_fresh_start_keeps_the_visit(emulator: Emulator, person: Caller) -> None:
    """The person who made the tenant anew still sees its pages, and nobody it had before."""
    name = emulator.administrator.user_principal_name
    person.post("/people", data={"canary": canary_of(person), "kind": "user"})
    assert post(person, "/control/reset") == 303
    people = re.findall(r"<code>([^<]+@[^<]+)</code>", person.get("/").text)
    assert people == [name]


@pytest.mark.parametrize("path", ["/inbox/none", "/inbox/none/body"])
def test_a_message_that_is_gone_is_not_found(person: Caller, path: str) -> None:
    """An old link ends in *not found*."""
    assert person.get(path).status_code == 404


def _deliver(emulator: Emulator, raw: bytes) -> str:
    arrival = Arrival(raw, "e@x", ("jo@away.example",), at=emulator.now())
    with emulator.tenant.store.begin() as session:
        (message,) = deliver(session, arrival, emulator.mailbox.server)
        session.flush()
        return message.id
