"""Users through Graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from emulator.rules.secrets_hash import matches
from emulator.store import AuditEvent, User
from emulator.store.people import user_by_name

if TYPE_CHECKING:
    from emulator.emulator import Emulator
    from tests.emulator.graph.conftest import Graph

PASSWORD = "Orchard-window-77"
USUAL = {
    "@odata.context",
    "businessPhones",
    "displayName",
    "givenName",
    "id",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
}


def test_a_made_user_can_be_read_by_id_and_by_name(api: Graph) -> None:
    """A user answers under the object id and under the principal name in any case."""
    made = api.user("ada", givenName="Ada", mobilePhone="+1 5550100", jobTitle="Engineer")
    assert made.keys() == USUAL
    by_id, by_name = api.get(f"/users/{made['id']}"), api.get("/users/ADA@contoso.com")
    assert by_id == by_name == made
    assert (made["givenName"], made["jobTitle"]) == ("Ada", "Engineer")


def test_select_tells_only_what_was_asked(api: Graph) -> None:
    """$select replaces the usual properties, whatever the case of the names."""
    made = api.user("ada", otherMails=["ada@home.example"])
    found = api.get(f"/users/{made['id']}", select="OtherMails,accountEnabled")
    found.pop("@odata.context")
    assert found == {"otherMails": ["ada@home.example"], "accountEnabled": True}


def test_an_unknown_selection_is_refused(api: Graph) -> None:
    """Selecting what no user has is told, not ignored."""
    error = api.get("/users/admin@contoso.com", 400, select="shoeSize")["error"]
    assert "shoeSize" in error["message"]


def test_the_password_is_kept_only_as_a_hash(api: Graph, emulator: Emulator) -> None:
    """Neither the answer nor the store holds the password that was given."""
    profile = {"password": PASSWORD, "forceChangePasswordNextSignIn": False}
    made = api.user("ada", passwordProfile=profile)
    with emulator.tenant.store.begin() as session:
        user = user_by_name(session, "ada@contoso.com")
        assert user is not None
        assert matches(PASSWORD, user.password_hash)
        assert not user.must_change_password
    assert PASSWORD not in json.dumps(made)
    selected = api.get(f"/users/{made['id']}", select="passwordProfile")
    assert selected["passwordProfile"] is None


def test_a_password_must_be_changed_unless_said_otherwise(api: Graph, emulator: Emulator) -> None:
    """A password set by an administrator is a temporary one by default."""
    api.user("ada", passwordProfile={"password": PASSWORD})
    with emulator.tenant.store.begin() as session:
        user = user_by_name(session, "ada@contoso.com")
        assert user is not None
        assert user.must_change_password


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"userPrincipalName": "ada@elsewhere.example"}, "domain portion"),
        ({"userPrincipalName": "ada"}, "userPrincipalName"),
        ({"displayName": ""}, "displayName"),
        ({"displayName": None}, "displayName"),
        ({"accountEnabled": "yes"}, "accountEnabled"),
        ({"shoeSize": 40}, "shoeSize"),
        ({"passwordProfile": {"password": "short"}}, "complexity"),
        ({"otherMails": ["nobody"]}, "otherMails"),
        ({"businessPhones": ["+1 5550100", "+1 5550101"]}, "businessPhones"),
    ],
)
def test_a_bad_user_is_refused_by_name(api: Graph, change: dict[str, Any], words: str) -> None:
    """What is wrong with a new user is named in the refusal."""
    body = {
        "accountEnabled": True,
        "displayName": "Ada",
        "mailNickname": "ada",
        "userPrincipalName": "ada@contoso.com",
        "passwordProfile": {"password": PASSWORD},
    }
    error = api.send("POST", "/users", body | change, 400)["error"]
    assert error["code"] == "Request_BadRequest"
    assert words in error["message"]


def test_a_missing_value_is_named(api: Graph) -> None:
    """A new user without a required property is refused with its name."""
    error = api.send("POST", "/users", {"accountEnabled": True}, 400)["error"]
    assert "displayName" in error["message"]


def test_a_principal_name_belongs_to_one_user(api: Graph) -> None:
    """A second user of the same name is refused, in whatever case it is written."""
    api.user("ada")
    body = {
        "accountEnabled": True,
        "displayName": "Other",
        "mailNickname": "other",
        "userPrincipalName": "ADA@contoso.com",
        "passwordProfile": {"password": PASSWORD},
    }
    error = api.send("POST", "/users", body, 400)["error"]
    assert "already exists" in error["message"]


def test_a_change_leaves_the_rest(api: Graph) -> None:
    """PATCH changes what it names and nothing else."""
    made = api.user("ada", givenName="Ada", city="London")
    api.send("PATCH", f"/users/{made['id']}", {"surname": "King", "city": None})
    found = api.get(f"/users/{made['id']}", select="givenName,surname,city")
    assert (found["givenName"], found["surname"], found["city"]) == ("Ada", "King", None)


def test_a_deleted_user_is_gone_from_everywhere(api: Graph) -> None:
    """Deleting a user ends the account, its memberships, roles and methods."""
    made, group = api.user("ada"), api.group("Readers")
    api.join(group, made)
    number = {"phoneNumber": "+1 5550100", "phoneType": "mobile"}
    api.send("POST", f"/users/{made['id']}/authentication/phoneMethods", number, 201)
    api.send("DELETE", f"/users/{made['id']}")
    assert api.get(f"/users/{made['id']}", 404)["error"]["code"] == "Request_ResourceNotFound"
    assert api.get(f"/groups/{group['id']}/members")["value"] == []


def test_an_administrators_reset_stands_in_the_log(api: Graph, emulator: Emulator) -> None:
    """Setting somebody's password is logged with the reason and the agent (J9, J12)."""
    made = api.user("ada")
    api.send("PATCH", f"/users/{made['id']}", {"passwordProfile": {"password": PASSWORD}})
    with emulator.tenant.store.begin() as session:
        rows = session.query(AuditEvent).filter_by(activity="Reset password (by admin)").all()
        assert [row.reason for row in rows] == ["Successfully completed reset."]
        assert rows[0].details == [{"key": "OnPremisesAgent", "value": "None"}]
        assert (rows[0].target_id, rows[0].actor_kind) == (made["id"], "app")


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("userPrincipalName eq 'ADA@contoso.com'", ["ada"]),
        ("startswith(displayName,'a')", ["ada", "alan"]),
        ("displayName eq 'ADA' or displayName eq 'grace'", ["ada", "grace"]),
        ("accountEnabled eq false", ["grace"]),
        ("otherMails/any(m:m eq 'alan@home.example')", ["alan"]),
        ("mail eq null and startswith(userPrincipalName,'al')", ["alan"]),
        ("displayName in ('Alan','Grace')", ["alan", "grace"]),
        ("userPrincipalName eq 'o''neil@contoso.com'", []),
        ("createdDateTime ge 2020-01-01T00:00:00Z and displayName ge 'alan'", None),
    ],
)
def test_filters_find_whom_they_describe(api: Graph, wanted: str, names: list[str] | None) -> None:
    """$filter answers with exactly the users it describes."""
    api.user("ada")
    api.user("alan", otherMails=["alan@home.example"])
    api.user("grace", accountEnabled=False)
    found = api.get("/users", filter=wanted, orderby="displayName")["value"]
    expected = names if names is not None else ["alan", "grace", "admin"]
    assert sorted(u["userPrincipalName"].partition("@")[0] for u in found) == sorted(expected)


