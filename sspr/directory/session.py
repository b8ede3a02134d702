"""The one background loop on which every Graph call of a session runs."""

from __future__ import annotations

import contextlib
import threading
from importlib import import_module
from typing import TYPE_CHECKING, Any

import httpx
from anyio.from_thread import start_blocking_portal

from sspr.directory.budget import Budget
from sspr.wire import PATIENCE_SECONDS, lead

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from typing import TypeVar

    from azure.identity import ClientSecretCredential

    from sspr.tenant import Tenant
    from sspr.wire import Route

    T = TypeVar("T")

HOST = "graph.microsoft.com"
SCOPE = f"https://{HOST}/.default"
_HEAVY = (
    "msgraph",
    "azure.identity",
    "azure.core.pipeline.transport",
    "msgraph.generated.models.user",
    "msgraph.generated.users.users_request_builder",
    "msgraph.generated.users.item.user_item_request_builder",
    "msgraph.generated.groups.groups_request_builder",
    "msgraph.generated.groups.item.members.members_request_builder",
)


class GraphSession:
    """
    A loop thread and one HTTP client for as long as a test session lasts.

    Playwright's sync API keeps a loop running in the tests' own thread, so asynchronous clients
    live here. Of a live tenant's reports it reads no more than ``workers`` of its kind may.
    """

    def __init__(self, workers: int = 1) -> None:
        self._budget = Budget.for_one_of(workers)
        self._closing = contextlib.ExitStack()
        self._portal = self._closing.enter_context(start_blocking_portal("asyncio"))
        self._http: dict[Route | None, httpx.AsyncClient] = {}
        self._signed_in: tuple[Tenant, ClientSecretCredential] | None = None

    def call(self, function: Callable[..., Awaitable[T]], *args: Any) -> T:
        """Run a coroutine function on the session's loop and return its result."""
        return self._portal.call(function, *args)

    def client(self, tenant: Tenant) -> Any:
        """The unmodified Graph client, signed in to ``tenant`` as its application."""
        from kiota_authentication_azure.azure_identity_authentication_provider import (  # noqa: PLC0415 - heavy
            AzureIdentityAuthenticationProvider,
        )
        from msgraph import GraphRequestAdapter, GraphServiceClient  # noqa: PLC0415 - heavy

        provider = AzureIdentityAuthenticationProvider(
            self._credential(tenant), scopes=[SCOPE], allowed_hosts=[HOST]
        )
        adapter = GraphRequestAdapter(provider, self._client(tenant.route))
        return GraphServiceClient(request_adapter=adapter)

    def close(self) -> None:
        """End the loop and let go of the connections."""
        for client in self._http.values():
            self._portal.call(_close, client)
        self._sign_out()
        self._closing.close()

    def _client(self, route: Route | None) -> httpx.AsyncClient:
        """Graph's own middleware over our transport; its retries are ours (`sspr.retries`)."""
        if route not in self._http:
            from kiota_http.middleware.options import RetryHandlerOption  # noqa: PLC0415 - heavy
            from msgraph.graph_request_adapter import options  # noqa: PLC0415 - heavy
            from msgraph_core import GraphClientFactory  # noqa: PLC0415 - heavy

            once = {RetryHandlerOption.get_key(): RetryHandlerOption(max_retries=0)}
            self._http[route] = GraphClientFactory.create_with_default_middleware(
                client=_bare(route, self._budget), options={**options, **once}
            )
        return self._http[route]

    def _credential(self, tenant: Tenant) -> ClientSecretCredential:
        """One sign-in a tenant; a tenant that was made anew takes no token of its former self."""
        if self._signed_in is None or self._signed_in[0] is not tenant:
            self._sign_out()
            self._signed_in = tenant, _sign_in(tenant)
        return self._signed_in[1]

    def _sign_out(self) -> None:
        if self._signed_in:
            self._signed_in[1].close()
            self._signed_in = None


def _bare(route: Route | None, budget: Budget) -> httpx.AsyncClient:
    if route is None:
        return httpx.AsyncClient(
            http2=True, timeout=PATIENCE_SECONDS, event_hooks={"request": [budget.admit]}
        )
    return httpx.AsyncClient(
        transport=route.httpx_transport(), timeout=PATIENCE_SECONDS, trust_env=False
    )


async def _close(client: httpx.AsyncClient) -> None:
    # The SDK's transport does not pass its own closing on to the one that it wraps.
    wrapper: Any = client._transport  # noqa: SLF001 - there is no other way to it
    await wrapper.transport.aclose()
    await client.aclose()


def _sign_in(tenant: Tenant) -> ClientSecretCredential:
    import requests  # noqa: PLC0415 - with its heavy neighbours
    from azure.core.pipeline.transport import RequestsTransport  # noqa: PLC0415 - heavy
    from azure.identity import ClientSecretCredential  # noqa: PLC0415 - heavy

    return ClientSecretCredential(
        tenant.tenant_id,
        tenant.application.client_id,
        tenant.application.client_secret.get_secret_value(),
        transport=RequestsTransport(
            session=lead(requests.Session(), tenant.route),
            session_owner=True,
            use_env_settings=tenant.live,
        ),
    )


def warm_up() -> None:
    """Begin to import the SDK in the background; it takes a second."""
    threading.Thread(target=_import, name="graph-warm-up", daemon=True).start()


def _import() -> None:
    with contextlib.suppress(ImportError):
        for name in _HEAVY:
            import_module(name)


@contextlib.contextmanager
def graph_session(workers: int = 1) -> Iterator[GraphSession]:
    """A session that is closed when its block ends; one of so many ``workers``."""
    session = GraphSession(workers)
    try:
        yield session
    finally:
        session.close()
