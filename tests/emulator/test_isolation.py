"""Emulators keep to themselves: each other, the network and the disk know nothing of them."""

from __future__ import annotations

import json
import os
import smtplib
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from mailosaur import MailosaurClient

from sspr.wire import Route, lead

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
POLICY = ROOT / "policies" / "tutorial.toml"


class Process:
    """An emulator as a process of its own."""

    def __init__(self, *, port: int = 0, scratch: Path) -> None:
        command = [sys.executable, "-m", "emulator", "--attached", "--policy", str(POLICY)]
        self.process = subprocess.Popen(
            [*command, "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(scratch)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self.process.stdout
        self.words: dict[str, Any] = json.loads(self.process.stdout.readline())
        self.route = Route(self.words["port"], self.words["certificate"], self.words["spki"])

    def kill(self) -> None:
        """End it without a chance to clear up."""
        self.process.kill()
        self.process.communicate()

    def status(self, url: str, **headers: str) -> int:
        """The status of a GET."""
        transport = self.route.httpx_sync_transport()
        with httpx.Client(transport=transport, trust_env=False) as client:
            return client.get(url, headers=headers).status_code

    def subjects(self, server: str) -> list[str]:
        """What the inbox ``server`` holds."""
        client = MailosaurClient(self.words["mailbox"]["api_key"])
        lead(client.messages.session, self.route)
        found = [each.subject for each in client.messages.list(server).items]
        client.messages.session.close()
        return found


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Process, Process]]:
    """Two emulators at once."""
    both = Process(scratch=tmp_path), Process(scratch=tmp_path)
    yield both
    for each in both:
        each.kill()


def test_two_emulators_never_see_each_other(pair: tuple[Process, Process]) -> None:
    """Neither takes the other's token, key or certificate, nor gets the other's mail."""
    one, other = pair
    token = {"Authorization": f"Bearer {one.words['control_token']}"}
    phone = (
        f"https://emulator.test/api/phone?user={one.words['administrator']['user_principal_name']}"
    )
    assert (one.status(phone, **token), other.status(phone, **token)) == (200, 401)
    address = f"jo@{one.words['mailbox']['domain']}"
    with smtplib.SMTP("127.0.0.1", one.words["smtp_port"], local_hostname="x") as smtp:
        smtp.sendmail("a@b.c", [address], "Subject: for one alone\r\n\r\nwords")
    assert one.subjects(one.words["mailbox"]["server"]) == ["for one alone"]
    assert other.subjects(other.words["mailbox"]["server"]) == []
    crossed = Route(one.route.port, other.route.certificate, other.route.spki)
    with (
        httpx.Client(transport=crossed.httpx_sync_transport(), trust_env=False) as client,
        pytest.raises(httpx.ConnectError),
    ):
        client.get("https://emulator.test/")


def test_only_the_loopback_address_answers(pair: tuple[Process, Process]) -> None:
    """Neither port is open on any other address of the machine."""
    for port in (pair[0].words["port"], pair[0].words["smtp_port"]):
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        with pytest.raises(OSError, match=r".+"):
            socket.create_connection(("127.0.0.2", port), timeout=5).close()


def test_a_killed_emulator_leaves_nothing_behind(tmp_path: Path) -> None:
    """The next one can have its port, and the disk holds nothing of it."""
    first = Process(scratch=tmp_path)
    assert first.status("https://passwordreset.microsoftonline.com/") == 200
    first.kill()
    assert list(tmp_path.iterdir()) == []
    second = Process(port=first.words["port"], scratch=tmp_path)
    assert second.words["port"] == first.words["port"]
    assert second.words["tenant_id"] != first.words["tenant_id"]
    second.kill()
