"""The control API: what a controller may do, and what it refuses."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from emulator.actions import phone
from emulator.store import AuditEvent, User
from sspr.policy import Policy

if TYPE_CHECKING:
    from conftest import Caller

    from emulator.emulator import Emulator

EVERY_RESOURCE = [
    ("POST", "/api/reset"),
    ("PUT", "/api/policy"),
    ("POST", "/api/clock"),
    ("GET", "/api/captcha/x"),
    ("GET", "/api/phone?user=x"),
    ("POST", "/api/phone/x"),
    ("PUT", "/api/deviations"),
]


@pytest.mark.parametrize(("method", "path"), EVERY_RESOURCE)
@pytest.mark.parametrize("token", [None, "Bearer ", "Bearer x", "Basic eDo=", "Bearer \xff"])
def test_nothing_is_done_without_the_token(
    stranger: Caller, method: str, path: str, token: str | None
) -> None:
    """Every resource asks for the control token."""
    headers = {"Authorization": token.encode("latin-1")} if token else {}
    assert stranger.request(method, path, headers=headers).status_code == 401


def test_a_reset_gives_an_empty_tenant(emulator: Emulator, controller: Caller) -> None:
    """People, policy, date and deviations are those of the order; the token stays."""
    before = emulator.greeting()
    _add_person(emulator)
    policy = Policy.model_validate({"enablement": {"enabled": "none"}})
    answer = controller.post(
        "/api/reset",
        json={
            "policy": policy.model_dump(mode="json"),
            "service_date": "2024-02-16",
            "deviations": ["user-mail-missing"],
        },
    )
    greeting = answer.json()
    assert answer.status_code == 200
    assert greeting == emulator.greeting()
    assert greeting["control_token"] == before["control_token"]
    assert greeting["administrator"]["password"] != before["administrator"]["password"]
    assert emulator.tenant.policy == policy
    assert emulator.tenant.clock.now().date() == dt.date(2024, 2, 16)
    assert emulator.tenant.bent == {"user-mail-missing"}
    with emulator.tenant.store.begin() as session:
        assert session.query(User).count() == 1


def test_a_reset_without_an_order_keeps_policy_and_deviations(
    emulator: Emulator, controller: Caller
) -> None:
    """What is left out stays as it was."""
    controller.put("/api/deviations", json=["user-mail-missing"])
    policy = emulator.tenant.policy
    assert controller.post("/api/reset").status_code == 200
    assert (emulator.tenant.policy, emulator.tenant.bent) == (policy, {"user-mail-missing"})


def test_the_clock_goes_forwards(emulator: Emulator, controller: Caller) -> None:
    """The answer is the new offset, and the tenant's time has moved by as much as asked."""
    before = emulator.tenant.clock.offset
    answer = controller.post("/api/clock", json={"advance_seconds": 301.5}).json()
    moved = emulator.tenant.clock.offset - before
    assert moved == dt.timedelta(seconds=301.5)
    assert answer == {"clock_offset_seconds": emulator.tenant.clock.offset.total_seconds()}


@pytest.mark.parametrize("seconds", [-1, "NaN", 1e300, None, "soon"])
def test_the_clock_refuses_what_is_no_step_forwards(
    emulator: Emulator, controller: Caller, seconds: object
) -> None:
    """A bad step is refused in one line and moves nothing."""
    before = emulator.tenant.clock.offset
    answer = controller.post("/api/clock", json={"advance_seconds": seconds})
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("advance_seconds: ")
    assert emulator.tenant.clock.offset == before


def test_leaping_ends_in_good_time(controller: Caller) -> None:
    """However often the clock leaps ten years, it stops while dates can still be reckoned with."""
    statuses = {
        controller.post("/api/clock", json={"advance_seconds": 3660 * 86_400}).status_code
        for _ in range(30)
    }
    assert statuses == {200, 400}


def test_a_policy_is_in_force_at_once(emulator: Emulator, controller: Caller) -> None:
    """A saved policy replaces the former one as a whole, and the audit log tells the change."""
    policy = Policy.model_validate({"enablement": {"enabled": "selected", "group": "G"}})
    answer = controller.put("/api/policy", json=policy.model_dump(mode="json"))
    assert answer.status_code == 204
    assert emulator.tenant.policy == policy
    with emulator.tenant.store.begin() as session:
        row = session.query(AuditEvent).one()
    assert row.activity == "Self-service password reset policy changes"
    assert row.actor_name == emulator.administrator.user_principal_name
    assert {change["displayName"] for change in row.changes} == {
        "enablement.enabled",
        "enablement.group",
    }


