"""The emulator as a process of our own: started, made anew between scenarios, ended."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from typing import IO, TYPE_CHECKING, Any

from pydantic import SecretStr

from sspr.control import ADDRESS, Control
from sspr.errors import UsageError
from sspr.greeting import Greeting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from sspr.policy import Policy
    from sspr.tenant import Tenant

_READY_SECONDS = 60.0


class Embedded:
    """
    A running emulator that ends with us: it watches its standard input, which we hold.

    Attributes:
        tenant: The tenant it serves now.
        route: The way to it, the same for each of its tenants.
        control: Its control API.
    """

    def __init__(self, process: subprocess.Popen[bytes], words: dict[str, Any]) -> None:
        self._process = process
        self._words = words
        greeting = Greeting.model_validate(words)
        self.route = greeting.route
        self.control = Control(greeting.route, greeting.control_token)
        self.tenant: Tenant = greeting.tenant(self.control)

    @classmethod
    def start(
        cls,
        policy: Path,
        *,
        service_date: dt.date | None = None,
        deviations: Iterable[str] = (),
        port: int = 0,
        watched: bool = False,
    ) -> Embedded:
        """
        Start an emulator under the policy file ``policy`` and wait for its greeting.

        It serves on ``port`` of the loopback address; 0 lets the machine choose one. ``watched``
        lets it note which deviations bear on what happens.

        Raises:
            UsageError: It refused to start; the text is its own line.
        """
        command = [sys.executable, "-m", "emulator", "--attached", "--policy", str(policy)]
        command += ["--port", str(port)] if port else []
        command += ["--service-date", service_date.isoformat()] if service_date else []
        command += [word for name in deviations for word in ("--deviate", name)]
        command += ["--watched"] if watched else []
        with tempfile.TemporaryFile() as complaints:
            process = subprocess.Popen(  # noqa: S603 - our own module, our own arguments
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                **_apart(),
            )
            return cls(process, _greeting(process, complaints))

    @property
    def greeting(self) -> dict[str, Any]:
        """What the emulator says of its present tenant, as plain data; it holds secrets."""
        return dict(self._words)

    @property
    def smtp_port(self) -> int:
        """The loopback port where it takes mail, for tests that send some."""
        return int(self._words["smtp_port"])

    def reset(
        self,
        policy: Policy | None = None,
        *,
        service_date: dt.date | None = None,
        deviations: Iterable[str] | None = None,
    ) -> Tenant:
        """Make the tenant anew: empty directory, empty mailbox. None leaves a thing as it was."""
        self._words |= self.control.reset(policy, service_date, deviations)
        self.tenant = Greeting.model_validate(self._words).tenant(self.control)
        return self.tenant

    @property
    def doorway(self) -> SecretStr:
        """The address of its practice pages, with the token that lets a person in."""
        token = Greeting.model_validate(self._words).control_token.get_secret_value()
        return SecretStr(f"{ADDRESS}/?token={token}")

    def wait(self) -> None:
        """Return when the process has ended by itself."""
        self._process.wait()

    def stop(self) -> None:
        """End the process at once; nothing that it holds outlives it."""
        self.control.close()
        _end(self._process)


def _apart() -> dict[str, Any]:
    """Keep Ctrl-C to ourselves: the emulator ends when we let go of it, not before."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _greeting(process: subprocess.Popen[bytes], complaints: IO[bytes]) -> dict[str, Any]:
    line = _first_line(process)
    if line:
        words: dict[str, Any] = json.loads(line)
        return words
    _end(process)
    complaints.seek(0)
    said = complaints.read().decode(errors="replace").strip().splitlines() or ["it said nothing"]
    raise UsageError(f"The emulator did not start: {said[-1]}")


def _first_line(process: subprocess.Popen[bytes]) -> bytes:
    if process.stdout is None:
        return b""
    watchdog = threading.Timer(_READY_SECONDS, process.kill)
    watchdog.start()
    try:
        return process.stdout.readline()
    finally:
        watchdog.cancel()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
