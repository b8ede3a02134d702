"""Signing in for a program: azure-identity's own credentials, unmodified, and a person's hand."""

from __future__ import annotations

import base64
import hashlib
import re
import threading
import webbrowser
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest
import requests
from azure.core.pipeline.transport import RequestsTransport
from azure.identity import DeviceCodeCredential, InteractiveBrowserCredential

from sspr.wire import lead
from tests.emulator.portals.conftest import Form, Forms

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from sspr.embedded import Embedded

LOGIN = "https://login.microsoftonline.com"
SCOPE = "https://graph.microsoft.com/User.Read"
SKIP, STAY = "/common/skip", "/kmsi"


@pytest.fixture
def open_client(embedded: Embedded) -> Iterator[Callable[..., httpx.Client]]:
    """Opens clients that find the emulator, and closes them in the end."""
    with ExitStack() as stack:

        def opened(**more: Any) -> httpx.Client:
            route = embedded.route.httpx_sync_transport()
            return stack.enter_context(httpx.Client(transport=route, **more))

        yield opened


@pytest.fixture
def person(embedded: Embedded, open_client: Callable[..., httpx.Client]) -> Callable[[], Person]:
    """Makes a person at a browser of their own."""
    return lambda: Person(embedded, open_client(follow_redirects=True))


@pytest.fixture
def options(embedded: Embedded) -> Iterator[dict[str, Any]]:
    """What makes a credential find the emulator."""
    with lead(requests.Session(), embedded.route) as session:
        yield {
            "tenant_id": embedded.greeting["tenant_id"],
            "client_id": embedded.greeting["client_id"],
            "transport": RequestsTransport(session=session, session_owner=False),
        }


class Person:
    """The administrator at a browser that runs no script."""

    def __init__(self, embedded: Embedded, http: httpx.Client) -> None:
        self.http = http
        self.account = embedded.greeting["administrator"]
        self.page: httpx.Response

    def open(self, url: str) -> None:
        """Open an address."""
        self.page = self.http.get(url)

    def send(self, action: str = "", **fields: str) -> httpx.Response:
        """Send the form that goes to ``action``, or the first."""
        form = next(each for each in self._forms() if each.action.endswith(action))
        target = urljoin(str(self.page.url), form.action)
        self.page = self.http.post(target, data=form.fields | fields)
        return self.page

    def sign_in(self) -> None:
        """Name and password, no registration now, not staying signed in."""
        name = self.account["user_principal_name"]
        self.send(login=name, loginfmt=name, passwd=self.account["password"])
        self.send(SKIP)
        self.send(STAY, LoginOptions="3")

    def hand_over(self) -> None:
        """Let go of the page's form to the program on this machine, as its script does."""
        form = self._forms()[0]
        requests.post(form.action, data=form.fields, timeout=10)

    def _forms(self) -> list[Form]:
        return Forms(self.page.text).found


def _me(http: httpx.Client, token: str) -> Any:
    answer = http.get(
        "https://graph.microsoft.com/v1.0/me", headers={"Authorization": f"Bearer {token}"}
    )
    return answer.json()["userPrincipalName"]


def test_a_device_code_signs_a_program_in(
    person: Callable[[], Person], options: dict[str, Any]
) -> None:
    """DeviceCodeCredential gets a token of who typed its code in, once."""
    hand, told = person(), []

    def prompt(address: str, code: str, expires: dt.datetime) -> None:
        hand.open(address)
        hand.send(otc="NONSENSE")
        assert "didn&#39;t work" in hand.page.text
        hand.send(otc=code.lower())
        hand.sign_in()
        told.append((hand.page.text, code, expires))

    credential = DeviceCodeCredential(prompt_callback=prompt, **options)
    token = credential.get_token(SCOPE)
    assert _me(hand.http, token.token) == hand.account["user_principal_name"]
    ((page, code, _),) = told
    assert "sspr-harness" in page
    again = person()
    again.open(f"{LOGIN}/common/oauth2/deviceauth")
    assert "didn&#39;t work" in again.send(otc=code).text