def test_a_policy_that_the_portal_refuses_is_refused(
    emulator: Emulator, controller: Caller
) -> None:
    """A value out of range changes nothing and is named."""
    before = emulator.tenant.policy
    order = {"enablement": {"enabled": "all"}, "methods": {"required_to_reset": 3}}
    answer = controller.put("/api/policy", json=order)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("methods.required_to_reset: ")
    assert emulator.tenant.policy == before


def test_exactly_the_named_deviations_are_on(emulator: Emulator, controller: Caller) -> None:
    """Each order replaces the former; a name that nobody knows changes nothing."""
    controller.put("/api/deviations", json=["user-mail-missing", "group-check-missing"])
    controller.put("/api/deviations", json=["group-check-missing"])
    answer = controller.put("/api/deviations", json=["no-such"])
    assert (answer.status_code, "no-such" in answer.json()["error"]) == (400, True)
    assert emulator.tenant.bent == {"group-check-missing"}


def test_a_push_waits_until_it_is_answered(
    emulator: Emulator, controller: Caller, admin: User
) -> None:
    """A push is listed without its number, approved with the right one, and then gone."""
    with emulator.tenant.store.begin() as session:
        prompt = phone.push(session, emulator.tenant, admin)
    asked = {"user": admin.user_principal_name.upper()}
    listed = controller.get("/api/phone", params=asked).json()
    assert listed == [{"id": prompt.id, "kind": "push", "number": None}]
    answer = {"approve": True, "number": prompt.shown}
    assert controller.post(f"/api/phone/{prompt.id}", json=answer).status_code == 204
    assert controller.get("/api/phone", params=asked).json() == []
    assert controller.post(f"/api/phone/{prompt.id}", json=answer).status_code == 404
    with emulator.tenant.store.begin() as session:
        assert phone.state(session, emulator.tenant, prompt.id) == "approved"


@pytest.mark.parametrize(
    ("kind", "answer", "state"),
    [
        ("push", {"approve": True, "number": 1}, "denied"),
        ("push", {"approve": True}, "denied"),
        ("push", {"approve": False}, "denied"),
        ("push", {"pressed": "#"}, "pending"),
        ("call", {"pressed": "#"}, "approved"),
        ("call", {"pressed": "5"}, "denied"),
        ("call", {"approve": False}, "denied"),
        ("call", {"approve": True}, "pending"),
    ],
)
def test_each_kind_is_answered_in_its_own_way(
    emulator: Emulator,
    controller: Caller,
    admin: User,
    *,
    kind: str,
    answer: dict[str, object],
    state: str,
) -> None:
    """Pushes take approval with the number, calls a key; the wrong kind of answer is refused."""
    with emulator.tenant.store.begin() as session:
        if kind == "push":
            prompt = phone.push(session, emulator.tenant, admin)
        else:
            prompt = phone.call(session, emulator.tenant, admin, "+1 5550100")
    status = controller.post(f"/api/phone/{prompt.id}", json=answer).status_code
    assert status == (400 if state == "pending" else 204)
    with emulator.tenant.store.begin() as session:
        assert phone.state(session, emulator.tenant, prompt.id) == state


def test_nobodys_phone_is_not_found(controller: Caller) -> None:
    """An unknown user has no phone."""
    assert controller.get("/api/phone", params={"user": "nobody@x"}).status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"7", b"\xff", b'{"unknown": 1}', b"null"])
@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/api/policy"), ("POST", "/api/clock"), ("PUT", "/api/deviations")]
)
def test_a_malformed_order_is_refused_in_one_line(
    controller: Caller, method: str, path: str, body: bytes
) -> None:
    """Whatever the body is, the answer is one line of text and no failure."""
    answer = controller.request(method, path, content=body)
    assert answer.status_code == 400
    assert "\n" not in answer.json()["error"]


def _add_person(emulator: Emulator) -> None:
    with emulator.tenant.store.begin() as session:
        session.add(
            User(
                user_principal_name="jo@contoso.com",
                display_name="Jo",
                created_at=emulator.tenant.clock.now(),
            )
        )
