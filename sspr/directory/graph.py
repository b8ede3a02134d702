"""Asking Graph: the SDK's request builders, raw answers, second tries, plain errors."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import anyio
import httpx

from sspr.directory.refusals import refusal
from sspr.errors import Inconclusive, UsageError
from sspr.retries import ATTEMPTS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from sspr.directory.session import GraphSession
    from sspr.retries import Retries
    from sspr.tenant import Tenant

_PAUSE_SECONDS = 0.3
_LONGEST_PAUSE_SECONDS = 120.0


class Graph:
    """
    Graph of one tenant, synchronous on the outside.

    Answers come raw: a typed Entity costs the SDK 12 ms to parse, a list of them seconds.

    Attributes:
        client: The unmodified ``GraphServiceClient``; its builders name what is asked for.
    """

    def __init__(self, session: GraphSession, tenant: Tenant, retries: Retries) -> None:
        self.tenant = tenant
        self._session = session
        self._retries = retries

    @property
    def second_tries(self) -> int:
        """How often something had to be asked again so far."""
        return len(self._retries.records)

    @cached_property
    def client(self) -> Any:
        """The SDK's client, signed in to the tenant."""
        return self._session.client(self.tenant)

    def one(self, builder: Any, select: Sequence[str] = ()) -> dict[str, Any]:
        """
        GET one object.

        Raises:
            GraphRefused: There is none, or the request is not understood.
            UsageError: The application may not.
            Inconclusive: Graph cannot be reached.
        """
        query = {"select": list(select)} if select else {}
        return self._json(lambda: builder.get(_raw(builder, query)))

    def every(self, builder: Any, **query: Any) -> list[dict[str, Any]]:
        """GET a whole collection, page by page; raises as ``one`` does."""
        page = self._json(lambda: builder.get(_raw(builder, query)))
        items = list(page["value"])
        while following := page.get("@odata.nextLink"):
            page = self._page(builder.with_url(following))
            items += page["value"]
        return items

    def post(self, builder: Any, body: Any) -> dict[str, Any]:
        """POST ``body``; returns what was made, or nothing; raises as ``one`` does."""
        return self._json(lambda: builder.post(body, _raw(builder)))

    def patch(self, builder: Any, body: Any) -> None:
        """PATCH with the fields that ``body`` has; raises as ``one`` does."""
        self._json(lambda: builder.patch(body, _raw(builder)))

    def delete(self, builder: Any) -> None:
        """DELETE; raises as ``one`` does."""
        self._json(lambda: builder.delete(_raw(builder)))

    def _page(self, builder: Any) -> dict[str, Any]:
        return self._json(lambda: builder.get(_raw(builder)))

    def _json(self, ask: Callable[[], Awaitable[Any]]) -> dict[str, Any]:
        response: httpx.Response = self._session.call(self._patiently, ask)
        if response.is_error:
            raise refusal(response)
        answer: dict[str, Any] = response.json() if response.content else {}
        return answer

    async def _patiently(self, ask: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
        """Ask again where the cause is outside the promise, and put each time on record."""
        cause = ""
        for attempt in range(ATTEMPTS):
            pause = _PAUSE_SECONDS * 2**attempt
            try:
                response = await _signed_in(ask)
            except httpx.TransportError as error:
                request, cause = _request_of(error), type(error).__name__
            else:
                if response.status_code not in STATUSES:
                    return response
                request, cause = _words(response.request), f"HTTP {response.status_code}"
                pause = _asked_pause(response) or pause
            self._retries.record(request, cause)
            if attempt + 1 < ATTEMPTS:
                await anyio.sleep(min(pause, _LONGEST_PAUSE_SECONDS))
        raise Inconclusive(f"Graph did not answer {request} in {ATTEMPTS} attempts ({cause}).")


async def _signed_in(ask: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
    from azure.core.exceptions import (  # noqa: PLC0415 - heavy
        ClientAuthenticationError,
        ServiceRequestError,
        ServiceResponseError,
    )

    try:
        return await ask()
    except ClientAuthenticationError as error:
        raise UsageError(
            f"The application cannot sign in: {_first_line(error)} "
            "Check tenant id, client id and secret."
        ) from None
    except (ServiceRequestError, ServiceResponseError) as error:
        raise httpx.ConnectError(_first_line(error)) from None


def _raw(builder: Any, query: dict[str, Any] | None = None) -> Any:
    """A request configuration that asks for the raw answer, with the builder's own query type."""
    from kiota_abstractions.base_request_configuration import (  # noqa: PLC0415 - heavy
        RequestConfiguration,
    )
    from kiota_abstractions.native_response_handler import (  # noqa: PLC0415 - heavy
        NativeResponseHandler,
    )
    from kiota_http.middleware.options import ResponseHandlerOption  # noqa: PLC0415 - heavy

    kind = type(builder)
    parameters = getattr(kind, f"{kind.__name__}GetQueryParameters")(**query) if query else None
    return RequestConfiguration(
        options=[ResponseHandlerOption(NativeResponseHandler())], query_parameters=parameters
    )


def _asked_pause(response: httpx.Response) -> float:
    """The seconds that ``Retry-After`` asks for; 0 where it asks for none."""
    asked = response.headers.get("retry-after", "")
    if asked.isdigit():
        return float(asked)
    try:
        return (parsedate_to_datetime(asked) - dt.datetime.now(dt.UTC)).total_seconds()
    except (TypeError, ValueError):
        return 0.0


def _words(request: httpx.Request) -> str:
    return f"{request.method} {request.url.path}"


def _request_of(error: httpx.TransportError) -> str:
    try:
        return _words(error.request)
    except RuntimeError:
        return "the sign-in of the application"


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
