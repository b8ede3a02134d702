"""Whatever a browser sends, the portal answers with a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulator.portals.reset.deeds import DEEDS, USER_FIELD
from tests.emulator.portals.reset.conftest import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.emulator.portals.reset.conftest import Portal

NAMES = [
    "option",
    "number",
    "code",
    "captcha",
    "answer0",
    "password",
    "confirmation",
    "trouble",
    USER_FIELD,
    PREFIX + "WorkflowConsistencyCheck",
]
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["email", "code", "sms", "push", "questions", "ada@contoso.com", "verify-0"]),
)
TYPED = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4)
STEPS = st.lists(st.tuples(st.sampled_from([*DEEDS, "nonsense"]), TYPED), max_size=6)


@pytest.mark.parametrize("stage", ["start", "named", "one step", "two steps"])
def test_no_postback_is_answered_with_an_error(
    make_portal: Callable[..., Portal], stage: str
) -> None:
    """At every stage any control with any fields is answered with status 200."""
    portal = make_portal(customization={"helpdesk": None})
    who = portal.give(portal.person(), email="a@mail.test", authenticator="JBSWY3DPEHPK3PXP" * 2)

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(STEPS)
    def fuzz(steps: list[tuple[str, dict[str, str]]]) -> None:
        _reach(portal, who, stage)
        for target, typed in steps:
            portal.press(target, **typed)

    fuzz()


def _reach(portal: Portal, who: str, stage: str) -> None:
    portal.later(hours=25)
    portal.open()
    if stage != "start":
        portal.name(who)
    if stage in {"one step", "two steps"}:
        portal.by_email()
    if stage == "two steps":
        portal.press("choose", option="push").press("send")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    query=st.dictionaries(
        st.sampled_from(["ru", "mkt", "username", "whr"]), st.text(max_size=40), max_size=4
    ),
    body=st.binary(max_size=200),
    kind=st.sampled_from(["application/x-www-form-urlencoded", "multipart/form-data", "x/y", ""]),
    cookie=st.text("abcXYZ019-_", max_size=40),
)
def test_no_request_is_a_crash(query: dict[str, str], body: bytes, kind: str, cookie: str) -> None:
    """Any address, body, content type and cookie is answered, and never with a 500."""
    portal = _shared()
    opened = portal.runner.run(portal.client.get("/", params=query))
    headers = {"content-type": kind, "cookie": f"SessionId={cookie}"}
    posted = portal.runner.run(portal.client.post("/", content=body, headers=headers))
    waited = portal.runner.run(portal.client.post("/answered", content=body, headers=headers))
    assert opened.status_code == 200
    assert posted.status_code < 500
    assert waited.status_code < 500


_OPENED: list[Portal] = []


@pytest.fixture(autouse=True)
def _portal_for_all(make_portal: Callable[..., Portal]) -> None:
    _OPENED[:] = [make_portal()]


def _shared() -> Portal:
    return _OPENED[0]
