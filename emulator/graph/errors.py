"""What Microsoft Graph answers when it refuses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(eq=False)
class GraphError(Exception):
    """
    A refused request.

    Attributes:
        status: The HTTP status.
        code: Graph's error code.
        message: One sentence for the caller.
        headers: Headers that belong to the refusal.
    """

    status: int
    code: str
    message: str
    headers: Mapping[str, str] = field(default_factory=dict)


def bad_request(message: str, code: str = "Request_BadRequest") -> GraphError:
    """The request says something that cannot be done."""
    return GraphError(400, code, message)


def unsupported_query(message: str) -> GraphError:
    """The query asks something that is not served."""
    return bad_request(message, "Request_UnsupportedQuery")


def not_found(name: str) -> GraphError:
    """No object goes by ``name``."""
    message = (
        f"Resource '{name}' does not exist or one of its queried reference-property objects "
        "are not present."
    )
    return GraphError(404, "Request_ResourceNotFound", message)


def no_such_segment(segment: str) -> GraphError:
    """The address has a part that leads nowhere."""
    return GraphError(400, "BadRequest", f"Resource not found for the segment '{segment}'.")


def wrong_method(method: str) -> GraphError:
    """The address does not take this method."""
    message = f"The request method '{method}' is not allowed on this resource."
    return GraphError(405, "Request_BadRequest", message)
