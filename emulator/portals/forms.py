"""Reading what a form sends, and knowing that it came from a page of ours."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from starlette.requests import Request

CANARY = "canary"
MOST_FIELDS = 100
LONGEST_VALUE = 20_000


class Forged(HTTPException):
    """A form without the anti-forgery value of the page it claims to come from."""

    def __init__(self) -> None:
        super().__init__(400, "The form has expired or did not come from this page.")


async def read_form(request: Request) -> dict[str, str]:
    """
    The text fields of a posted form, the last of each name.

    Raises:
        HTTPException: The form has too many fields or too long a value, or cannot be parsed.
    """
    async with request.form(max_fields=MOST_FIELDS, max_files=0) as form:
        fields = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    if any(len(value) > LONGEST_VALUE for value in fields.values()):
        raise HTTPException(413, "A field of the form is too long.")
    return fields


def check_canary(fields: dict[str, str], expected: str) -> None:
    """
    See that the form returns the page's anti-forgery value.

    Raises:
        Forged: It does not.
    """
    given = fields.get(CANARY, "").encode("utf-8", "surrogatepass")
    if not hmac.compare_digest(given, expected.encode()):
        raise Forged
