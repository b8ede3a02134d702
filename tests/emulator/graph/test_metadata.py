"""
Every answer of Graph, by Microsoft's metadata and by the SDK's own reading.

Each operation that is served stands in `CALLS`; a test sees to it that none is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from emulator.graph.catalogue import RESOURCES
from emulator.rules.roles import GLOBAL_ADMINISTRATOR
from emulator.store import RegisteredMethod, SecurityAnswer
from tests.emulator.graph.calls import (
    CALLS,
    DETAILS,
    EMAIL_ID,
    GRAPH,
    NOWHERE,
    PASSWORD_ID,
    PASSWORD_RULES,
    PHONE_ID,
    ROLES,
    Call,
)
from tests.emulator.graph.metadata import FACTS, error_faults, faults
from tests.emulator.graph.sdk_reading import lost, lost_of_error, model_of

if TYPE_CHECKING:
    from emulator.emulator import Emulator
    from tests.emulator.graph.conftest import Graph


def _id(call: Call) -> str:
    return f"{call.method} {call.path}"


@pytest.fixture
def world(api: Graph, emulator: Emulator) -> dict[str, str]:
    """A tenant in which everything exists that an address can name."""
    user = api.user("ada", mobilePhone="+1 5550100", otherMails=["ada@home.example"])
    other = api.user("grace", mail="grace@work.example")
    outer, inner = api.group("Pilot 2"), api.group("Inner")
    api.join(outer, user)
    api.join(outer, inner)
    own = {"@odata.id": f"{GRAPH}/directoryObjects/{user['id']}"}
    api.send("POST", f"/groups/{outer['id']}/owners/$ref", own)
    names = _registered(emulator, user["id"])
    role = {"principalId": user["id"], "roleDefinitionId": GLOBAL_ADMINISTRATOR}
    held = api.send("POST", f"{ROLES}/roleAssignments", role, 201)
    roles = api.get("/directoryRoles")["value"]
    return {
        "id": user["id"],
        "other": other["id"],
        "group": outer["id"],
        "member": user["id"],
        "assignment": held["id"],
        "role": roles[0]["id"],
        "template": GLOBAL_ADMINISTRATOR,
        "method": "Email",
        "password": PASSWORD_ID,
        "phone": PHONE_ID,
        "email": EMAIL_ID,
        "audit": api.get("/auditLogs/directoryAudits")["value"][0]["id"],
        "tenant": emulator.tenant.organization.tenant_id,
        "domain": "contoso.com",
        **names,
    }


def _registered(emulator: Emulator, user_id: str) -> dict[str, str]:
    """One method of each kind and a question; gives the ids that are not the same for all."""
    kinds = {
        "email": "ada@home.example",
        "mobilePhone": "+1 5550100",
        "officePhone": "+1 5550102",
        "softwareOath": "JBSWY3DPEHPK3PXP",
        "authenticator": "JBSWY3DPEHPK3PXP",
    }
    now = emulator.tenant.clock.now()
    with emulator.tenant.store.begin() as session:
        rows = {
            kind: RegisteredMethod(user_id=user_id, kind=kind, value=value, registered_at=now)
            for kind, value in kinds.items()
        }
        session.add_all(rows.values())
        session.add(SecurityAnswer(user_id=user_id, question="Q", answer_hash="h"))
        session.flush()
        return {"oath": rows["softwareOath"].id, "app": rows["authenticator"].id}


def _done(call: Call, api: Graph, emulator: Emulator, world: dict[str, str]) -> Any:
    """The JSON that answers ``call``; None where nothing comes."""
    if "groupSettings" in call.path and "fresh" not in call.world:
        rules = {"templateId": PASSWORD_RULES, "values": []}
        world = world | {"setting": api.send("POST", "/groupSettings", rules, 201)["id"]}
    names = world | {name: world.get(key, key) for name, key in call.world.items()}
    path = call.path.format(**names)
    headers = api.delegated(emulator) if "resetPassword" in path else None
    answer = api.request(call.method, path, json=_filled(call.body, names), headers=headers)
    assert answer.is_success, answer.text
    return answer.json() if answer.content else None


def _filled(body: Any, names: dict[str, str]) -> Any:
    if isinstance(body, dict):
        return {key: _filled(value, names) for key, value in body.items()}
    return body.format(**names) if isinstance(body, str) else body


def _objects(call: Call, answer: Any) -> list[Any]:
    if not call.many:
        return [answer]
    assert answer["@odata.context"].startswith(f"{GRAPH}/$metadata#")
    found: list[Any] = answer["value"]
    assert found, "an empty collection proves nothing"
    return found


def test_every_operation_is_judged() -> None:
    """No operation of the catalogue is missing among the calls, and none is there twice."""
    served = {(r.path, method) for r in RESOURCES for method in r.operations}
    judged = [(call.path, call.method) for call in CALLS]
    assert set(judged) == served
    assert len(judged) == len(set(judged))


@pytest.mark.parametrize("call", CALLS, ids=_id)
def test_answers_are_as_the_metadata_says(
    call: Call, api: Graph, emulator: Emulator, world: dict[str, str]
) -> None:
    """Nothing unknown, nothing of a wrong type, nothing missing that may not be."""
    answer = _done(call, api, emulator, world)
    if call.type is None:
        assert answer is None
        return
    for item in _objects(call, answer):
        assert faults(item, call.type) == []


@pytest.mark.parametrize("call", [c for c in CALLS if c.type], ids=_id)
def test_the_sdk_reads_everything(
    call: Call, api: Graph, emulator: Emulator, world: dict[str, str]
) -> None:
    """No value is lost on the way into the SDK's typed models."""
    kind = call.type or ""
    for item in _objects(call, _done(call, api, emulator, world))[:10]:
        name = item.get("@odata.type", f"#microsoft.graph.{kind}")
        assert lost(item, name.removeprefix("#microsoft.graph.")) == []