@pytest.mark.parametrize(
    "wanted",
    ["mail eq", "shoeSize eq 4", "displayName eq 4", "(", "not", "a" * 700, "('a')", "'", "mail~1"],
)
def test_a_bad_filter_is_refused(api: Graph, wanted: str) -> None:
    """A filter that cannot be understood is a bad request."""
    assert api.get("/users", 400, filter=wanted)["error"]["code"] == "Request_UnsupportedQuery"


def test_ne_needs_an_advanced_query(api: Graph) -> None:
    """On users ``ne`` works only with eventual consistency and a count."""
    options = {"$filter": "displayName ne 'Ada'", "$count": "true"}
    assert api.request("GET", "/users", params=options).status_code == 400
    eventual = {"ConsistencyLevel": "eventual"}
    answer = api.request("GET", "/users", params=options, headers=eventual).json()
    assert answer["@odata.count"] == len(answer["value"]) == 1


@pytest.mark.parametrize("order", ["", "displayName", "displayName desc", "createdDateTime desc"])
def test_pages_hold_everyone_once(api: Graph, order: str) -> None:
    """Following the next links meets everyone exactly once, in order."""
    for number in range(7):
        api.user(f"user{number}", displayName=f"User {number % 3}")
    options = {"top": "3", **({"orderby": order} if order else {})}
    page, seen = api.get("/users", **options), []
    while True:
        seen += page["value"]
        if "@odata.nextLink" not in page:
            break
        assert len(page["value"]) == 3
        page = api.get(page["@odata.nextLink"])
    assert len(seen) == len({user["id"] for user in seen}) == 8
    if order.startswith("displayName"):
        names = [user["displayName"].casefold() for user in seen]
        assert names == sorted(names, reverse="desc" in order)


