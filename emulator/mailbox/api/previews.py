"""
Previews of mails.

The vendor draws a mail in real mail clients. The emulator has none: whatever client is asked for,
the picture shows the mail's plain words and says so.
"""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from emulator.mailbox.api.bodies import PreviewRequest, read
from emulator.mailbox.api.errors import NotFound, Refused
from emulator.mailbox.api.messages import message_of
from emulator.mailbox.content import words_of
from emulator.mailbox.search import read_message
from emulator.mailbox.tables import Preview

if TYPE_CHECKING:
    from starlette.requests import Request

    from emulator.mailbox.tables import Message

CLIENTS = {
    "emulator-plain-words": "Plain words (drawn by the emulator)",
    "iphone-16plus-applemail-lightmode-portrait": "Plain words (stands in for Apple Mail)",
}
_WIDTH, _LINE, _COLUMNS, _LINES = 640, 14, 100, 200
_NOTE = "Emulator: the words of the mail, in no real mail client"


async def clients(_request: Request) -> Response:
    """The clients that may be asked for."""
    return JSONResponse({"items": [{"label": k, "name": v} for k, v in CLIENTS.items()]})


async def generate(request: Request) -> Response:
    """Ask for previews of a mail."""
    order = await read(request, PreviewRequest)
    if unknown := sorted(set(order.email_clients) - CLIENTS.keys()):
        raise Refused(emailClients=f"There is no email client {unknown[0]}")
    with request.state.tenant.store.begin() as session:
        message = message_of(session, request)
        previews = [
            Preview(message_id=message.id, email_client=name, disable_images=order.disable_images)
            for name in order.email_clients
        ]
        session.add_all(previews)
        session.flush()
        return JSONResponse({"items": [_json(each) for each in previews]})


async def picture(request: Request) -> Response:
    """The picture of a preview."""
    with request.state.tenant.store.begin() as session:
        preview = session.get(Preview, request.path_params["id"])
        message = read_message(session, preview.message_id) if preview else None
        if message is None:
            raise NotFound
    return Response(_draw(message), media_type="image/png")


def _draw(message: Message) -> bytes:
    words = message.text if message.text is not None else words_of(message.html or "")
    lines = [_NOTE, "", message.subject, ""]
    lines += [piece for line in words.splitlines() for piece in textwrap.wrap(line, _COLUMNS)]
    lines = lines[:_LINES]
    image = Image.new("RGB", (_WIDTH, _LINE * (len(lines) + 1)), "white")
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((_LINE, _LINE * number), line, fill="black")
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _json(preview: Preview) -> dict[str, object]:
    return {
        "id": preview.id,
        "emailClient": preview.email_client,
        "disableImages": preview.disable_images,
    }


ROUTES = [
    Route("/screenshots/clients", clients, methods=["GET"]),
    Route("/messages/{id}/screenshots", generate, methods=["POST"]),
]
