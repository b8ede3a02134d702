"""Errors in the shape that the SDKs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from pydantic import ValidationError
    from starlette.requests import Request

NOT_FOUND = 404


class Refused(Exception):  # noqa: N818 - not every refusal is an error of ours
    """A request with a bad value; each field with what is wrong with it."""

    def __init__(self, **fields: str) -> None:
        super().__init__(str(fields))
        self.fields = fields

    @classmethod
    def because(cls, error: ValidationError) -> Refused:
        """The first complaint about each field of a body or a query."""
        complaints = {
            ".".join(map(str, each["loc"])): each["msg"].removeprefix("Value error, ")
            for each in reversed(error.errors(include_url=False))
        }
        return cls(**complaints)


class NotFound(HTTPException):
    """There is no such thing, or it is no longer there."""

    def __init__(self) -> None:
        super().__init__(NOT_FOUND, "Not found")


async def answer_refused(_request: Request, error: Exception) -> Response:
    """400, with the fields in both the short and the long form."""
    fields = error.fields if isinstance(error, Refused) else {}
    return JSONResponse(
        {
            "type": "ValidationError",
            "messages": fields,
            "errors": [
                {"field": name, "detail": [{"description": text}]} for name, text in fields.items()
            ],
        },
        status_code=400,
    )


async def answer_http(_request: Request, error: Exception) -> Response:
    """Any other status, with what it means."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    return JSONResponse(
        {"type": error.detail.replace(" ", ""), "message": error.detail},
        status_code=error.status_code,
        headers=error.headers,
    )
