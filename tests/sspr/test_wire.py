"""The way to a tenant on this machine: real names, one certificate, no proxy."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import requests
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route as Path

from emulator.certificate import Certificate
from sspr.retries import Retries
from sspr.wire import Route, lead

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.types import ASGIApp

    Ask = Callable[[Route, str], dict[str, Any]]


async def _mirror(request: Request) -> JSONResponse:
    return JSONResponse({"host": request.headers["host"], "url": str(request.url)})


APP = Starlette(routes=[Path("/{path:path}", _mirror)])


def _by_httpx(route: Route, url: str) -> dict[str, Any]:
    with httpx.Client(transport=route.httpx_sync_transport()) as client:
        answer: dict[str, Any] = client.get(url).json()
        return answer


def _by_async_httpx(route: Route, url: str) -> dict[str, Any]:
    async def ask() -> dict[str, Any]:
        async with httpx.AsyncClient(transport=route.httpx_transport()) as client:
            answer: dict[str, Any] = (await client.get(url)).json()
            return answer

    return asyncio.run(ask())


def _by_requests(route: Route, url: str) -> dict[str, Any]:
    with lead(requests.Session(), route) as session:
        answer: dict[str, Any] = session.get(url).json()
        return answer


WAYS = pytest.mark.parametrize("ask", [_by_httpx, _by_async_httpx, _by_requests])


@WAYS
def test_real_names_reach_the_route(ask: Ask, serve: Callable[[ASGIApp], Route]) -> None:
    """A request to a real address arrives at the route's port with the real name on it."""
    told = ask(serve(APP), "https://graph.microsoft.com/v1.0/users?$top=1")
    assert told == {
        "host": "graph.microsoft.com",
        "url": "https://graph.microsoft.com/v1.0/users?$top=1",
    }


@WAYS
def test_proxies_are_never_asked(
    ask: Ask, serve: Callable[[ASGIApp], Route], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the environment says about proxies has no say on the way to an emulator."""
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert ask(serve(APP), "https://mailosaur.com/api")["host"] == "mailosaur.com"


@WAYS
def test_another_certificate_is_refused(ask: Ask, serve: Callable[[ASGIApp], Route]) -> None:
    """Only the route's own certificate is trusted."""
    route = serve(APP)
    other = Certificate.issue(["graph.microsoft.com"])
    with pytest.raises((httpx.ConnectError, requests.exceptions.SSLError)):
        ask(Route(route.port, other.pem, other.spki), "https://graph.microsoft.com/")


@WAYS
def test_names_are_verified(ask: Ask, serve: Callable[[ASGIApp], Route]) -> None:
    """A name that the certificate does not bear is refused."""
    with pytest.raises((httpx.ConnectError, requests.exceptions.SSLError)):
        ask(serve(APP), "https://example.com/")


def test_the_browser_is_led_and_kept_on_the_machine() -> None:
    """The browser's switches map every host to the port and pin the certificate's key."""
    arguments = Route(8443, "PEM", "c3BraQ==").browser_arguments()
    assert "--host-resolver-rules=MAP * 127.0.0.1:8443" in arguments
    assert "--ignore-certificate-errors-spki-list=c3BraQ==" in arguments


def test_second_tries_of_requests_are_on_record(serve: Callable[[ASGIApp], Route]) -> None:
    """An answer that asks to try again is tried again, and each time is recorded."""
    answers = iter([503, 429, 200])

    async def moody(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("", status_code=next(answers))

    retries = Retries()
    route = serve(Starlette(routes=[Path("/", moody)]))
    with lead(requests.Session(), route, retries.urllib3(0.01)) as session:
        assert session.get("https://mailosaur.com/?key=abc").status_code == 200
    assert [(each.request, each.cause) for each in retries.records] == [
        ("GET /", "HTTP 503"),
        ("GET /", "HTTP 429"),
    ]


def test_a_server_that_stays_in_trouble_is_answered_for(
    serve: Callable[[ASGIApp], Route],
) -> None:
    """After the last try the answer itself is handed on, for the caller to judge."""

    async def down(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("", status_code=503)

    route = serve(Starlette(routes=[Path("/", down)]))
    with lead(requests.Session(), route, Retries().urllib3(0.001)) as session:
        assert session.get("https://mailosaur.com/").status_code == 503
