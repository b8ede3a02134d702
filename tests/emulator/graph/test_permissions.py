"""Who may call what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from emulator.graph.catalogue import RESOURCES
from emulator.identity.access_token import Caller, issue
from emulator.rules.role_templates import TEMPLATE_IDS

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
    headers = _allowed(emulator, "User.ReadWrite.All", user=made["id"])
    answer = api.request("PATCH", "/me", json={"city": "London"}, headers=headers)
    assert answer.status_code == 204
    rows = api.get("/auditLogs/directoryAudits", filter="activityDisplayName eq 'Update user'")
    assert [row["initiatedBy"]["user"]["userPrincipalName"] for row in rows["value"]] == [
        "ada@contoso.com"
    ]


def test_me_needs_a_user(api: Graph) -> None:
    """An application that acts for itself is nobody's me."""
    assert "delegated" in api.get("/me", 400)["error"]["message"]


def test_a_person_without_a_role_changes_the_own_account_only(
    api: Graph, emulator: Emulator
) -> None:
    """Whatever the scopes say, others are changed only for who holds a directory role."""
    ada, grace = api.user("ada"), api.user("grace")
    headers = _allowed(emulator, "User.ReadWrite.All", user=ada["id"])

    def change(who: str) -> int:
        return api.request("PATCH", who, json={"city": "London"}, headers=headers).status_code

    others = f"/users/{grace['id']}"
    assert (change("/me"), change(others)) == (204, 403)
    role = {
        "principalId": ada["id"],
        "roleDefinitionId": TEMPLATE_IDS["User Administrator"],
    }
    api.send("POST", "/roleManagement/directory/roleAssignments", role, 201)
    assert change(others) == 204


def test_the_missing_permission_is_named_by_its_kind(api: Graph, emulator: Emulator) -> None:
    """A delegated caller hears of scopes, and of what only applications, or only people, may."""
    ada = api.user("ada")
    delegated = _allowed(emulator, user=ada["id"])
    error = api.request("GET", "/users", headers=delegated).json()["error"]
    assert "delegated permissions User.Read" in error["message"]
    reset = f"/users/{ada['id']}/authentication/methods/x/resetPassword"
    error = api.request("POST", reset, json={}).json()["error"]
    assert "no application permission allows it" in error["message"]
