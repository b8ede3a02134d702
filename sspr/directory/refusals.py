"""What Graph says when it will not, in words that an administrator understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sspr.errors import UsageError

if TYPE_CHECKING:
    import httpx

_UNAUTHORISED = 401
_FORBIDDEN = 403
_NOT_FOUND = 404


class GraphRefused(Exception):  # noqa: N818 - what happened, as the house names verdicts
    """
    Graph refused a request.

    Attributes:
        status: The HTTP status.
        code: Graph's error code, such as ``Request_ResourceNotFound``.
    """

    def __init__(self, status: int, code: str, message: str) -> None:
        self.status = status
        self.code = code
        super().__init__(f"{status} {code}: {message}")

    @property
    def not_found(self) -> bool:
        """Whether the thing asked for does not exist."""
        return self.status == _NOT_FOUND

    @property
    def conflicts(self) -> bool:
        """Whether an object that says the same stands there already, such as an assignment."""
        return "conflicting object" in str(self)

    @property
    def already_there(self) -> bool:
        """Whether the thing to be made exists already."""
        return "already exist" in str(self)


def refusal(response: httpx.Response) -> Exception:
    """The error that an answer of 400 or more amounts to."""
    code, message = _told(response)
    request = f"{response.request.method} {response.request.url.path}"
    if response.status_code == _UNAUTHORISED:
        return UsageError(
            f"Graph does not accept the application's token ({request}): {message} "
            "Check tenant id, client id and secret."
        )
    if response.status_code == _FORBIDDEN:
        return UsageError(
            f"Graph denies {request}: {message} Grant the application the permission, "
            "with admin consent, and run again."
        )
    return GraphRefused(response.status_code, code, f"{message} ({request})")


def _told(response: httpx.Response) -> tuple[str, str]:
    try:
        error = response.json()["error"]
        return str(error["code"]), " ".join(str(error["message"]).split())
    except (ValueError, KeyError, TypeError):
        return "", f"it gave no reason (HTTP {response.status_code})."
