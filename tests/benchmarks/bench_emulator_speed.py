"""How fast the emulator starts and answers, and whether it keeps what it should forget."""

from __future__ import annotations

import asyncio
import base64
import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import httpx
import pytest

from emulator.app import create_app
from emulator.control.people import invite
from emulator.deviations import STRAIGHT
from emulator.emulator import Emulator
from emulator.mailbox.arrival import deliver
from emulator.mailbox.envelope import Arrival
from emulator.portals import keep
from emulator.portals.session import ADMIN_CENTER, MY_ACCOUNT, MY_SIGN_INS
from emulator.post import Drawer
from emulator.server import Server, Settings
from emulator.store import RegisteredMethod
from emulator.store.people import user_by_name
from sspr.policy import load_policy
from sspr.wire import Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp, Message

    from emulator.portals.session import Site

pytestmark = pytest.mark.slow

POLICY = Path(__file__).parents[2] / "policies" / "tutorial.toml"
PAGE_LIMIT_MS, START_LIMIT_SECONDS = 5, 1
BATCHES, REPEATS, REQUESTS, WARM_UP, MAILS = 4, 100, 10_000, 2_000, 50
GROWTH_LIMIT_KIB = 5 * 1024  # sessions begun are kept till they expire, some 250 bytes a request

SIGN_IN = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?" + urlencode(
    {
        "client_id": MY_SIGN_INS.client_id,
        "redirect_uri": MY_SIGN_INS.redirect_uri,
        "response_type": "code",
        "state": "x",
    }
)
PAGES = (
    "https://aka.ms/sspr",
    SIGN_IN,
    "https://passwordreset.microsoftonline.com/",
    "https://mysignins.microsoft.com/security-info",
    "https://emulator.test/",
    "https://emulator.test/inbox",
    "https://emulator.test/control",
    "https://mailosaur.com/api/messages?server={server}",
    "https://mailosaur.com/api/servers",
)
SIGNED_IN = {
    "https://mysignins.microsoft.com/security-info": MY_SIGN_INS,
    "https://mysignins.microsoft.com/security-info?setup=sspr": MY_SIGN_INS,
    "https://mysignins.microsoft.com/register": MY_SIGN_INS,
    "https://myaccount.microsoft.com/": MY_ACCOUNT,
    "https://entra.microsoft.com/": ADMIN_CENTER,
}


def tell(capsys: pytest.CaptureFixture[str], figures: str) -> None:
    """Print a benchmark's figures."""
    with capsys.disabled():
        print(f"\n{figures}")  # noqa: T201 - figures are what a benchmark is for


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator without ports, with mail in its mailbox."""
    emulator = Emulator(load_policy(POLICY), Drawer())
    with emulator.tenant.store.begin() as session:
        for number in range(MAILS):
            raw = b"Subject: %d\r\n\r\nYour code is 482913\r\n" % number
            to = f"jo@{emulator.mailbox.domain}"
            deliver(session, Arrival(raw, "", (to,), at=emulator.now()), emulator.mailbox.server)
    yield emulator
    emulator.close()


@pytest.mark.parametrize("url", PAGES)
def test_a_page_answers_in_time(
    emulator: Emulator, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    """
    The server spends under 5 ms of its thread's time on 95 of 100 requests for a page.

    Of several batches the quietest counts, since neighbours on the machine slow the others.
    """
    url = url.format(server=emulator.mailbox.server)
    _judge(emulator, capsys, url, _headers(emulator, url))


@pytest.mark.parametrize("url", SIGNED_IN)
def test_a_page_behind_sign_in_answers_in_time(
    emulator: Emulator, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    """The same holds for the pages that a user and an administrator see signed in."""
    _judge(emulator, capsys, url, {"Cookie": _signed_in(emulator, SIGNED_IN[url])})


def _judge(
    emulator: Emulator, capsys: pytest.CaptureFixture[str], url: str, headers: dict[str, str]
) -> None:
    app = create_app(emulator)
    batches = [asyncio.run(_measure(app, url, headers)) for _ in range(BATCHES)]
    spent = min(batches, key=lambda batch: quantiles(batch, n=20)[-1])
    p95 = quantiles(spent, n=20)[-1]
    figures = f"median {median(spent):5.2f} ms  p95 {p95:5.2f} ms"
    tell(capsys, f"{url.partition('&')[0][:68]:68} {figures}")
    assert p95 < PAGE_LIMIT_MS


def test_the_first_page_comes_soon_after_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    """From the order to start until the first page is read takes under a second."""
    seconds = min(asyncio.run(_first_page()) for _ in range(3))
    tell(capsys, f"start to first page {seconds * 1000:.0f} ms")
    assert seconds < START_LIMIT_SECONDS


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_memory_stays_flat(capsys: pytest.CaptureFixture[str]) -> None:
    """Ten thousand requests leave nothing behind in the server's memory."""
    command = [sys.executable, "-m", "emulator", "--attached", "--policy", str(POLICY)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout
        greeting = json.loads(process.stdout.readline())
        with _client(greeting) as client:
            _ask(client, greeting, WARM_UP)
            before, began = _memory_kib(process.pid), time.perf_counter()
            _ask(client, greeting, REQUESTS)
            seconds = time.perf_counter() - began
            after = _memory_kib(process.pid)
        assert process.stdin
        process.stdin.close()
    rate = REQUESTS / seconds
    tell(capsys, f"{REQUESTS} requests, {rate:.0f}/s: {before} KiB before, {after} KiB after")
    assert after - before < GROWTH_LIMIT_KIB


async def _measure(app: ASGIApp, url: str, headers: dict[str, str]) -> list[float]:
    """The milliseconds of the thread's own time that each request cost, the first few apart."""
    spent = []
    for _ in range(REPEATS + 5):
        began = time.thread_time()
        status = await _get(app, url, headers)
        spent.append((time.thread_time() - began) * 1000)
        assert status < 400
    return spent[5:]


async def _get(app: ASGIApp, url: str, headers: dict[str, str]) -> int:
    """One GET without a wire; the status."""
    parts, statuses = urlsplit(url), []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "https",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "server": (parts.hostname, 443),
        "client": ("127.0.0.1", 1),
        "headers": [
            (name.lower().encode(), value.encode())
            for name, value in {"Host": parts.netloc, **headers}.items()
        ],
    }
    await app(scope, receive, send)
    return int(statuses[0])


