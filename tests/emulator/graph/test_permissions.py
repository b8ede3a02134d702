"""Who may call what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from emulator.graph.catalogue import RESOURCES
from emulator.graph.methods.shape import PASSWORD_ID
from emulator.identity.access_token import Caller, issue
from emulator.rules.role_templates import TEMPLATE_IDS
from tests.emulator.graph.metadata import error_faults

if TYPE_CHECKING:
    from emulator.emulator import Emulator
    from tests.emulator.graph.conftest import Graph

GRAPH = "https://graph.microsoft.com"
OPERATIONS = [(r.path, method) for r in RESOURCES for method in r.operations]


def _allowed(emulator: Emulator, *permissions: str, user: str | None = None) -> dict[str, str]:
    caller = Caller("app", "Test", frozenset(permissions), user)
    return {"Authorization": f"Bearer {issue(emulator.tenant, caller, GRAPH)}"}


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_nothing_is_open_to_a_caller_without_permission(
    api: Graph, emulator: Emulator, path: str, method: str
) -> None:
    """Every operation refuses a token without permissions and names what is missing."""
    powerless = _allowed(emulator)
    answer = api.request(method, path.replace("{", "").replace("}", ""), headers=powerless)
    assert error_faults(answer.json()) == []
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (403, "Authorization_RequestDenied")
    assert (
        ".All" in error["message"]
        or "RoleManagement" in error["message"]
        or "Policy" in error["message"]
    )


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Authorization": ""}, "InvalidAuthenticationToken"),
        ({"Authorization": "Bearer x.y.z"}, "InvalidAuthenticationToken"),
        ({"Authorization": "Basic eDp5"}, "InvalidAuthenticationToken"),
    ],
)
def test_no_good_token_no_answer(api: Graph, headers: dict[str, str], code: str) -> None:
    """Without a good token the answer is 401 with a challenge."""
    answer = api.request("GET", "/users", headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, code)
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_for_another_api_is_worthless(api: Graph, emulator: Emulator) -> None:
    """A token that this tenant signed for another audience does not open Graph."""
    caller = Caller("app", "Test", emulator.application.permissions)
    token = issue(emulator.tenant, caller, "https://elsewhere.example")
    headers = {"Authorization": f"Bearer {token}"}
    assert api.request("GET", "/users", headers=headers).status_code == 401


def test_a_token_of_a_former_tenant_is_worthless(api: Graph, emulator: Emulator) -> None:
    """A token does not outlive the tenant that issued it."""
    api.get("/organization")
    emulator.reset()
    api.get("/organization", 401)


def test_a_delegated_caller_acts_for_the_user(api: Graph, emulator: Emulator) -> None:
    """What an application does for a user stands in the log under the user's name."""
    made = api.user("ada")
    headers = _allowed(emulator, "User.ReadWrite", user=made["id"])
    answer = api.request("PATCH", "/me", json={"mobilePhone": "+1 5550100"}, headers=headers)
    assert answer.status_code == 204
    rows = api.get("/auditLogs/directoryAudits", filter="activityDisplayName eq 'Update user'")
    assert [row["initiatedBy"]["user"]["userPrincipalName"] for row in rows["value"]] == [
        "ada@contoso.com"
    ]


def test_me_needs_a_user(api: Graph) -> None:
    """An application that acts for itself is nobody's me."""
    assert "delegated" in api.get("/me", 400)["error"]["message"]


def _holder(api: Graph, name: str, role: str | None = None) -> str:
    """The id of a new user who holds ``role``."""
    made = str(api.user(name)["id"])
    if role:
        held = {"principalId": made, "roleDefinitionId": TEMPLATE_IDS[role]}
        api.send("POST", "/roleManagement/directory/roleAssignments", held, 201)
    return made


def test_a_person_without_a_role_changes_nobody_else(api: Graph, emulator: Emulator) -> None:
    """Whatever the scopes say, the own telephone is all that takes no role."""
    ada, grace = _holder(api, "ada"), _holder(api, "grace")
    headers = api.delegated(emulator, ada)

    def change(who: str, **what: str) -> int:
        return api.request("PATCH", who, json=what, headers=headers).status_code

    number = "+1 5550100"
    assert change("/me", mobilePhone=number) == 204
    assert change("/users/ada@contoso.com", mobilePhone=number) == 204
    assert change(f"/users/{grace}", mobilePhone=number) == 403
    assert change("/me", mobilePhone=number, city="London") == 403


