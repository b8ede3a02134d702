"""One request to Graph and its answer, as plain data."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from emulator.graph.errors import GraphError, bad_request, unsupported_query
from emulator.graph.odata.errors import BadQuery
from emulator.graph.odata.query import Query

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from emulator.actions.notify import Letter
    from emulator.identity.access_token import Caller
    from emulator.tenant import Tenant

ROOT = "https://graph.microsoft.com/v1.0"


@dataclass(frozen=True, slots=True)
class Call:
    """
    One request.

    Attributes:
        tenant: The tenant that it meets.
        method: The HTTP method.
        url: The whole address as the caller wrote it.
        headers: The request's headers, names in lower case.
        body: The JSON that came along, None where there was none.
        caller: Who calls; None until the token has been read.
        path: What the address names, such as ``{"id": ...}``.
        request_id: What the answer is known by.
        letters: What is to be sent once the request has been served.
    """

    tenant: Tenant
    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    caller: Caller | None = None
    path: Mapping[str, str] = field(default_factory=dict)
    request_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    letters: list[Letter] = field(default_factory=list)

    @property
    def known_caller(self) -> Caller:
        """Who calls, once the token has been read."""
        if self.caller is None:
            raise LookupError("the token has not been read")
        return self.caller

    @property
    def client_request_id(self) -> str:
        """What the caller knows the request by."""
        return self.headers.get("client-request-id", self.request_id)

    @property
    def now(self) -> dt.datetime:
        """The tenant's time."""
        return self.tenant.clock.now()

    @property
    def eventual(self) -> bool:
        """Whether the caller takes answers that lag, which opens advanced queries."""
        return self.headers.get("consistencylevel", "").casefold() == "eventual"

    @property
    def query(self) -> Query:
        """
        The query options.

        Raises:
            GraphError: They cannot be understood.
        """
        try:
            return Query.of(parse_qsl(urlsplit(self.url).query, keep_blank_values=True))
        except (BadQuery, ValueError) as error:
            raise unsupported_query(str(error)) from None

    @property
    def json(self) -> dict[str, Any]:
        """
        The body as an object.

        Raises:
            GraphError: It is none.
        """
        if not isinstance(self.body, dict):
            raise bad_request("Empty Payload. JSON content expected.", "BadRequest")
        return self.body

    def by(self, caller: Caller) -> Call:
        """The same request by ``caller``."""
        return replace(self, caller=caller)

    def at(self, path: Mapping[str, str]) -> Call:
        """The same request at a known address."""
        return replace(self, path=path)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; without a body it is sent without content."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def named(self, call: Call) -> Reply:
        """The answer with the headers by which it is traced."""
        traced = {"request-id": call.request_id, "client-request-id": call.client_request_id}
        return replace(self, headers={**traced, **self.headers})


NO_CONTENT = Reply(204)


def refusal(call: Call, error: GraphError) -> Reply:
    """The answer to a refused request."""
    inner = {
        "date": f"{call.now:%Y-%m-%dT%H:%M:%S}",
        "request-id": call.request_id,
        "client-request-id": call.client_request_id,
    }
    body = {"error": {"code": error.code, "message": error.message, "innerError": inner}}
    return Reply(error.status, body, error.headers)