@pytest.mark.parametrize("token", ["x", "W10", "WzFd", "WyJhIl0=x", "ö", "WyJhIiwiYiJd"])
def test_a_made_up_skip_token_is_refused(api: Graph, token: str) -> None:
    """A page cannot begin where this service never said."""
    api.get("/users", 400, skiptoken=token)


@pytest.mark.parametrize("top", ["0", "-1", "1000", "many", "²"])
def test_a_page_has_between_1_and_999_users(api: Graph, top: str) -> None:
    """$top outside the documented range is refused."""
    api.get("/users", 400, top=top)


@pytest.mark.parametrize(("home", "status"), [("entra", 400), ("msa", 400), ("email", 204)])
def test_only_an_account_of_this_home_gets_a_password(
    api: Graph, emulator: Emulator, home: str, status: int
) -> None:
    """Nobody here resets the password of an account that another directory keeps (A15)."""
    made = api.user("guest", userType="Guest")
    with emulator.tenant.store.begin() as session:
        session.get_one(User, made["id"]).guest_home = home
    body = {"passwordProfile": {"password": PASSWORD}}
    api.send("PATCH", f"/users/{made['id']}", body, status)


@pytest.mark.parametrize(("writeback", "status"), [(False, 400), (True, 204)])
def test_an_administrators_reset_of_an_on_premises_password_is_written_back(
    api: Graph, emulator: Emulator, *, writeback: bool, status: int
) -> None:
    """Without writeback nobody can set it here (H8)."""
    user = api.user("ada")
    _write_back(emulator, on=writeback)
    with emulator.tenant.store.begin() as session:
        session.get_one(User, user["id"]).on_premises_sync_enabled = True
    profile = {"passwordProfile": {"password": "Tulip-Harbor-88"}}
    api.send("PATCH", f"/users/{user['id']}", profile, status)


@pytest.mark.parametrize(("on_premises", "forced"), [(False, True), (True, False)])
def test_a_password_that_never_expires_on_premises_is_not_forced_to_change(
    api: Graph, emulator: Emulator, *, on_premises: bool, forced: bool
) -> None:
    """The flag counts where the password is written back, and for nobody else (H14)."""
    user = api.user("ada")
    _write_back(emulator, on=True)
    with emulator.tenant.store.begin() as session:
        kept = session.get_one(User, user["id"])
        kept.on_premises_sync_enabled = on_premises
        kept.on_premises_never_expires = True
    api.send("PATCH", f"/users/{user['id']}", {"passwordProfile": {"password": "Tulip-Harbor-88"}})
    with emulator.tenant.store.begin() as session:
        assert session.get_one(User, user["id"]).must_change_password is forced


def _write_back(emulator: Emulator, *, on: bool) -> None:
    policy = emulator.tenant.policy
    section = policy.writeback.model_copy(update={"enabled": on})
    emulator.tenant.adopt(policy.model_copy(update={"writeback": section}))
