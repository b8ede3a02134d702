"""Files: attachments, mails as they came, and previews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from starlette.responses import Response
from starlette.routing import Route

from emulator.mailbox.api.errors import NotFound
from emulator.mailbox.api.messages import message_of
from emulator.mailbox.api.previews import picture
from emulator.mailbox.tables import Attachment

if TYPE_CHECKING:
    from starlette.requests import Request


async def attachment(request: Request) -> Response:
    """The bytes of an attached file; always a download, whatever type its sender claims."""
    wanted = select(Attachment).where(Attachment.id == request.path_params["id"])
    with request.state.tenant.store.begin() as session:
        found = session.scalars(wanted).first()
        if found is None:
            raise NotFound
        return Response(
            found.content,
            media_type="application/octet-stream",
            headers={"Content-Disposition": "attachment"},
        )


async def mail(request: Request) -> Response:
    """A mail as it came."""
    with request.state.tenant.store.begin() as session:
        return Response(message_of(session, request).raw, media_type="message/rfc822")


ROUTES = [
    Route("/files/attachments/{id}", attachment, methods=["GET"]),
    Route("/files/email/{id}", mail, methods=["GET"]),
    Route("/files/screenshots/{id}", picture, methods=["GET"]),
]
