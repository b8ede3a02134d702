"""From a request to its answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from emulator.graph import batch
from emulator.graph.catalogue import RESOURCES
from emulator.graph.errors import GraphError, bad_request, no_such_segment, wrong_method
from emulator.graph.exchange import Reply, refusal
from emulator.graph.permissions import authenticate, authorize, authorize_person

if TYPE_CHECKING:
    from emulator.graph.exchange import Call
    from emulator.graph.resource import Operation
    from emulator.identity.access_token import Caller

VERSION = "v1.0"
BATCH = "/$batch"
_KEY = re.compile(r"\((\w+=)?'([^'/]*)'\)")


def answer(call: Call) -> Reply:
    """The answer to ``call``, refusals included; always traced by its ids."""
    try:
        return _answer(call).named(call)
    except GraphError as error:
        return refusal(call, error).named(call)


def _answer(call: Call) -> Reply:
    path = _path(call.url)
    caller = authenticate(call)
    if _is_batch(call.url) and call.method == "POST":
        return batch.run(call, _within_batch)
    operation, names = _find(call.method, _for_user(path, caller))
    call = call.by(caller).at(names)
    for need in operation.needs(call.body):
        authorize(call, need)
    authorize_person(call, operation.rights(call.body))
    return operation.handler(call)


def _within_batch(call: Call) -> Reply:
    if _is_batch(call.url):
        error = bad_request("A batch within a batch is not supported.", "BadRequest")
        return refusal(call, error).named(call)
    return answer(call)


def _is_batch(url: str) -> bool:
    return unquote(urlsplit(url).path).casefold().rstrip("/").endswith(BATCH)


def _path(url: str) -> str:
    """The path below the version, with keys in parentheses turned into segments."""
    version, _, rest = unquote(urlsplit(url).path).lstrip("/").partition("/")
    if version.casefold() != VERSION:
        raise bad_request(f"Invalid version: {version}", "BadRequest")
    return "/" + _KEY.sub(r"/\1\2", rest.rstrip("/"))


def _for_user(path: str, caller: Caller) -> str:
    """``/me`` is the user for whom the caller acts."""
    first, _, rest = path.lstrip("/").partition("/")
    if first.casefold() != "me":
        return path
    if caller.user_id is None:
        message = "/me request is only valid with delegated authentication flow."
        raise bad_request(message, "BadRequest")
    return f"/users/{caller.user_id}/{rest}".rstrip("/")


def _find(method: str, path: str) -> tuple[Operation, dict[str, str]]:
    known = False
    for candidate in RESOURCES:
        names = candidate.match(path)
        if names is not None:
            if method in candidate.operations:
                return candidate.operations[method], names
            known = True
    raise wrong_method(method) if known else no_such_segment(path.rpartition("/")[2])
