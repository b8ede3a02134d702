"""Messages as the API shows them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from emulator.mailbox.content import Content, html_content, plain_content

if TYPE_CHECKING:
    import datetime as dt

    from emulator.mailbox.tables import Attachment, Message

_FILES = "https://mailosaur.com/api/files/attachments"


def moment(at: dt.datetime) -> str:
    """A time in UTC, to the millisecond."""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def summary_json(message: Message) -> dict[str, Any]:
    """A message in a list."""
    return _head(message) | {"summary": message.summary, "attachments": message.files}


def message_json(message: Message) -> dict[str, Any]:
    """A message in full."""
    return _head(message) | {
        "html": _content(html_content(message.html)) if message.html is not None else None,
        "text": _content(plain_content(message.text)) if message.text is not None else None,
        "attachments": [_attachment(each) for each in message.attachments],
        "metadata": {
            "headers": message.headers,
            "ehlo": message.ehlo,
            "mailFrom": message.mail_from,
            "rcptTo": message.rcpt_to,
        },
    }


def _head(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "type": message.kind,
        "server": message.server_id,
        "from": message.sender,
        "to": message.to,
        "cc": message.cc,
        "bcc": message.bcc,
        "received": moment(message.received_at),
        "subject": message.subject,
    }


def _content(content: Content) -> dict[str, Any]:
    return {
        "body": content.body,
        "links": [asdict(link) for link in content.links],
        "codes": [{"value": code} for code in content.codes],
        "images": [asdict(image) for image in content.images],
    }


def _attachment(attachment: Attachment) -> dict[str, Any]:
    return {
        "id": attachment.id,
        "contentType": attachment.content_type,
        "fileName": attachment.file_name,
        "contentId": attachment.content_id,
        "length": attachment.length,
        "url": f"{_FILES}/{attachment.id}",
    }