@pytest.mark.parametrize("call", CALLS, ids=_id)
def test_refusals_are_as_documented(call: Call, api: Graph) -> None:
    """What does not exist, what is malformed and who may not are all told in one shape."""
    path = call.path
    for name in ("id", "member", "method"):
        path = path.replace(f"{{{name}}}", NOWHERE)
    body = {"nonsense": True} if call.method in {"POST", "PATCH"} else None
    answers = [
        api.request(call.method, path, json=body, params={"$top": "x"}),
        api.request(call.method, path, json=body, headers={"Authorization": ""}),
        api.request("PUT", path, json={}),
    ]
    for answer in answers:
        assert answer.is_client_error, answer.text
        assert error_faults(answer.json()) == []
        error = answer.json()["error"]
        assert lost_of_error(answer.json()) == []
        assert answer.headers["request-id"] == error["innerError"]["request-id"]


def test_a_whole_user_has_everything_that_must_be_there(api: Graph, world: dict[str, str]) -> None:
    """With every property selected a user lacks none of those that are never null."""
    user = api.get(f"/users/{world['id']}", select="*")
    assert faults(user, "user", whole=True) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"shoeSize": 40}, "/shoeSize: unknown"),
        ({"isSsprEnabled": "yes"}, "is no Edm.Boolean"),
        ({"isSsprEnabled": None}, "/isSsprEnabled: null"),
        ({"userType": "stranger"}, "is no signInUserType"),
        ({"lastUpdatedDateTime": "yesterday"}, "is no Edm.DateTimeOffset"),
        ({"methodsRegistered": "email"}, "is no collection"),
    ],
)
def test_the_judge_notices(
    api: Graph, world: dict[str, str], change: dict[str, Any], fault: str
) -> None:
    """An answer that is bent in one place is found out there, and an absence too."""
    row = api.get(f"{DETAILS}/{world['id']}")
    assert faults(row, "userRegistrationDetails") == []
    assert [f for f in faults(row | change, "userRegistrationDetails") if fault in f]
    row.pop("isSsprCapable")
    assert faults(row, "userRegistrationDetails") == ["/isSsprCapable: missing"]


def test_the_facts_know_every_type_of_the_sdk_that_is_answered() -> None:
    """Each type that an operation answers with is in the facts and in the SDK."""
    for kind in {call.type for call in CALLS if call.type}:
        assert kind in FACTS["types"]
        assert model_of(kind)
