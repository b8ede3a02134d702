"""What messages are asked for by, and what they are made of."""

from __future__ import annotations

import base64
import datetime as dt

from mailosaur.models import Attachment, MessageCreateOptions, SearchCriteria

LONG_AGO = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)


def criteria(**values: str) -> SearchCriteria:
    """Criteria by their Python names."""
    wanted = SearchCriteria()
    for name, value in values.items():
        setattr(wanted, name, value)
    return wanted


def creation(to: str, *, send: bool, files: list[Attachment] | None = None) -> MessageCreateOptions:
    """What the SDK is given to create a message, which it sends or only keeps."""
    return MessageCreateOptions(to, send, "New", "new words", attachments=files)


def data_file(content: bytes) -> Attachment:
    """A file of bytes, as the SDK takes it."""
    return Attachment(
        {
            "fileName": "data.bin",
            "contentType": "application/octet-stream",
            "content": base64.b64encode(content).decode(),
        }
    )
