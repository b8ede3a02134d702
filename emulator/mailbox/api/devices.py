"""Virtual security devices and their one-time passwords (RFC 6238), at the tenant's time."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from sqlalchemy import select
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from emulator.mailbox.api.bodies import NewDevice, Secret, read
from emulator.mailbox.api.errors import NotFound, Refused
from emulator.mailbox.api.shapes import moment
from emulator.mailbox.tables import Device

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request


_DIGITS, _PERIOD = 6, 30  # RFC 6238's usual choice; the period in seconds


async def list_devices(request: Request) -> Response:
    """Every device, the oldest first."""
    with request.state.tenant.store.begin() as session:
        devices = session.scalars(select(Device).order_by(Device.created_at, Device.id))
        return JSONResponse({"items": [_json(each) for each in devices]})


async def create(request: Request) -> Response:
    """A new device."""
    order = await read(request, NewDevice)
    tenant = request.state.tenant
    _key(order.shared_secret)
    device = Device(
        name=order.name, shared_secret=order.shared_secret, created_at=tenant.clock.now()
    )
    with tenant.store.begin() as session:
        session.add(device)
        session.flush()
        return JSONResponse(_json(device))


async def delete(request: Request) -> Response:
    """Remove a device."""
    with request.state.tenant.store.begin() as session:
        session.delete(_device(session, request))
    return Response(status_code=204)


async def code_of_device(request: Request) -> Response:
    """The one-time password that a device shows now."""
    with request.state.tenant.store.begin() as session:
        secret = _device(session, request).shared_secret
    return _answer(secret, request.state.tenant.clock.now())


async def code_of_secret(request: Request) -> Response:
    """The one-time password of a shared secret now."""
    secret = (await read(request, Secret)).shared_secret
    return _answer(secret, request.state.tenant.clock.now())


def _device(session: Session, request: Request) -> Device:
    if device := session.get(Device, request.path_params["id"]):
        return device
    raise NotFound


def _answer(secret: str, now: dt.datetime) -> Response:
    window = int(now.timestamp()) // _PERIOD
    expires = dt.datetime.fromtimestamp((window + 1) * _PERIOD, dt.UTC)
    return JSONResponse({"code": _code(secret, now), "expires": moment(expires)})


def _code(secret: str, now: dt.datetime) -> str:
    totp = TOTP(_key(secret), _DIGITS, SHA1(), _PERIOD, enforce_key_length=False)  # noqa: S303 - RFC 6238
    return totp.generate(int(now.timestamp())).decode()


def _key(secret: str) -> bytes:
    bare = re.sub(r"[\s=-]", "", secret).upper()
    try:
        return base64.b32decode(bare + "=" * (-len(bare) % 8))
    except (binascii.Error, ValueError):
        raise Refused(sharedSecret="Must be encoded in base32") from None


def _json(device: Device) -> dict[str, str]:
    return {"id": device.id, "name": device.name}


ROUTES = [
    Route("/devices", list_devices, methods=["GET"]),
    Route("/devices", create, methods=["POST"]),
    Route("/devices/otp", code_of_secret, methods=["POST"]),
    Route("/devices/{id}", delete, methods=["DELETE"]),
    Route("/devices/{id}/otp", code_of_device, methods=["GET"]),
]
