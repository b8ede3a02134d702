"""Graph with answers that a test writes down beforehand, behind the real client."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route as Path

from sspr.capabilities import Capabilities
from sspr.clock import Clock
from sspr.directory import Directory, GraphSession, graph_session
from sspr.retries import Retries
from sspr.tenant import Application, Mailbox, Tenant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from sspr.wire import Route

TENANT_ID = "11111111-2222-3333-4444-555555555555"
LOGIN = f"https://login.microsoftonline.com/{TENANT_ID}"


@dataclass
class Script:
    """
    What Graph will answer, first to last, and what it was asked.

    Attributes:
        answers: Responses to come, or None for a connection that breaks.
        asked: Method and path with query of each request to Graph.
        bodies: What each of these brought.
        signed: Whether each of these carried a token.
        sign_ins: How often a token was fetched.
        refuse_sign_in: Whether the token endpoint finds the secret wrong.
    """

    answers: list[Response | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    signed: list[bool] = field(default_factory=list)
    sign_ins: int = 0
    refuse_sign_in: bool = False

    def app(self) -> ASGIApp:
        """The server that follows the script."""
        inner = Starlette(
            routes=[
                Path(f"/{TENANT_ID}/v2.0/.well-known/openid-configuration", self._discover),
                Path("/common/discovery/instance", self._clouds),
                Path(f"/{TENANT_ID}/oauth2/v2.0/token", self._token, methods=["POST"]),
                Path("/v1.0/{path:path}", self._graph, methods=["GET", "POST", "PATCH", "DELETE"]),
            ]
        )

        async def app(scope: Any, receive: Any, send: Any) -> None:
            if scope["path"].startswith("/v1.0") and self.answers and self.answers[0] is None:
                self.answers.pop(0)
                self.asked.append(f"{scope['method']} {scope['path']}")
                headers = [(b"content-length", b"9")]
                await send({"type": "http.response.start", "status": 200, "headers": headers})
                return  # without the body the connection breaks
            await inner(scope, receive, send)

        return app

    async def _discover(self, _request: Request) -> JSONResponse:
        return JSONResponse(
            {
                "issuer": f"{LOGIN}/v2.0",
                "authorization_endpoint": f"{LOGIN}/oauth2/v2.0/authorize",
                "token_endpoint": f"{LOGIN}/oauth2/v2.0/token",
            }
        )

    async def _clouds(self, _request: Request) -> JSONResponse:
        names = ["login.microsoftonline.com", "login.windows.net"]
        cloud = {"preferred_network": names[0], "preferred_cache": names[1], "aliases": names}
        return JSONResponse({"api-version": "1.1", "metadata": [cloud]})

    async def _token(self, _request: Request) -> JSONResponse:
        self.sign_ins += 1
        if self.refuse_sign_in:
            text = "AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 0\r\n"
            refused = {"error": "invalid_client", "error_description": text}
            return JSONResponse(refused, status_code=401)
        return JSONResponse({"token_type": "Bearer", "expires_in": 3599, "access_token": "t"})

    async def _graph(self, request: Request) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        self.asked.append(f"{request.method} {request.url.path}{query}")
        self.bodies.append(await request.body())
        self.signed.append("authorization" in request.headers)
        return self.answers.pop(0) or Response()


@pytest.fixture
def script() -> Script:
    """What Graph will answer."""
    return Script()


@pytest.fixture
def retries() -> Retries:
    """What had to be tried again."""
    return Retries()


@pytest.fixture
def tenant(script: Script, serve: Callable[[ASGIApp], Route]) -> Tenant:
    """A tenant whose Graph follows the script."""
    clock = Clock()
    return Tenant(
        tenant_id=TENANT_ID,
        domain="contoso.com",
        organization="Contoso",
        application=Application("66666666-7777-8888-9999-000000000000", SecretStr("secret")),
        mailbox=Mailbox(SecretStr("key"), "abcd1234", "abcd1234.mailosaur.net"),
        clock=clock,
        capabilities=Capabilities(frozenset(), clock),
        route=serve(script.app()),
    )


@pytest.fixture
def graph(tenant: Tenant) -> Iterator[GraphSession]:
    """A session that lets go of its connections before the tenant's server ends."""
    del tenant
    with graph_session() as session:
        yield session


@pytest.fixture
def directory(graph: GraphSession, tenant: Tenant, retries: Retries) -> Directory:
    """The directory of that tenant."""
    return Directory(graph, tenant, "run-1", retries)
