"""
Every answer of Graph, by Microsoft's metadata and by the SDK's own reading.

Each operation that is served stands in `CALLS`; a test sees to it that none is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from emulator.graph.catalogue import RESOURCES
from emulator.rules.roles import GLOBAL_ADMINISTRATOR
from emulator.store import RegisteredMethod, SecurityAnswer
from tests.emulator.graph.metadata import FACTS, error_faults, faults
from tests.emulator.graph.sdk_reading import lost, lost_of_error, model_of

if TYPE_CHECKING:
    from emulator.emulator import Emulator
    from tests.emulator.graph.conftest import Graph

GRAPH = "https://graph.microsoft.com/v1.0"
NOWHERE = "00000000-0000-4000-8000-000000000000"
PASSWORD_RULES = "5cf42378-d67d-4f36-ba46-e8b86229381d"
PASSWORD_ID = "28c10230-6103-485e-b985-444c60001490"
PHONE_ID = "3179e48a-750b-4051-897c-87b9720928f7"
EMAIL_ID = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f"
NEW_USER = {
    "accountEnabled": True,
    "displayName": "New",
    "mailNickname": "new",
    "userPrincipalName": "new@contoso.com",
    "passwordProfile": {"password": "Orchard-window-77"},
}
NEW_GROUP = {
    "displayName": "New",
    "mailNickname": "new",
    "mailEnabled": False,
    "securityEnabled": True,
}
SOME_PHONE = {"phoneNumber": "+1 5550199", "phoneType": "alternateMobile"}


@dataclass(frozen=True, slots=True)
class Call:
    """
    One operation done well.

    Attributes:
        path: As the catalogue writes it; what stands in braces comes from the world.
        method: The HTTP method.
        type: What is answered with: nothing, an object, or with ``many`` a collection of them.
        body: What is sent; texts in braces come from the world too.
    """

    path: str
    type: str | None = None
    method: str = "GET"
    many: bool = False
    body: dict[str, Any] | None = None
    world: dict[str, str] = field(default_factory=dict)


def _many(path: str, type_name: str, **world: str) -> Call:
    return Call(path, type_name, many=True, world=world)


_METHODS = "/users/{id}/authentication"
_DETAILS = "/reports/authenticationMethods/userRegistrationDetails"
_ROLES = "/roleManagement/directory"
_POLICY = "/policies/authenticationMethodsPolicy"
_CONFIGURATIONS = f"{_POLICY}/authenticationMethodConfigurations"
_REFERENCE = {"@odata.id": f"{GRAPH}/directoryObjects/{{other}}"}
GROUP = {"id": "group"}
ROLE = {"id": "role"}

CALLS = (
    _many("/users", "user"),
    Call("/users", "user", "POST", body=NEW_USER),
    Call("/users/{id}", "user"),
    Call("/users/{id}", None, "PATCH", body={"city": "London"}),
    Call("/users/{id}", None, "DELETE"),
    _many("/users/{id}/memberOf", "directoryObject"),
    _many("/users/{id}/transitiveMemberOf", "directoryObject"),
    _many("/groups", "group"),
    Call("/groups", "group", "POST", body=NEW_GROUP),
    Call("/groups/{id}", "group", world=GROUP),
    Call("/groups/{id}", None, "PATCH", body={"description": "x"}, world=GROUP),
    Call("/groups/{id}", None, "DELETE", world=GROUP),
    _many("/groups/{id}/members", "directoryObject", **GROUP),
    Call("/groups/{id}/members/$ref", None, "POST", body=_REFERENCE, world=GROUP),
    Call("/groups/{id}/members/{member}/$ref", None, "DELETE", world=GROUP),
    _many("/groups/{id}/members/microsoft.graph.user", "user", **GROUP),
    _many("/groups/{id}/transitiveMembers", "directoryObject", **GROUP),
    _many("/groups/{id}/transitiveMembers/microsoft.graph.user", "user", **GROUP),
    _many("/directoryRoles", "directoryRole"),
    Call(
        "/directoryRoles",
        "directoryRole",
        "POST",
        body={"roleTemplateId": GLOBAL_ADMINISTRATOR},
    ),
    Call("/directoryRoles/{id}", "directoryRole", world=ROLE),
    _many("/directoryRoles/{id}/members", "directoryObject", **ROLE),
    Call("/directoryRoles/{id}/members/$ref", None, "POST", body=_REFERENCE, world=ROLE),
    Call("/directoryRoles/{id}/members/{member}/$ref", None, "DELETE", world=ROLE),
    _many(f"{_ROLES}/roleDefinitions", "unifiedRoleDefinition"),
    Call(f"{_ROLES}/roleDefinitions/{{id}}", "unifiedRoleDefinition", world={"id": "template"}),
    _many(f"{_ROLES}/roleAssignments", "unifiedRoleAssignment"),
    Call(
        f"{_ROLES}/roleAssignments",
        "unifiedRoleAssignment",
        "POST",
        body={
            "principalId": "{other}",
            "roleDefinitionId": GLOBAL_ADMINISTRATOR,
            "directoryScopeId": "/",
        },
    ),
    Call(f"{_ROLES}/roleAssignments/{{id}}", "unifiedRoleAssignment", world={"id": "assignment"}),
    Call(f"{_ROLES}/roleAssignments/{{id}}", None, "DELETE", world={"id": "assignment"}),
    Call("/policies/authorizationPolicy", "authorizationPolicy"),
    Call("/policies/authorizationPolicy", None, "PATCH", body={"allowedToUseSSPR": False}),
    Call(_POLICY, "authenticationMethodsPolicy"),
    Call(_POLICY, None, "PATCH", body={"policyMigrationState": "migrationComplete"}),
    _many(_CONFIGURATIONS, "authenticationMethodConfiguration"),
    Call(f"{_CONFIGURATIONS}/{{method}}", "authenticationMethodConfiguration"),
    Call(f"{_CONFIGURATIONS}/{{method}}", None, "PATCH", body={"state": "disabled"}),
    _many(f"{_METHODS}/methods", "authenticationMethod"),
    Call(
        f"{_METHODS}/methods/{{method}}/resetPassword",
        "passwordResetResponse",
        "POST",
        body={"newPassword": "Orchard-window-77"},
        world={"method": "password"},
    ),
    _many(f"{_METHODS}/passwordMethods", "passwordAuthenticationMethod"),
    Call(
        f"{_METHODS}/passwordMethods/{{method}}",
        "passwordAuthenticationMethod",
        world={"method": "password"},
    ),
    _many(f"{_METHODS}/emailMethods", "emailAuthenticationMethod"),
    Call(
        f"{_METHODS}/emailMethods",
        "emailAuthenticationMethod",
        "POST",
        body={"emailAddress": "new@home.example"},
        world={"id": "other"},
    ),
    Call(
        f"{_METHODS}/emailMethods/{{method}}",
        "emailAuthenticationMethod",
        world={"method": "email"},
    ),
    Call(
        f"{_METHODS}/emailMethods/{{method}}",
        None,
        "PATCH",
        body={"emailAddress": "new@home.example"},
        world={"method": "email"},
    ),
    Call(f"{_METHODS}/emailMethods/{{method}}", None, "DELETE", world={"method": "email"}),
    _many(f"{_METHODS}/phoneMethods", "phoneAuthenticationMethod"),
    Call(f"{_METHODS}/phoneMethods", "phoneAuthenticationMethod", "POST", body=SOME_PHONE),
    Call(
        f"{_METHODS}/phoneMethods/{{method}}",
        "phoneAuthenticationMethod",
        world={"method": "phone"},
    ),
    Call(
        f"{_METHODS}/phoneMethods/{{method}}",
        None,
        "PATCH",
        body={"phoneNumber": "+1 5550198"},
        world={"method": "phone"},
    ),
    Call(f"{_METHODS}/phoneMethods/{{method}}", None, "DELETE", world={"method": "phone"}),
    _many(f"{_METHODS}/softwareOathMethods", "softwareOathAuthenticationMethod"),
    Call(
        f"{_METHODS}/softwareOathMethods/{{method}}",
        "softwareOathAuthenticationMethod",
        world={"method": "oath"},
    ),
    Call(f"{_METHODS}/softwareOathMethods/{{method}}", None, "DELETE", world={"method": "oath"}),
    _many(
        f"{_METHODS}/microsoftAuthenticatorMethods", "microsoftAuthenticatorAuthenticationMethod"
    ),
    Call(
        f"{_METHODS}/microsoftAuthenticatorMethods/{{method}}",
        "microsoftAuthenticatorAuthenticationMethod",
        world={"method": "app"},
    ),
    Call(
        f"{_METHODS}/microsoftAuthenticatorMethods/{{method}}",
        None,
        "DELETE",
        world={"method": "app"},
    ),
    _many("/auditLogs/directoryAudits", "directoryAudit"),
    Call("/auditLogs/directoryAudits/{id}", "directoryAudit", world={"id": "audit"}),
    _many(_DETAILS, "userRegistrationDetails"),
    Call(f"{_DETAILS}/{{id}}", "userRegistrationDetails"),
    _many("/organization", "organization"),
    Call("/organization/{id}", "organization", world={"id": "tenant"}),
    _many("/domains", "domain"),
    Call("/domains/{id}", "domain", world={"id": "domain"}),
    Call(
        "/domains/{id}",
        None,
        "PATCH",
        body={"passwordValidityPeriodInDays": 90},
        world={"id": "domain"},
    ),
    _many("/subscribedSkus", "subscribedSku"),
    _many("/groupSettings", "groupSetting"),
    Call(
        "/groupSettings",
        "groupSetting",
        "POST",
        body={"templateId": PASSWORD_RULES, "values": [{"name": "LockoutThreshold", "value": "5"}]},
        world={"fresh": "yes"},
    ),
    Call("/groupSettings/{id}", "groupSetting", world={"id": "setting"}),
    Call(
        "/groupSettings/{id}",
        None,
        "PATCH",
        body={"values": [{"name": "LockoutThreshold", "value": "6"}]},
        world={"id": "setting"},
    ),
)


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
    names = _registered(emulator, user["id"])
    role = {"principalId": user["id"], "roleDefinitionId": GLOBAL_ADMINISTRATOR}
    held = api.send("POST", f"{_ROLES}/roleAssignments", role, 201)
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
    row = api.get(f"{_DETAILS}/{world['id']}")
    assert faults(row, "userRegistrationDetails") == []
    assert [f for f in faults(row | change, "userRegistrationDetails") if fault in f]
    row.pop("isSsprCapable")
    assert faults(row, "userRegistrationDetails") == ["/isSsprCapable: missing"]


def test_the_facts_know_every_type_of_the_sdk_that_is_answered() -> None:
    """Each type that an operation answers with is in the facts and in the SDK."""
    for kind in {call.type for call in CALLS if call.type}:
        assert kind in FACTS["types"]
        assert model_of(kind)
