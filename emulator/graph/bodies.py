"""Reading the JSON that callers send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from emulator.graph.errors import GraphError, bad_request

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from emulator.graph.exchange import Call

_ANNOTATION = "@odata."


class Body(BaseModel):
    """What a request may say; unknown names and wrong types are refused."""

    model_config = ConfigDict(
        extra="forbid", strict=True, alias_generator=to_camel, str_max_length=4096
    )


B = TypeVar("B", bound=Body)


def read(call: Call, shape: type[B]) -> B:
    """
    The body of ``call`` as ``shape``; OData annotations are let go.

    Raises:
        GraphError: It is no object, or says something that it may not.
    """
    return _validated(_plain(call.json), shape)


def read_as_sent(call: Call, shape: type[B]) -> B:
    """
    The body of ``call`` as ``shape``, annotations included.

    Raises:
        GraphError: It is no object, or says something that it may not.
    """
    return _validated(call.json, shape)


def _validated(json: dict[str, Any], shape: type[B]) -> B:
    try:
        return shape.model_validate(json)
    except ValidationError as error:
        raise _refusal(error.errors(include_url=False)[0], shape) from None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if _ANNOTATION not in key}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _refusal(error: ErrorDetails, shape: type[Body]) -> GraphError:
    name = ".".join(str(part) for part in error["loc"]) or "body"
    kind = shape.__name__.removesuffix("Body")
    if error["type"] == "missing":
        return bad_request(f"A value is required for property '{name}' of resource '{kind}'.")
    if error["type"] == "extra_forbidden":
        return bad_request(f"Invalid property '{name}'.")
    return bad_request(f"Invalid value specified for property '{name}' of resource '{kind}'.")