def test_a_program_with_a_browser_gets_its_code_by_form(
    person: Callable[[], Person], options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """InteractiveBrowserCredential gets its code posted to this machine, and proves itself."""
    hand, walks = person(), []

    def walk(url: str) -> None:
        hand.open(url)
        hand.sign_in()
        hand.hand_over()

    def opened(url: str) -> bool:
        walks.append(threading.Thread(target=walk, args=(url,)))
        walks[-1].start()
        return True

    monkeypatch.setattr(webbrowser, "open", opened)
    credential = InteractiveBrowserCredential(timeout=60, **options)
    token = credential.get_token(SCOPE)
    for each in walks:
        each.join()
    assert _me(hand.http, token.token) == hand.account["user_principal_name"]


def test_a_device_code_serves_once_and_only_when_it_was_typed_in(
    embedded: Embedded, person: Callable[[], Person], open_client: Callable[..., httpx.Client]
) -> None:
    """A program that asks too early is told to go on; invented and spent codes are refused."""
    http = open_client()
    client = {"client_id": embedded.greeting["client_id"]}
    scope = {**client, "scope": SCOPE}
    begun = http.post(f"{LOGIN}/common/oauth2/v2.0/devicecode", data=scope).json()
    grant = {**client, "grant_type": "urn:ietf:params:oauth:grant-type:device_code"}

    def ask(code: str) -> Any:
        form = {**grant, "device_code": code}
        return http.post(f"{LOGIN}/common/oauth2/v2.0/token", data=form).json()

    code = begun["device_code"]
    invented = f"{begun['user_code']}.guess"
    found = [ask(each)["error"] for each in (code, invented, "")]
    assert found == ["authorization_pending", "expired_token", "invalid_request"]
    hand = person()
    hand.open(begun["verification_uri"])
    hand.send(otc=begun["user_code"])
    hand.sign_in()
    assert "access_token" in ask(code)
    assert ask(code)["error"] == "expired_token"


def test_a_code_serves_only_who_asked_for_it(
    embedded: Embedded, person: Callable[[], Person], open_client: Callable[..., httpx.Client]
) -> None:
    """Neither a wrong verifier nor another redirect URI gets a token, and no code serves twice."""
    verifier = "v" * 43
    digest = hashlib.sha256(verifier.encode()).digest()
    asked = {
        "client_id": embedded.greeting["client_id"],
        "response_type": "code",
        "redirect_uri": "http://localhost:8400",
        "scope": SCOPE,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
    }

    def code() -> str:
        hand = person()
        hand.http.follow_redirects = False
        hand.open(str(httpx.URL(f"{LOGIN}/common/oauth2/v2.0/authorize", params=asked)))
        hand.sign_in()
        back = hand.page.headers["location"]
        assert back.startswith("http://localhost:8400?code=")
        return parse_qs(urlsplit(back).query)["code"][0]

    def redeem(code: str, **changes: str) -> Any:
        form = {
            "grant_type": "authorization_code",
            "client_id": asked["client_id"],
            "code": code,
            "code_verifier": verifier,
            "redirect_uri": asked["redirect_uri"],
            **changes,
        }
        return open_client().post(f"{LOGIN}/common/oauth2/v2.0/token", data=form).json()

    assert redeem(code(), code_verifier="w" * 43)["error_codes"] == [50148]
    assert redeem(code(), redirect_uri="http://localhost:1")["error_codes"] == [50011]
    good = code()
    assert re.fullmatch(r"[\w-]+\.[\w-]+\.[\w-]+", redeem(good)["access_token"])
    assert redeem(good)["error_codes"] == [70008]


@pytest.mark.parametrize(
    "changes",
    [
        {"redirect_uri": "https://elsewhere.example"},
        {"redirect_uri": "http://localhost.elsewhere.example"},
        {"code_challenge_method": "S512"},
        {"response_mode": "fragment"},
        {"response_type": "token"},
    ],
)
def test_only_programs_on_this_machine_are_served(
    embedded: Embedded, open_client: Callable[..., httpx.Client], changes: dict[str, str]
) -> None:
    """A code is handed to a loopback address only, and in no way that is not offered."""
    asked = {
        "client_id": embedded.greeting["client_id"],
        "response_type": "code",
        "redirect_uri": "http://localhost:8400/back",
    }
    answer = open_client().get(f"{LOGIN}/common/oauth2/v2.0/authorize", params=asked | changes)
    assert (answer.status_code, "ConvergedError" in answer.text) == (400, True)
