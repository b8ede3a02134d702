"""The practice tenant on the command line."""

from __future__ import annotations

import shlex
import signal
import socket
import subprocess
from typing import TYPE_CHECKING

import pytest

from sspr.bootstrap.browser import browser_executable

if TYPE_CHECKING:
    from tests.sspr.cli.conftest import Command

NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
BUDGET = "--virtual-time-budget=10000"


@pytest.mark.browser
@pytest.mark.slow
def test_without_a_screen_the_command_line_that_it_prints_opens_the_practice_pages(
    sspr: Command,
) -> None:
    """Whom to sign in as is told, the printed command leads there, and Ctrl-C ends it all."""
    running = sspr.start("emulator", environment=NO_SCREEN)
    said = []
    while not said or not said[-1].startswith("Press Ctrl-C"):
        said.append(running.stdout.readline())
        assert said[-1], running.communicate()
    assert any(line.startswith("Sign in as") for line in said)
    words = shlex.split(next(line for line in said if "--host-resolver-rules" in line))
    shell = [str(browser_executable()), *words[1:-1], BUDGET, "--dump-dom", words[-1]]
    page = subprocess.run(shell, cwd=sspr.folder, capture_output=True, text=True, check=True)
    assert "https://aka.ms/ssprsetup" in page.stdout
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (0, "")
    assert "gone" in out
    assert sspr.left_behind() == []


def test_a_port_that_is_taken_is_one_line(sspr: Command) -> None:
    """The line names the port and the option, and no emulator stays."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = sspr("emulator", "--port", str(port), environment=NO_SCREEN)
    assert (told.returncode, told.stdout) == (2, "")
    (line,) = told.stderr.splitlines()
    assert f"port {port} " in line
    assert "--port" in line
    assert sspr.left_behind() == []
