"""Objects and collections as Graph words them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from emulator.graph.errors import bad_request
from emulator.graph.exchange import ROOT, Reply

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping

    from emulator.graph.exchange import Call
    from emulator.graph.odata.paging import Page

Shape = dict[str, Any]


def entity(call: Call, context: str, shape: Shape, *, usual: Collection[str] = ()) -> Reply:
    """One object; ``usual`` are the properties that come when none are selected."""
    chosen = chosen_names(call.query.select, shape, usual)
    head = {"@odata.context": _context(f"{context}/$entity")}
    return Reply(200, head | only(shape, chosen))


def created(context: str, shape: Shape, *, usual: Collection[str] = ()) -> Reply:
    """One object that has just come to be."""
    head = {"@odata.context": _context(f"{context}/$entity")}
    body = head | only(shape, frozenset(usual) or frozenset(shape))
    return Reply(201, body, {"Location": f"{ROOT}/{context}('{shape['id']}')"})


def singleton(call: Call, context: str, shape: Shape) -> Reply:
    """An object of which there is one."""
    chosen = chosen_names(call.query.select, shape, ())
    return Reply(200, {"@odata.context": _context(context)} | only(shape, chosen))


def collection(
    call: Call, context: str, shapes: Iterable[Shape], page: Page, *, usual: Collection[str] = ()
) -> Reply:
    """One page of objects of one kind, with the way to the next."""
    select = call.query.select
    items = [only(shape, chosen_names(select, shape, usual)) for shape in shapes]
    return listed(call, context, items, page)


def listed(call: Call, context: str, items: list[Shape], page: Page) -> Reply:
    """One page of objects as they are to be told, with the way to the next."""
    select = call.query.select
    suffix = f"({','.join(select)})" if select else ""
    body: Shape = {"@odata.context": _context(context + suffix)}
    if page.count is not None:
        body["@odata.count"] = page.count
    if page.next_token:
        body["@odata.nextLink"] = _next_link(call.url, page.next_token)
    return Reply(200, body | {"value": items})


def chosen_names(
    select: Collection[str], shape: Mapping[str, Any], usual: Collection[str]
) -> frozenset[str]:
    """
    The properties to answer with.

    Raises:
        GraphError: A selected one does not exist.
    """
    if not select or "*" in select:
        return frozenset(usual if usual and not select else shape)
    known = {name.casefold(): name for name in shape}
    for name in select:
        if name.casefold() not in known:
            message = (
                f"Parsing OData Select and Expand failed: Could not find a property named '{name}'."
            )
            raise bad_request(message, "BadRequest")
    return frozenset(known[name.casefold()] for name in select)


def only(shape: Shape, chosen: Collection[str]) -> Shape:
    """``shape`` without what was not chosen; what an annotation says of it always stays."""
    return {
        key: value for key, value in shape.items() if key in chosen or key.startswith("@odata.")
    }


def when(time: dt.datetime | None) -> str | None:
    """A time as Graph writes it, or None."""
    return f"{time:%Y-%m-%dT%H:%M:%SZ}" if time else None


def when_exactly(time: dt.datetime) -> str:
    """A time with its fraction, as the logs write it."""
    return f"{time:%Y-%m-%dT%H:%M:%S.%f}0Z"


def _context(what: str) -> str:
    return f"{ROOT}/$metadata#{what}"


def _next_link(url: str, token: str) -> str:
    """The same address with a new skip token."""
    parts = urlsplit(url)
    options = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(k, v) for k, v in options if k.removeprefix("$").casefold() != "skiptoken"]
    query = urlencode([*kept, ("$skiptoken", token)], safe="$")
    return urlunsplit(parts._replace(query=query))