@pytest.mark.parametrize(
    ("role", "path", "status"),
    [
        ("Reports Reader", "/auditLogs/directoryAudits", 200),
        ("Reports Reader", "/policies/authenticationMethodsPolicy", 403),
        ("Authentication Policy Administrator", "/policies/authenticationMethodsPolicy", 200),
        ("Authentication Policy Administrator", "/auditLogs/directoryAudits", 403),
        ("Security Reader", "/reports/authenticationMethods/userRegistrationDetails", 200),
        ("Global Reader", "/users/grace@contoso.com/authentication/methods", 200),
        ("User Administrator", "/users/grace@contoso.com/authentication/methods", 403),
        (None, "/me/authentication/methods", 200),
        (None, "/users", 200),
        (None, "/subscribedSkus", 403),
        ("Global Administrator", "/roleManagement/directory/roleAssignments", 200),
    ],
)
def test_roles_open_what_they_are_for(
    api: Graph, emulator: Emulator, role: str | None, path: str, status: int
) -> None:
    """The role of the person decides what may be read, whatever the application may."""
    api.user("grace")
    headers = api.delegated(emulator, _holder(api, "ada", role))
    answer = api.request("GET", path, headers=headers)
    assert answer.status_code == status, answer.text
    if status == 403:
        assert "directory roles" in answer.json()["error"]["message"]
        assert error_faults(answer.json()) == []


def test_administrators_are_out_of_reach_of_those_below_them(
    api: Graph, emulator: Emulator
) -> None:
    """Only who may act on administrators touches their methods; the refusal names who may."""
    api.user("grace")
    _holder(api, "linus", "Exchange Administrator")
    weak = api.delegated(emulator, _holder(api, "ada", "Authentication Administrator"))
    strong = api.delegated(emulator, _holder(api, "eve", "Privileged Authentication Administrator"))

    def add(who: str, headers: dict[str, str]) -> Any:
        path = f"/users/{who}@contoso.com/authentication/emailMethods"
        return api.request("POST", path, json={"emailAddress": "a@b.example"}, headers=headers)

    assert add("grace", weak).status_code == 201
    refused = add("linus", weak)
    assert refused.status_code == 403
    assert "Privileged Authentication Administrator" in refused.json()["error"]["message"]
    assert "Exchange Administrator" in refused.json()["error"]["message"]
    assert add("linus", strong).status_code == 201


def test_a_password_takes_a_permission_of_its_own(api: Graph, emulator: Emulator) -> None:
    """Who may change users is refused their passwords, and hears which permission is missing."""
    api.user("ada")
    headers = _allowed(emulator, "User.ReadWrite.All")

    def change(body: dict[str, Any]) -> Any:
        return api.request("PATCH", "/users/ada@contoso.com", json=body, headers=headers)

    assert change({"city": "London"}).status_code == 204
    refused = change({"passwordProfile": {"password": "Orchard-window-77"}})
    assert refused.status_code == 403
    assert "User-PasswordProfile.ReadWrite.All" in refused.json()["error"]["message"]


def test_nobody_resets_the_own_password(api: Graph, emulator: Emulator) -> None:
    """The reset of a method is for others, even where its caller holds every role."""
    headers = api.delegated(emulator)
    path = f"/me/authentication/methods/{PASSWORD_ID}/resetPassword"
    answer = api.request("POST", path, json={}, headers=headers)
    assert (answer.status_code, "own account" in answer.text) == (403, True)


def test_scopes_for_oneself_reach_no_further(api: Graph, emulator: Emulator) -> None:
    """User.Read opens the own account, and nobody else's."""
    ada, grace = _holder(api, "ada"), _holder(api, "grace")
    headers = _allowed(emulator, "User.Read", user=ada)
    for who, status in (("/me", 200), ("/users/ADA@contoso.com", 200), (f"/users/{grace}", 403)):
        assert api.request("GET", who, headers=headers).status_code == status


def test_the_missing_permission_is_named_by_its_kind(api: Graph, emulator: Emulator) -> None:
    """A delegated caller hears of scopes, and of what only applications, or only people, may."""
    ada = api.user("ada")
    delegated = _allowed(emulator, user=ada["id"])
    error = api.request("GET", "/users", headers=delegated).json()["error"]
    assert "delegated permissions User.Read" in error["message"]
    reset = f"/users/{ada['id']}/authentication/methods/x/resetPassword"
    error = api.request("POST", reset, json={}).json()["error"]
    assert "no application permission allows it" in error["message"]