def _headers(emulator: Emulator, url: str) -> dict[str, str]:
    """What the page asks of a visitor: the API key, or the cookie of the practice pages."""
    if "mailosaur" in url:
        return _basic(emulator.mailbox.api_key)
    if "emulator.test" not in url:
        return {}

    async def enter() -> str:
        transport = httpx.ASGITransport(create_app(emulator))
        async with httpx.AsyncClient(transport=transport) as client:
            token = {"token": emulator.control_token}
            answer = await client.get("https://emulator.test/", params=token)
        return answer.headers["set-cookie"].partition(";")[0]

    return {"Cookie": asyncio.run(enter())}


def _signed_in(emulator: Emulator, site: Site) -> str:
    """The cookie of somebody at work in ``site``: a registered user, or the administrator."""
    tenant = emulator.tenant
    member = invite(tenant, group=True).user_principal_name
    name = emulator.administrator.user_principal_name if site is ADMIN_CENTER else member
    now = tenant.clock.now()
    with tenant.store.begin() as session:
        user = user_by_name(session, name)
        assert user
        for kind, value in (("email", "jo@x.test"), ("mobilePhone", "+1 4255550107")):
            session.add(
                RegisteredMethod(user_id=user.id, kind=kind, value=value, registered_at=now)
            )
        data: dict[str, object] = {"mfa_at": now.isoformat()}
        row = keep.open_session(session, tenant, site.name, site.lasts, user_id=user.id, data=data)
    return f"{site.name}={row.id}"


def _basic(key: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()}


async def _first_page() -> float:
    """How many seconds it takes."""
    began = time.perf_counter()
    settings = Settings(policy=load_policy(POLICY), bent=STRAIGHT)
    async with Server.started(settings) as server:
        words = server.greeting()
        route = Route(words["port"], words["certificate"], words["spki"])
        async with httpx.AsyncClient(transport=route.httpx_transport(), trust_env=False) as client:
            answer = await client.get("https://passwordreset.microsoftonline.com/")
            assert answer.status_code == 200
            return time.perf_counter() - began


def _client(greeting: dict[str, str]) -> httpx.Client:
    route = Route(int(greeting["port"]), greeting["certificate"], greeting["spki"])
    return httpx.Client(transport=route.httpx_sync_transport(), trust_env=False)


def _ask(client: httpx.Client, greeting: dict[str, dict[str, str]], times: int) -> None:
    mailbox = greeting["mailbox"]
    headers = _basic(mailbox["api_key"])
    urls = [url.format(server=mailbox["server"]) for url in PAGES if "emulator.test" not in url]
    for number in range(times):
        assert client.get(urls[number % len(urls)], headers=headers).status_code < 400


def _memory_kib(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])
