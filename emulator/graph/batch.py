"""Several requests in one: ``/$batch``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import urljoin, urlsplit

from pydantic import Field, StringConstraints

from emulator.graph.bodies import Body, read_as_sent
from emulator.graph.errors import GraphError, bad_request
from emulator.graph.exchange import ROOT, Reply, refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from emulator.graph.exchange import Call

MOST = 20
_VERSION = "/v1.0"
Id = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Address = Annotated[str, StringConstraints(min_length=1, max_length=4096)]


class BatchRequestBody(Body):
    """One request of a batch; its address may be relative, begin with the version, or be whole."""

    id: Id
    method: Literal["GET", "POST", "PATCH", "PUT", "DELETE"]
    url: Address
    headers: dict[str, str] = Field(default_factory=dict)
    body: Any = None
    depends_on: list[str] | None = None


class BatchBody(Body):
    """A batch."""

    requests: Annotated[list[BatchRequestBody], Field(min_length=1, max_length=MOST)]


def run(call: Call, answer: Callable[[Call], Reply]) -> Reply:
    """
    Answer each request of a batch, in order; one that fails does not stop the others.

    Raises:
        GraphError: The batch itself is malformed.
    """
    requests = read_as_sent(call, BatchBody).requests
    _check(requests)
    replies: dict[str, Reply] = {}
    for request in requests:
        replies[request.id] = _one(call, request, replies, answer)
    responses = [_response(name, reply) for name, reply in replies.items()]
    return Reply(200, {"responses": responses})


def _check(requests: list[BatchRequestBody]) -> None:
    seen: set[str] = set()
    for request in requests:
        if request.id in seen:
            raise bad_request(f"The batch has two requests with the id '{request.id}'.", _CODE)
        if unknown := set(request.depends_on or ()) - seen:
            raise bad_request(f"No earlier request has the id '{min(unknown)}'.", _CODE)
        seen.add(request.id)


_CODE = "BadRequest"


def _one(
    call: Call,
    request: BatchRequestBody,
    replies: Mapping[str, Reply],
    answer: Callable[[Call], Reply],
) -> Reply:
    inner = replace(
        call,
        method=request.method,
        url=_whole(request.url),
        headers=_headers(call, request),
        body=request.body,
    )
    if any(_failed(replies[name]) for name in request.depends_on or ()):
        message = "A request that this one depends on failed."
        return refusal(inner, GraphError(424, "FailedDependency", message))
    return answer(inner)


def _whole(url: str) -> str:
    """The whole address that a batch's address means."""
    if urlsplit(url).scheme:
        return url
    path = "/" + url.lstrip("/")
    if not path.casefold().startswith(f"{_VERSION}/"):
        path = _VERSION + path
    return urljoin(ROOT, path)


def _headers(call: Call, request: BatchRequestBody) -> dict[str, str]:
    own = {name.casefold(): value for name, value in request.headers.items()}
    return {"authorization": call.headers.get("authorization", ""), **own}


def _failed(reply: Reply) -> bool:
    return reply.status >= 400  # noqa: PLR2004 - where HTTP's errors begin


def _response(name: str, reply: Reply) -> dict[str, Any]:
    headers = dict(reply.headers)
    if reply.body is not None:
        headers["Content-Type"] = "application/json"
    response = {"id": name, "status": reply.status, "headers": headers}
    return response if reply.body is None else {**response, "body": reply.body}
