"""What the mailbox keeps, in the tenant's own database, so that a reset empties it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from emulator.store.base import Base
from emulator.store.directory import new_id

BODY = "body"
Address = dict[str, str | None]  # name, email, phone


class MailServer(Base):
    """An inbox, which Mailosaur calls a server; its id is the first label of its mail domain."""

    __tablename__ = "mail_servers"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    users: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[dt.datetime]


class Attachment(Base):
    """A file that came with a message; ``length`` in bytes."""

    __tablename__ = "mail_attachments"

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True, default=new_id)
    message_id: Mapped[str] = mapped_column(
        ForeignKey("mail_messages.id", ondelete="CASCADE"), index=True
    )
    content_type: Mapped[str]
    file_name: Mapped[str | None]
    content_id: Mapped[str | None]
    length: Mapped[int]
    content: Mapped[bytes] = mapped_column(deferred=True)


class Message(Base):
    """
    One mail or text message.

    A list needs no more than the head and the summary; the rest is the group ``body``.
    ``kind`` is Email or SMS, ``direction`` Received or Sent. The four ``found_by`` columns hold
    case-folded copies for searching; addresses stand between line breaks there.
    """

    __tablename__ = "mail_messages"

    number: Mapped[int] = mapped_column(primary_key=True)  # the order of arrival
    id: Mapped[str] = mapped_column(unique=True, default=new_id)
    server_id: Mapped[str] = mapped_column(
        ForeignKey("mail_servers.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(default="Email")
    direction: Mapped[str] = mapped_column(default="Received")
    received_at: Mapped[dt.datetime] = mapped_column(index=True)
    subject: Mapped[str]
    summary: Mapped[str]  # the first words
    files: Mapped[int] = mapped_column(default=0)  # how many are attached
    sender: Mapped[list[Address]] = mapped_column(JSON, default=list)
    to: Mapped[list[Address]] = mapped_column(JSON, default=list)
    cc: Mapped[list[Address]] = mapped_column(JSON, default=list)
    bcc: Mapped[list[Address]] = mapped_column(JSON, default=list)
    html: Mapped[str | None] = mapped_column(deferred=True, deferred_group=BODY)
    text: Mapped[str | None] = mapped_column(deferred=True, deferred_group=BODY)
    headers: Mapped[list[dict[str, str]]] = mapped_column(
        JSON, default=list, deferred=True, deferred_group=BODY
    )
    ehlo: Mapped[str | None] = mapped_column(deferred=True, deferred_group=BODY)
    mail_from: Mapped[str | None] = mapped_column(deferred=True, deferred_group=BODY)
    rcpt_to: Mapped[list[Address]] = mapped_column(
        JSON, default=list, deferred=True, deferred_group=BODY
    )
    raw: Mapped[bytes] = mapped_column(default=b"", deferred=True)
    found_by_sender: Mapped[str] = mapped_column(deferred=True)
    found_by_recipient: Mapped[str] = mapped_column(deferred=True)
    found_by_subject: Mapped[str] = mapped_column(deferred=True)
    found_by_body: Mapped[str] = mapped_column(deferred=True)
    attachments: Mapped[list[Attachment]] = relationship(
        cascade="all, delete-orphan",
        order_by=Attachment.number,
        passive_deletes=True,
    )


class Device(Base):
    """A virtual security device: a name and the shared secret of its one-time passwords."""

    __tablename__ = "mail_devices"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str]
    shared_secret: Mapped[str]
    created_at: Mapped[dt.datetime]


class Preview(Base):
    """A picture of a mail that somebody asked for."""

    __tablename__ = "mail_previews"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    message_id: Mapped[str] = mapped_column(ForeignKey("mail_messages.id", ondelete="CASCADE"))
    email_client: Mapped[str]
    disable_images: Mapped[bool] = mapped_column(default=False)
