"""
The way to a tenant on this machine.

Addresses stay the real ones. A route only says which loopback port answers under all of them
and which certificate it shows; names are still verified, proxies are never asked, and nothing
that goes through a route can leave the machine.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
from requests.adapters import HTTPAdapter

if TYPE_CHECKING:
    from requests import PreparedRequest, Response, Session
    from urllib3.util import Retry

LOOPBACK = "127.0.0.1"
PATIENCE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Route:
    """
    Where an emulated tenant answers.

    Attributes:
        port: The loopback port that serves every host over TLS.
        certificate: The certificate it shows, as PEM; the only one that is trusted.
        spki: Base64 of the SHA-256 of the certificate's public key, for the browser.
    """

    port: int
    certificate: str
    spki: str

    def browser_arguments(self) -> list[str]:
        """The Chromium switches that lead every host name here and trust the certificate."""
        return [
            f"--host-resolver-rules=MAP * {LOOPBACK}:{self.port}",
            f"--ignore-certificate-errors-spki-list={self.spki}",
            "--no-proxy-server",
        ]

    def tls(self) -> ssl.SSLContext:
        """A client context that trusts the certificate and nothing else."""
        return ssl.create_default_context(cadata=self.certificate)

    def httpx_transport(self) -> httpx.AsyncBaseTransport:
        """A transport for ``httpx.AsyncClient``; belongs to the loop it is first used in."""
        return _AsyncRouted(self)

    def httpx_sync_transport(self) -> httpx.BaseTransport:
        """A transport for ``httpx.Client``."""
        return _Routed(self)

    def requests_adapter(self, retries: Retry | int = 0) -> HTTPAdapter:
        """An adapter to mount on a ``requests.Session``, with urllib3's ``retries``."""
        return _RoutedAdapter(self, retries)


def lead(session: Session, route: Route | None, retries: Retry | int = 0) -> Session:
    """
    Let ``session`` go by ``route``, or to the real addresses where it is None.

    Only on the way to real addresses is the environment asked for a proxy.
    """
    session.trust_env = route is None
    adapter = route.requests_adapter(retries) if route else _PatientAdapter(max_retries=retries)
    session.mount("https://", adapter)
    return session


def _aim(route: Route, request: httpx.Request) -> httpx.Request:
    """``request`` with the loopback port for its address; the Host header keeps the real name."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=LOOPBACK, port=route.port),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )


class _AsyncRouted(httpx.AsyncBaseTransport):
    """Sends every request to the route's port."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._inner = httpx.AsyncHTTPTransport(verify=route.tls(), trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._inner.handle_async_request(_aim(self._route, request))

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Routed(httpx.BaseTransport):
    """Sends every request to the route's port."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._inner = httpx.HTTPTransport(verify=route.tls(), trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._inner.handle_request(_aim(self._route, request))

    def close(self) -> None:
        self._inner.close()


def _name_in(request: PreparedRequest) -> str:
    return urlsplit(request.url or "").hostname or ""


class _PatientAdapter(HTTPAdapter):
    """Gives up on a silent server, which ``requests`` by itself never does."""

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        kwargs["timeout"] = kwargs.get("timeout") or PATIENCE_SECONDS
        return super().send(request, *args, **kwargs)


class _RoutedAdapter(_PatientAdapter):
    """Sends every request to the route's port, whatever proxy the environment names."""

    def __init__(self, route: Route, retries: Retry | int) -> None:
        self._route = route
        self._tls = route.tls()
        super().__init__(max_retries=retries)

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        kwargs["proxies"] = None
        return super().send(request, *args, **kwargs)

    def add_headers(self, request: PreparedRequest, **_kwargs: Any) -> None:
        request.headers.setdefault("Host", _name_in(request))

    def build_connection_pool_key_attributes(
        self, request: PreparedRequest, *_args: Any, **_kwargs: Any
    ) -> tuple[Any, Any]:
        name = _name_in(request)
        here = {"scheme": "https", "host": LOOPBACK, "port": self._route.port}
        names = {"server_hostname": name, "assert_hostname": name}
        return here, {"ssl_context": self._tls, "cert_reqs": ssl.CERT_REQUIRED, **names}

    def cert_verify(self, *_args: Any, **_kwargs: Any) -> None:
        """The context already trusts the one certificate; other authorities have no say."""
