"""The tenant's post: mails by SMTP to the emulator's own mailbox, texts by its text gateway."""

from __future__ import annotations

import asyncio
import logging
import re
import smtplib
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from emulator.mailbox.arrival import SMS_DOMAIN

if TYPE_CHECKING:
    from emulator.post import Mail

TEXT_SENDER = "Microsoft"
_SECONDS_TO_ANSWER = 30
# Long names are not folded: where the fold falls Python leaves a blank in a quoted name.
_UNFOLDED = SMTP.clone(max_line_length=998)  # RFC 5322, 2.1.1
_log = logging.getLogger(__name__)


class Outbox:
    """
    A post over real SMTP.

    Each call returns when the mailbox has stored the message. A mail that the mailbox refuses is
    lost and logged, as a mail that bounces is.
    """

    def __init__(self) -> None:
        self._port = 0

    def connect(self, port: int) -> None:
        """Send to the SMTP server on ``port`` of this machine."""
        self._port = port

    async def mail(self, mail: Mail) -> None:
        """Send a mail."""
        await self._hand_over(_mail(mail), mail.sender, mail.to)

    async def text(self, number: str, body: str) -> None:
        """Send a text message to a phone number in international form."""
        recipient = f"{re.sub(r'[^0-9]', '', number)}@{SMS_DOMAIN}"
        await self._hand_over(_text(body), f"sms@{SMS_DOMAIN}", recipient)

    async def _hand_over(self, message: EmailMessage, sender: str, recipient: str) -> None:
        try:
            await asyncio.to_thread(self._send, message, sender, recipient)
        except smtplib.SMTPException as error:
            _log.warning("the mailbox refused a message: %s", type(error).__name__)

    def _send(self, message: EmailMessage, sender: str, recipient: str) -> None:
        with smtplib.SMTP(
            "127.0.0.1", self._port, local_hostname="localhost", timeout=_SECONDS_TO_ANSWER
        ) as smtp:
            smtp.send_message(message, sender, [recipient])


def _mail(mail: Mail) -> EmailMessage:
    message = EmailMessage(_UNFOLDED)
    message["From"] = Address(_one_line(mail.sender_name), addr_spec=mail.sender)
    message["To"] = _one_line(mail.to)
    message["Subject"] = _one_line(mail.subject)
    message["Message-ID"] = mail.message_id
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message


def _text(body: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = TEXT_SENDER
    message.set_content(body)
    return message


def _one_line(value: str) -> str:
    return " ".join(value.split())
