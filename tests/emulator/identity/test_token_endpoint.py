"""The token service: discovery, client credentials, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jwt
import pytest

from emulator.identity.access_token import InvalidToken, read
from emulator.store import RegisteredMethod, User

if TYPE_CHECKING:
    from emulator.emulator import Emulator

LOGIN = "https://login.microsoftonline.com"
GRAPH = frozenset({"https://graph.microsoft.com"})


def _form(emulator: Emulator, **changes: str) -> dict[str, str]:
    form = {
        "grant_type": "client_credentials",
        "client_id": emulator.application.client_id,
        "client_secret": emulator.application.client_secret,
        "scope": "https://graph.microsoft.com/.default",
    }
    return {key: value for key, value in (form | changes).items() if value}


def test_the_service_describes_itself(emulator: Emulator, call: Any) -> None:
    """Id and domain lead to the same document, whose addresses name the tenant by id."""
    tenant_id = emulator.tenant.organization.tenant_id
    documents = [
        call("GET", f"/{name}/v2.0/.well-known/openid-configuration").json()
        for name in (tenant_id, "contoso.com", "contoso.onmicrosoft.com")
    ]
    assert documents[0] == documents[1] == documents[2]
    assert documents[0]["token_endpoint"] == f"{LOGIN}/{tenant_id}/oauth2/v2.0/token"
    found = call("GET", "/common/discovery/instance").json()
    assert "login.microsoftonline.com" in found["metadata"][0]["aliases"]


def test_a_token_holds_what_was_consented_to(emulator: Emulator, call: Any) -> None:
    """The token names the application and its permissions and is good for an hour."""
    answer = call("POST", "/contoso.com/oauth2/v2.0/token", data=_form(emulator)).json()
    assert (answer["token_type"], answer["expires_in"]) == ("Bearer", 3600)
    caller = read(emulator.tenant, answer["access_token"], GRAPH)
    assert caller.app_id == emulator.application.client_id
    assert caller.permissions == emulator.application.permissions
    assert caller.user_id is None


def _person(emulator: Emulator, **changes: str) -> dict[str, str]:
    """The first administrator's own sign-in through the application, without its secret."""
    who = emulator.administrator
    return _form(
        emulator,
        **{
            "grant_type": "password",
            "client_secret": "",
            "username": who.user_principal_name,
            "password": who.password,
            "scope": "openid User.Read https://graph.microsoft.com/User.ReadWrite.All",
            **changes,
        },
    )


def test_a_person_delegates_what_is_asked_for(emulator: Emulator, call: Any) -> None:
    """A name and a password give a token of that person with the scopes asked for and no more."""
    answer = call("POST", "/contoso.com/oauth2/v2.0/token", data=_person(emulator)).json()
    caller = read(emulator.tenant, answer["access_token"], GRAPH)
    assert caller.permissions == {"User.Read", "User.ReadWrite.All"}
    told = jwt.decode(answer["id_token"], options={"verify_signature": False})
    assert (told["oid"], told["preferred_username"]) == (caller.user_id, "admin@contoso.com")
    with emulator.tenant.store.begin() as session:
        assert session.get_one(User, caller.user_id).user_principal_name == "admin@contoso.com"
    found = call("GET", "/common/userrealm/admin@contoso.com").json()
    assert found["account_type"] == "Managed"


@pytest.mark.parametrize(
    ("changes", "number"),
    [
        ({"password": "wrong"}, 50126),
        ({"username": "nobody@contoso.com"}, 50126),
        ({"scope": "Mail.Read"}, 65001),
    ],
)
def test_a_person_is_refused(
    emulator: Emulator, call: Any, changes: dict[str, str], *, number: int
) -> None:
    """A wrong password and a scope without consent are told apart, and no name is given away."""
    form = _person(emulator, **changes)
    body = call("POST", "/contoso.com/oauth2/v2.0/token", data=form).json()
    assert (body["error"], body["error_codes"]) == ("invalid_grant", [number])


def test_a_password_alone_does_not_do(emulator: Emulator, call: Any) -> None:
    """Where a second factor is wanted or the password must be changed, this grant gives nothing."""
    path, found = "/contoso.com/oauth2/v2.0/token", []
    emulator.tenant.organization.security_defaults = True
    with emulator.tenant.store.begin() as session:
        admin = session.query(User).one()
        now = emulator.now()
        session.add(
            RegisteredMethod(user_id=admin.id, kind="softwareOath", value="A", registered_at=now)
        )
    found.append(call("POST", path, data=_person(emulator)).json()["error_codes"])
    with emulator.tenant.store.begin() as session:
        session.query(User).one().must_change_password = True
    found.append(call("POST", path, data=_person(emulator)).json()["error_codes"])
    assert found == [[50076], [50055]]


def test_another_tenant_knows_no_such_token(emulator: Emulator, call: Any) -> None:
    """A tenant made anew reads no token of its former self."""
    answer = call("POST", "/contoso.com/oauth2/v2.0/token", data=_form(emulator)).json()
    emulator.reset()
    with pytest.raises(InvalidToken, match="signature"):
        read(emulator.tenant, answer["access_token"], GRAPH)


@pytest.mark.parametrize(
    ("changes", "status", "error", "number"),
    [
        ({"client_secret": "wrong"}, 401, "invalid_client", 7000215),
        ({"client_secret": ""}, 401, "invalid_client", 7000218),
        ({"client_id": "nobody"}, 400, "unauthorized_client", 700016),
        ({"client_id": ""}, 400, "invalid_request", 900144),
        ({"grant_type": ""}, 400, "invalid_request", 900144),
        ({"grant_type": "magic"}, 400, "unsupported_grant_type", 70003),
        ({"scope": "User.Read"}, 400, "invalid_scope", 1002012),
        ({"scope": "https://elsewhere.example/.default"}, 400, "invalid_resource", 500011),
    ],
)
def test_what_is_refused(
    emulator: Emulator, call: Any, changes: dict[str, str], *, status: int, error: str, number: int
) -> None:
    """Each wrong request has the error and the number that clients look for."""
    form = _form(emulator, **changes)
    answer = call("POST", "/contoso.com/oauth2/v2.0/token", data=form)
    body = answer.json()
    assert (answer.status_code, body["error"], body["error_codes"]) == (status, error, [number])
    assert body["error_description"].startswith(f"AADSTS{number}: ")
    assert emulator.application.client_secret not in answer.text


def test_an_unknown_tenant_is_told(emulator: Emulator, call: Any) -> None:
    """Another tenant's name is refused everywhere."""
    answer = call("POST", "/fabrikam.com/oauth2/v2.0/token", data=_form(emulator))
    assert answer.json()["error_codes"] == [90002]
    assert call("GET", "/fabrikam.com/v2.0/.well-known/openid-configuration").status_code == 400


def test_client_and_secret_may_come_as_basic(emulator: Emulator, call: Any) -> None:
    """The header serves as well as the form; a broken one is as none."""
    application = emulator.application
    form = _form(emulator, client_id="", client_secret="")
    path = "/contoso.com/oauth2/v2.0/token"
    good = call("POST", path, data=form, auth=(application.client_id, application.client_secret))
    assert good.status_code == 200
    broken = call("POST", path, data=form, headers={"Authorization": "Basic !"})
    assert broken.status_code == 400
