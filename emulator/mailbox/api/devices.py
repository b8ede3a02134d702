"""Virtual security devices and their one-time passwords (RFC 6238), at the tenant's time."""

from __future__ import annotations

import binascii
import datetime as dt
from typing import TYPE_CHECKING

import pyotp
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


async def list_devices(request: Request) -> Response:
    """Every device, the oldest first."""
    with request.state.tenant.store.begin() as session:
        devices = session.scalars(select(Device).order_by(Device.created_at, Device.id))
        return JSONResponse({"items": [_json(each) for each in devices]})


async def create(request: Request) -> Response:
    """A new device."""
    order = await read(request, NewDevice)
    tenant = request.state.tenant
    _code(order.shared_secret, tenant.clock.now())
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
    totp, code = _code(secret, now)
    window = int(now.timestamp()) // totp.interval
    expires = dt.datetime.fromtimestamp((window + 1) * totp.interval, dt.UTC)
    return JSONResponse({"code": code, "expires": moment(expires)})


def _code(secret: str, now: dt.datetime) -> tuple[pyotp.TOTP, str]:
    totp = pyotp.TOTP(secret.replace(" ", "").rstrip("="))
    try:
        return totp, totp.at(now)
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
