"""What callers send, checked."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic.alias_generators import to_camel

from emulator.mailbox.api.errors import Refused

if TYPE_CHECKING:
    from starlette.requests import Request

_Body = TypeVar("_Body", bound="Body")
_LONGEST_TEXT = 1_000_000
Text = Annotated[str, Field(max_length=_LONGEST_TEXT)]
Line = Annotated[str, Field(max_length=998, pattern=r"^[^\r\n]*$")]  # RFC 5322, 2.1.1


def _in_utc(value: dt.datetime) -> dt.datetime:
    try:
        return value.astimezone(dt.UTC) if value.tzinfo else value.replace(tzinfo=dt.UTC)
    except OverflowError:
        raise ValueError("is beyond the calendar") from None


Moment = Annotated[dt.datetime, AfterValidator(_in_utc)]


class Body(BaseModel):
    """A JSON object with camel-case names; what is unknown is ignored, as the service does."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True)


class Listing(Body):
    """The query of a listing: ``page`` counts from zero, ``items_per_page`` from 1 to 1000."""

    server: str
    page: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    items_per_page: Annotated[int, Field(ge=1, le=1000)] = 50
    received_after: Moment | None = None
    dir: Literal["Received", "Sent"] = "Received"


class Criteria(Body):
    """What to search for; at least one thing."""

    sent_from: Text | None = None
    sent_to: Text | None = None
    subject: Text | None = None
    body: Text | None = None
    match: Literal["ALL", "ANY"] = "ALL"

    @model_validator(mode="after")
    def _asks_for_something(self) -> Self:
        asked = (self.sent_from, self.sent_to, self.subject, self.body)
        if not any(each and each.strip() for each in asked):
            raise ValueError("Must provide at least one search criterion")
        return self


class Upload(Body):
    """A file to send, its content in base64."""

    file_name: Line
    content_type: Annotated[str, Field(pattern=r"^[\w.+-]+/[\w.+-]+$")] = "application/octet-stream"
    content_id: Line | None = None
    content: Text

    @property
    def data(self) -> bytes:
        """The content itself."""
        return base64.b64decode(self.content)

    @model_validator(mode="after")
    def _content_is_base64(self) -> Self:
        try:
            base64.b64decode(self.content, validate=True)
        except (binascii.Error, ValueError):
            raise ValueError("content must be base64") from None
        return self


class Writing(Body):
    """Words to send, plain or in HTML but not in both."""

    cc: Line | None = None
    text: Text | None = None
    html: Text | None = None

    @model_validator(mode="after")
    def _one_kind_of_words(self) -> Self:
        if self.text and self.html:
            raise ValueError("Either text or html can be given, not both")
        return self


class Creation(Writing):
    """A new mail; ``send`` false keeps it in the inbox."""

    to: Line | None = None
    sender: Annotated[Line | None, Field(alias="from")] = None
    send: bool = False
    subject: Line | None = None
    attachments: tuple[Upload, ...] = ()


class Forwarding(Writing):
    """To whom a message goes on."""

    to: Line


class Reply(Writing):
    """An answer to a message."""

    attachments: tuple[Upload, ...] = ()


class NamedServer(Body):
    """An inbox as callers name it."""

    name: Annotated[str | None, Field(max_length=256)] = None
    users: list[str] | None = None

    @property
    def given_name(self) -> str:
        """
        The name.

        Raises:
            Refused: There is none.
        """
        if not self.name or not self.name.strip():
            raise Refused(name="Servers need a name")
        return self.name


class NewDevice(Body):
    """A device to add."""

    name: Annotated[str, Field(min_length=1, max_length=256)]
    shared_secret: Annotated[str, Field(min_length=1, max_length=1024)]


class Secret(Body):
    """A shared secret in base32."""

    shared_secret: Annotated[str, Field(min_length=1, max_length=1024)]


class PreviewRequest(Body):
    """The mail clients in which to draw a mail."""

    email_clients: Annotated[list[str], Field(min_length=1, max_length=50)]
    disable_images: bool = False


async def read(request: Request, model: type[_Body]) -> _Body:
    """
    The body of a request.

    Raises:
        Refused: It is no JSON object of that shape.
    """
    try:
        return model.model_validate_json(await request.body() or b"{}")
    except ValidationError as error:
        raise Refused.because(error) from None


def query(request: Request) -> Listing:
    """
    The query of a listing.

    Raises:
        Refused: A value is missing or out of range.
    """
    given = {name: value for name, value in request.query_params.items() if value}
    try:
        return Listing.model_validate(given)
    except ValidationError as error:
        raise Refused.because(error) from None
