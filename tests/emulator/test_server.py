"""The server behind its port."""

from __future__ import annotations

import contextlib
import socket
from pathlib import Path

import httpx

from emulator.emulator import Emulator
from emulator.mailbox.outbox import Outbox
from emulator.server import Server
from sspr.policy import load_policy

POLICY = Path(__file__).parents[2] / "policies" / "tutorial.toml"


def test_clients_hang_up_first() -> None:
    """A connection that idles is ended by the client, so that no request meets a closed door."""
    emulator = Emulator(load_policy(POLICY), Outbox())
    with contextlib.closing(emulator), socket.socket() as listening:
        server = Server(emulator, listening, 0)
        idle = httpx.Limits().keepalive_expiry
        assert idle is not None
        assert server._uvicorn.config.timeout_keep_alive > idle
