"""Messages that a caller of the API writes: new ones, forwards and replies."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from typing import TYPE_CHECKING

from emulator.mailbox.content import words_of

if TYPE_CHECKING:
    from emulator.mailbox.api.bodies import Creation, Forwarding, Reply, Upload, Writing
    from emulator.mailbox.tables import Message


@dataclass(slots=True)
class Draft:
    """
    A message before it is sent.

    Attributes:
        server: The inbox it is sent from.
        phone: The number a text goes to; None for a mail.
    """

    server: str
    sender: str
    to: str
    subject: str
    writing: Writing
    quoted: str = ""
    files: tuple[Upload, ...] = ()
    phone: str | None = None

    @property
    def recipients(self) -> list[str]:
        """To whom it goes."""
        return [each for each in (self.to, self.writing.cc) if each]


def created(order: Creation, server: str) -> Draft:
    """A new mail."""
    return Draft(
        server=server,
        sender=order.sender or f"emulator@{server}.mailosaur.net",
        to=order.to or "",
        subject=order.subject or "",
        writing=order,
        files=order.attachments,
    )


def forwarded(message: Message, order: Forwarding) -> Draft:
    """A mail that passes a message on below the caller's own words."""
    return Draft(
        server=message.server_id,
        sender=_own_address(message),
        to=order.to,
        subject=f"Fwd: {message.subject}",
        writing=order,
        quoted=_words(message),
    )


def replied(message: Message, order: Reply) -> Draft:
    """An answer, which goes where the message came from."""
    sender = message.sender[0] if message.sender else {}
    return Draft(
        server=message.server_id,
        sender=_own_address(message),
        to=sender.get("email") or "",
        subject=f"Re: {message.subject}",
        writing=order,
        quoted=_words(message),
        files=order.attachments,
        phone=sender.get("phone"),
    )


def compose(draft: Draft) -> EmailMessage:
    """
    The draft as a mail.

    Raises:
        ValueError: A header cannot be written.
    """
    mail = EmailMessage()
    mail["From"] = draft.sender
    mail["Subject"] = draft.subject
    for header, value in (("To", draft.to), ("Cc", draft.writing.cc)):
        if value:
            mail[header] = value
    _write(mail, draft)
    for file in draft.files:
        main, sub = file.content_type.split("/", 1)
        mail.add_attachment(file.data, maintype=main, subtype=sub, filename=file.file_name)
    return mail


def _write(mail: EmailMessage, draft: Draft) -> None:
    quoted = "".join(f"\n> {line}" for line in draft.quoted.splitlines())
    if draft.writing.html:
        mail.set_content(words_of(draft.writing.html) + quoted)
        mail.add_alternative(draft.writing.html, subtype="html")
    else:
        mail.set_content((draft.writing.text or "") + quoted)


def _own_address(message: Message) -> str:
    addresses = [entry["email"] for entry in message.rcpt_to if entry["email"]]
    return addresses[0] if addresses else f"emulator@{message.server_id}.mailosaur.net"


def _words(message: Message) -> str:
    return message.text if message.text is not None else words_of(message.html or "")
