"""A tenant whose Graph is called without a port, and callers of several powers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from starlette.routing import Router

from emulator import graph
from emulator.app import TenantOnEveryRequest
from emulator.emulator import Emulator
from emulator.identity.access_token import Caller, issue
from emulator.post import Drawer
from sspr.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from anyio.from_thread import BlockingPortal

GRAPH = "https://graph.microsoft.com"
PASSWORD = "Meadow-lantern-42"


class Graph:
    """Calls Graph as one application; paths are those below the version."""

    def __init__(self, emulator: Emulator, portal: BlockingPortal, token: str) -> None:
        app = TenantOnEveryRequest(Router(graph.routes()), emulator)
        self._portal = portal
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=False),
            base_url=f"{GRAPH}/v1.0",
            headers={"Authorization": f"Bearer {token}"},
        )

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One request and its answer."""
        return self._portal.call(partial(self.http.request, method, path, **more))

    def get(self, path: str, status: int = 200, **options: str) -> dict[str, Any]:
        """The JSON of a GET; ``options`` become query options with a dollar."""
        parameters = {f"${name}": value for name, value in options.items()} or None
        answer = self.request("GET", path, params=parameters)
        assert answer.status_code == status, answer.text
        body: dict[str, Any] = answer.json()
        return body

    def send(self, method: str, path: str, body: Any = None, status: int = 204) -> dict[str, Any]:
        """The JSON that answers a request with a body; nothing where nothing comes back."""
        answer = self.request(method, path, json=body)
        assert answer.status_code == status, answer.text
        found: dict[str, Any] = answer.json() if answer.content else {}
        return found

    def delegated(self, emulator: Emulator, user_id: str | None = None) -> dict[str, str]:
        """The header of a caller that may do everything, for a user or the first administrator."""
        who = user_id or self.get(f"/users/{emulator.administrator.user_principal_name}")["id"]
        token = token_for(emulator, *emulator.application.permissions, user_id=who)
        return {"Authorization": f"Bearer {token}"}

    def user(self, name: str, **more: Any) -> dict[str, Any]:
        """A new user of the tenant's domain."""
        body = {
            "accountEnabled": True,
            "displayName": name.title(),
            "mailNickname": name,
            "userPrincipalName": f"{name}@contoso.com",
            "passwordProfile": {"password": PASSWORD, "forceChangePasswordNextSignIn": False},
        }
        return self.send("POST", "/users", body | more, 201)

    def group(self, name: str) -> dict[str, Any]:
        """A new security group."""
        body = {
            "displayName": name,
            "mailNickname": name.replace(" ", "-"),
            "mailEnabled": False,
            "securityEnabled": True,
        }
        return self.send("POST", "/groups", body, 201)

    def join(self, group: dict[str, Any], member: dict[str, Any]) -> None:
        """Put a user or group into a group."""
        address = f"{GRAPH}/v1.0/directoryObjects/{member['id']}"
        self.send("POST", f"/groups/{group['id']}/members/$ref", {"@odata.id": address})


@pytest.fixture
def policy() -> Policy:
    """A tenant where everyone may reset by two methods."""
    return Policy.model_validate(
        {
            "enablement": {"enabled": "selected", "group": "Pilot"},
            "methods": {"required_to_reset": 2, "allowed": ["email", "mobilePhone"]},
        }
    )


@pytest.fixture
def emulator(policy: Policy) -> Iterator[Emulator]:
    """A fresh emulator without ports."""
    emulator = Emulator(policy, Drawer())
    yield emulator
    emulator.close()


def token_for(emulator: Emulator, *permissions: str, user_id: str | None = None) -> str:
    """A token with just these permissions, delegated where there is a user."""
    caller = Caller("9b0c7f0e-0000-4000-8000-000000000001", "Test", frozenset(permissions), user_id)
    return issue(emulator.tenant, caller, GRAPH)


@pytest.fixture
def api(emulator: Emulator, portal: BlockingPortal) -> Iterator[Graph]:
    """Graph for an application that may do everything the harness does."""
    caller = Graph(emulator, portal, token_for(emulator, *emulator.application.permissions))
    yield caller
    portal.call(caller.http.aclose)
