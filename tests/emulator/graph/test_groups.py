"""Groups and who belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.emulator.graph.conftest import Graph

GRAPH = "https://graph.microsoft.com/v1.0"


def _ids(api: Graph, path: str) -> set[str]:
    return {item["id"] for item in api.get(path)["value"]}


def test_members_are_direct_and_transitive_members_are_not(api: Graph) -> None:
    """Groups within a group are members; their members only transitively (A3)."""
    outer, inner, innermost = api.group("Outer"), api.group("Inner"), api.group("Innermost")
    ada, grace = api.user("ada"), api.user("grace")
    api.join(outer, ada)
    api.join(outer, inner)
    api.join(inner, innermost)
    api.join(innermost, grace)
    assert _ids(api, f"/groups/{outer['id']}/members") == {ada["id"], inner["id"]}
    everyone = {ada["id"], grace["id"], inner["id"], innermost["id"]}
    assert _ids(api, f"/groups/{outer['id']}/transitiveMembers") == everyone
    users = f"/groups/{outer['id']}/transitiveMembers/microsoft.graph.user"
    assert _ids(api, users) == {ada["id"], grace["id"]}
    above = {outer["id"], inner["id"], innermost["id"]}
    assert _ids(api, f"/users/{grace['id']}/transitiveMemberOf") == above
    assert _ids(api, f"/users/{grace['id']}/memberOf") == {innermost["id"]}


def test_groups_in_a_circle_end(api: Graph) -> None:
    """Two groups within each other have each other's members and no more."""
    first, second, ada = api.group("First"), api.group("Second"), api.user("ada")
    api.join(first, second)
    api.join(second, first)
    api.join(second, ada)
    found = _ids(api, f"/groups/{first['id']}/transitiveMembers")
    assert found == {second["id"], ada["id"]}


def test_pages_of_mixed_members_hold_each_once(api: Graph) -> None:
    """Users and groups come merged, each once, across pages."""
    outer = api.group("Outer")
    members = [api.user(f"user{n}") for n in range(3)] + [api.group(f"Group {n}") for n in range(3)]
    for member in members:
        api.join(outer, member)
    page, seen = api.get(f"/groups/{outer['id']}/members", top="2"), []
    while True:
        seen += [item["id"] for item in page["value"]]
        if "@odata.nextLink" not in page:
            break
        page = api.get(page["@odata.nextLink"])
    assert sorted(seen) == sorted(member["id"] for member in members)


def test_each_member_says_what_it_is(api: Graph) -> None:
    """A member carries its type, and a selection that it lacks is left out."""
    outer, ada, inner = api.group("Outer"), api.user("ada"), api.group("Inner")
    api.join(outer, ada)
    api.join(outer, inner)
    found = api.get(f"/groups/{outer['id']}/members", select="id,userPrincipalName")["value"]
    by_id = {item.pop("id"): item for item in found}
    assert by_id[ada["id"]] == {
        "@odata.type": "#microsoft.graph.user",
        "userPrincipalName": "ada@contoso.com",
    }
    assert by_id[inner["id"]] == {"@odata.type": "#microsoft.graph.group"}


@pytest.mark.parametrize(
    "address",
    [
        None,
        17,
        "ada@contoso.com",
        "https://elsewhere.example/v1.0/users/1",
        f"{GRAPH}/users/",
    ],
)
def test_a_reference_must_be_an_address(api: Graph, address: Any) -> None:
    """Only an address of Graph's own names a member."""
    group = api.group("Outer")
    api.send("POST", f"/groups/{group['id']}/members/$ref", {"@odata.id": address}, 400)


def test_a_member_joins_once_and_leaves_once(api: Graph) -> None:
    """Joining twice, leaving twice and joining oneself are refused."""
    group, ada = api.group("Outer"), api.user("ada")
    references = f"/groups/{group['id']}/members/$ref"
    api.join(group, ada)
    for twice in (ada, group):
        address = {"@odata.id": f"{GRAPH}/directoryObjects/{twice['id']}"}
        error = api.send("POST", references, address, 400)["error"]
        assert "already exist" in error["message"]
    leave = f"/groups/{group['id']}/members/{ada['id']}/$ref"
    api.send("DELETE", leave)
    api.send("DELETE", leave, status=404)


def test_an_owner_is_no_member(api: Graph) -> None:
    """Who owns a group is listed as its owner, once, and belongs to it by nothing else."""
    group, ada = api.group("Outer"), api.user("ada")
    owners = f"/groups/{group['id']}/owners"
    reference = {"@odata.id": f"{GRAPH}/directoryObjects/{ada['id']}"}
    api.send("POST", f"{owners}/$ref", reference)
    assert _ids(api, owners) == {ada["id"]}
    assert _ids(api, f"/groups/{group['id']}/transitiveMembers") == set()
    error = api.send("POST", f"{owners}/$ref", reference, 400)["error"]
    assert "already exist" in error["message"]
    itself = {"@odata.id": f"{GRAPH}/directoryObjects/{group['id']}"}
    api.send("POST", f"{owners}/$ref", itself, 404)


def test_members_are_bound_with_the_group(api: Graph) -> None:
    """A new group may name members; an unknown one keeps the group from being made."""
    ada = api.user("ada")
    body = {
        "displayName": "Bound",
        "mailNickname": "bound",
        "mailEnabled": False,
        "securityEnabled": True,
        "members@odata.bind": [f"{GRAPH}/users/{ada['id']}"],
    }
    made = api.send("POST", "/groups", body, 201)
    assert _ids(api, f"/groups/{made['id']}/members") == {ada["id"]}
    nobody = {"members@odata.bind": [f"{GRAPH}/users/nobody"], "displayName": "Unbound"}
    api.send("POST", "/groups", body | nobody, 404)
    assert api.get("/groups", filter="displayName eq 'Unbound'")["value"] == []


def test_a_deleted_group_leaves_its_members(api: Graph) -> None:
    """Deleting a group ends its memberships both ways and nothing else."""
    outer, inner, ada = api.group("Outer"), api.group("Inner"), api.user("ada")
    api.join(outer, inner)
    api.join(inner, ada)
    api.send("DELETE", f"/groups/{inner['id']}")
    api.get(f"/groups/{inner['id']}", 404)
    assert _ids(api, f"/groups/{outer['id']}/members") == set()
    assert api.get(f"/users/{ada['id']}")["id"] == ada["id"]
