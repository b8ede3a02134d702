"""Whatever is sent to the control API, the practice pages or the mailbox, nothing breaks."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from emulator import faults
from emulator.control import api, home, inbox, orders, panel
from emulator.mailbox.api import SUBJECTS, bodies
from emulator.mailbox.arrival import deliver
from emulator.mailbox.content import html_content, plain_content
from emulator.mailbox.envelope import Arrival, parse
from sspr.policy import model

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from conftest import Caller
    from starlette.routing import Route

    from emulator.emulator import Emulator

many = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def calls(routes: Iterable[Route], prefix: str = "") -> tuple[tuple[str, str], ...]:
    """Each method with each path that the routes know."""
    return tuple(
        (method, prefix + route.path) for route in routes for method in sorted(route.methods or ())
    )


def field_names(*modules: ModuleType) -> list[str]:
    """Every key that a model of the modules reads."""
    models = [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, BaseModel)
    ]
    return sorted({field.alias or name for m in models for name, field in m.model_fields.items()})


CONTROL = calls(api.ROUTES, "/api")
MAILBOX = calls([route for subject in SUBJECTS for route in subject.ROUTES], "/api")
PRACTICE = calls([*home.ROUTES, *inbox.ROUTES, *panel.ROUTES])
FIELDS = st.sampled_from(field_names(orders, faults, model, bodies))
MAIL_HEADERS = st.sampled_from(
    b"""
    From To Subject Content-Type Content-Disposition Content-ID Content-Transfer-Encoding Date
    MIME-Version X
    """.split()
)
TRICKY_VALUES = st.sampled_from(
    b"""
    text/html; charset=nonsense
    multipart/mixed; boundary=x
    text/html
    message/rfc822
    base64
    quoted-printable
    uuencode
    <>,;:
    ((
    a@b, <c>, "d
    =?utf-8?b?/w==?=
    =?x?y?z?=
    attachment; filename*=utf-9''%ff
    """.strip().splitlines()
).map(bytes.strip)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.sampled_from(["{server}", "jo@{server}.mailosaur.net", "a@b", "\ud800", "2024-02-30"]),
    st.sampled_from(["none", "all", "selected", "ALL", "reset", "JBSWY3DPEHPK3PXP", "eA==", "#"]),
)
JSON = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=5),
    max_leaves=12,
)
BODIES = st.one_of(st.dictionaries(FIELDS, JSON, max_size=6).map(json.dumps), st.binary())
QUERIES = st.dictionaries(
    st.sampled_from(["server", "page", "itemsPerPage", "receivedAfter", "dir", "user", "token"]),
    st.text()
    | st.sampled_from(["{server}", "0", "-1", "9" * 30, "0001-01-01T00:00:00+14:00", "Sent"])
    | st.datetimes().map(str),
)
IDS = st.text(min_size=1).filter(lambda text: text.strip("./")) | st.just("{message}")


@given(call=st.sampled_from(CONTROL), identity=IDS, query=QUERIES, body=BODIES)
@many
def test_no_order_breaks_the_control(
    controller: Caller, *, call: tuple[str, str], identity: str, query: dict[str, str], body: Any
) -> None:
    """Each answer is a success or a refusal, and tells nothing of the inside."""
    _send(controller, call, identity, query, body)


@given(call=st.sampled_from(MAILBOX), identity=IDS, query=QUERIES, body=BODIES)
@many
def test_no_request_breaks_the_mailbox(
    emulator: Emulator,
    reader: Caller,
    *,
    call: tuple[str, str],
    identity: str,
    query: dict[str, str],
    body: Any,
) -> None:
    """Each answer is a success or a refusal, and tells nothing of the inside."""
    known = {"{server}": emulator.mailbox.server, "{message}": _a_message(emulator)}
    for name, value in known.items():
        identity = identity.replace(name, value)
        query = {key: each.replace(name, value) for key, each in query.items()}
        body = body.replace(name, value) if isinstance(body, str) else body
    _send(reader, call, identity, query, body)


@given(
    call=st.sampled_from(PRACTICE),
    fields=st.dictionaries(
        st.sampled_from(["seconds", "kind", "answer", "number", "late-mail", "canary"]), st.text()
    ),
    own=st.booleans(),
)
@many
def test_no_form_breaks_a_practice_page(
    emulator: Emulator,
    stranger: Caller,
    *,
    call: tuple[str, str],
    fields: dict[str, str],
    own: bool,
) -> None:
    """Forms of one's own and of others are carried out or refused."""
    entered = stranger.get("/", params={"token": emulator.control_token})
    assert entered.status_code == 303
    if own:
        text = stranger.get("/control").text
        fields["canary"] = text.partition('name="canary" value="')[2].partition('"')[0]
    answer = stranger.request(*call, data=fields)
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text


@given(raw=st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
@many
def test_no_bytes_break_the_reading_of_mail(raw: bytes) -> None:
    """Anything can be taken apart as a mail, and its parts can be written as UTF-8."""
    parsed = parse(raw)
    json.dumps(parsed.headers).encode()
    for part in (parsed.subject, parsed.html, parsed.text):
        (part or "").encode()


@given(
    headers=st.lists(st.tuples(MAIL_HEADERS, st.binary(max_size=40) | TRICKY_VALUES), max_size=8),
    body=st.binary() | st.just(b"--x\r\n\r\nwords\r\n--x--"),
)
@many
def test_no_mail_breaks_the_inbox(
    emulator: Emulator,
    reader: Caller,
    *,
    headers: list[tuple[bytes, bytes]],
    body: bytes,
) -> None:
    """However malformed a mail is, it is stored and can be read through the API."""
    raw = b"".join(name + b": " + value + b"\r\n" for name, value in headers) + b"\r\n" + body
    with emulator.tenant.store.begin() as session:
        arrival = Arrival(raw, "e@x", (f"jo@{emulator.mailbox.domain}",), at=emulator.now())
        (message,) = deliver(session, arrival, emulator.mailbox.server)
        session.flush()
        identity = message.id
    for path in (f"messages/{identity}", f"analysis/deliverability/{identity}"):
        assert reader.get(f"/api/{path}").status_code == 200
    listed = reader.get("/api/messages", params={"server": emulator.mailbox.server})
    assert listed.json()["items"][0]["id"] == identity


@given(st.text())
@many
def test_no_body_breaks_the_search_for_codes_and_links(body: str) -> None:
    """Links and codes of any text are pieces of it; plain links are themselves."""
    plain = plain_content(body)
    assert all(code in body for code in plain.codes)
    assert all(link.href == link.text and link.href in body for link in plain.links)
    html_content(body)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Your verification code is 654321", ["654321"]),
        ("Your special ID is G3H1Y2", ["G3H1Y2"]),
        ("© 2024 Contoso, +1 425 5550123, id 3f2a1b4c-0001-4d2e", []),
        ("See https://aka.ms/AB12CD?x=123456 or mail 123456@x.y", []),
        ("Code: 123456. Again: 123456!", ["123456"]),
        ("MICROSOFT and Word1 and 123", []),
    ],
)
def test_a_code_is_what_a_person_would_type(text: str, codes: list[str]) -> None:
    """Capitals and digits that stand alone, each once; years, links and GUIDs are none."""
    assert plain_content(text).codes == codes


def _send(
    caller: Caller, call: tuple[str, str], identity: str, query: dict[str, str], body: str | bytes
) -> None:
    method, path = call
    url = re.sub(r"{\w+}", quote(identity.encode("utf-8", "surrogatepass"), safe=""), path)
    content = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    answer = caller.request(method, url, params=query, content=content)
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text


def _a_message(emulator: Emulator) -> str:
    with emulator.tenant.store.begin() as session:
        arrival = Arrival(b"Subject: x\r\n\r\ny", "e@x", ("a@b.c",), at=emulator.now())
        (message,) = deliver(session, arrival, emulator.mailbox.server)
        session.flush()
        return message.id
