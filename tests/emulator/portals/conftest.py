"""A tenant without ports, and a browser without windows that walks through its pages."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin

import httpx
import pytest
from anyio.from_thread import start_blocking_portal

from emulator.app import create_app
from emulator.emulator import Emulator
from emulator.post import Drawer
from emulator.rules.secrets_hash import hash_secret
from emulator.store import AuditEvent, Group, Membership, RegisteredMethod, User
from sspr.policy import Policy, load_policy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from starlette.types import ASGIApp

PASSWORD = "Correct-Horse-7"


@dataclass
class Form:
    """One form of a page: where it goes and what it sends."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: set[tuple[str, str]] = field(default_factory=set)


class Forms(HTMLParser):
    """Reads the forms of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note forms and what is in them."""
        at = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(at.get("action", "")))
        elif self.found and tag == "button" and at.get("name"):
            self.found[-1].buttons.add((at["name"], at.get("value", "")))
        elif self.found and tag == "input" and at.get("name"):
            if at.get("type") not in {"radio", "checkbox"} or "checked" in at:
                self.found[-1].fields[at["name"]] = at.get("value", "")
        elif self.found and tag == "select" and at.get("name"):
            self._select = at["name"]
        elif self.found and tag == "option" and self._select:
            known = self.found[-1].fields
            if self._select not in known or "selected" in at:
                known[self._select] = at.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        """A list ends."""
        if tag == "select":
            self._select = ""


class Walker:
    """
    A browser that follows redirects from host to host and fills in forms, but runs no script.

    Attributes:
        page: The answer that stands there.
    """

    def __init__(self, app: ASGIApp) -> None:
        # A thread of its own: a browser of another test may have left a loop running in this one.
        self._open = ExitStack()
        self._portal = self._open.enter_context(start_blocking_portal())
        self._client = httpx.AsyncClient(transport=httpx.ASGITransport(app), follow_redirects=True)
        self.page: httpx.Response

    def close(self) -> None:
        """Close the browser."""
        self._portal.call(self._client.aclose)
        self._open.close()

    @property
    def html(self) -> str:
        """The page's text."""
        return self.page.text

    @property
    def at(self) -> str:
        """Host and path of the page that stands there."""
        return f"{self.page.url.host}{self.page.url.path}"

    def go(self, url: str, **headers: str) -> Self:
        """Open an address."""
        self.page = self._portal.call(partial(self._client.get, url, headers=headers))
        return self

    def ask(self, url: str, query: dict[str, str]) -> Self:
        """Open an address with a query."""
        self.page = self._portal.call(partial(self._client.get, url, params=query))
        return self

    def post(self, url: str, **kwargs: Any) -> httpx.Response:
        """Send something that no form sends."""
        return self._portal.call(partial(self._client.post, url, **kwargs))

    def cookies(self) -> httpx.Cookies:
        """What the browser remembers."""
        return self._client.cookies

    def forms(self) -> list[Form]:
        """The forms of the page."""
        return Forms(self.html).found

    def form(self, button: str = "") -> Form:
        """The form that has a button of that value, or the first."""
        for form in self.forms():
            if not button or any(value == button for _, value in form.buttons):
                return form
        raise AssertionError(f"no form offers {button!r} on {self.at}")

    def press(self, button: str = "", **fields: str) -> Self:
        """Send the form of ``button`` with ``fields`` filled in."""
        form = self.form(button)
        pressed = {name: value for name, value in form.buttons if value == button}
        return self.send(form, **pressed, **fields)

    def send(self, form: Form, **fields: str) -> Self:
        """Send ``form`` with ``fields`` filled in."""
        url = urljoin(str(self.page.url), form.action)
        self.page = self.post(url, data={**form.fields, **fields})
        return self

    def sign_in(self, who: User, password: str = PASSWORD) -> Self:
        """What the script of the sign-in page does: the name, then the password."""
        form = self.form()
        name = who.user_principal_name
        found = self.post(
            urljoin(str(self.page.url), "/common/GetCredentialType"),
            json={"username": name, "flowToken": form.fields["ctx"]},
            headers={"canary": form.fields["canary"]},
        )
        assert found.json()["IfExistsResult"] == 0
        return self.send(form, login=name, loginfmt=name, passwd=password)


@dataclass
class House:
    """A tenant to walk through, with what arrives by mail and text."""

    emulator: Emulator
    drawer: Drawer
    walkers: list[Walker] = field(default_factory=list)
    app: ASGIApp | None = None

    def walker(self) -> Walker:
        """A browser that has been nowhere yet."""
        self.app = self.app or create_app(self.emulator)
        self.walkers.append(Walker(self.app))
        return self.walkers[-1]

    def user(self, *, inside: bool = True, **values: Any) -> User:
        """A new account, in the enabled group unless ``inside`` is false."""
        tenant = self.emulator.tenant
        with tenant.store.begin() as session:
            name = f"user{session.query(User).count()}@{tenant.organization.domain}"
            user = User(
                user_principal_name=name,
                display_name="Ada Byron",
                password_hash=hash_secret(PASSWORD),
                created_at=tenant.clock.now(),
                **values,
            )
            session.add(user)
            session.flush()
            group = session.query(Group).first()
            if inside and group is not None:
                session.add(Membership(group_id=group.id, member_id=user.id, member_kind="user"))
        return user

    def method(self, user: User, kind: str, value: str, **values: Any) -> None:
        """Register a method for ``user``, unseen."""
        tenant = self.emulator.tenant
        at = tenant.clock.now()
        with tenant.store.begin() as session:
            session.add(
                RegisteredMethod(
                    user_id=user.id, kind=kind, value=value, registered_at=at, **values
                )
            )

    def registered(self, user: User) -> dict[str, str]:
        """What ``user`` has registered: kind and value."""
        with self.emulator.tenant.store.begin() as session:
            rows = session.query(RegisteredMethod).filter_by(user_id=user.id)
            return {row.kind: row.value for row in rows}

    def change(self, user: User, **values: Any) -> None:
        """Set columns of ``user``."""
        with self.emulator.tenant.store.begin() as session:
            kept = session.get_one(User, user.id)
            for name, value in values.items():
                setattr(kept, name, value)

    def last_code(self) -> str:
        """The code in the latest mail."""
        text = self.drawer.mails[-1].text
        return next(word.strip(".") for word in text.split() if word.strip(".").isdigit())

    def rows(self, user: User) -> list[tuple[str, str, str]]:
        """The audit rows about ``user``: activity, result, correlation id; in their order."""
        with self.emulator.tenant.store.begin() as session:
            found = session.query(AuditEvent).filter_by(target_id=user.id)
            return [
                (row.activity, row.result, row.correlation_id or "")
                for row in found.order_by(AuditEvent.at)
            ]


TUTORIAL = load_policy(Path(__file__).parents[3] / "policies" / "tutorial.toml")


def policy(**sections: dict[str, object]) -> Policy:
    """The tutorial's policy with some keys changed."""
    data = TUTORIAL.model_dump()
    for section, keys in sections.items():
        data[section] |= keys
    return Policy.model_validate(data)


class Builder:
    """Makes houses and tears them down."""

    def __init__(self) -> None:
        self.houses: list[House] = []

    def __call__(
        self,
        rules: Policy = TUTORIAL,
        *,
        day: dt.date | None = None,
        bent: tuple[str, ...] = (),
    ) -> House:
        """A tenant under ``rules``, on ``day``, with the deviations ``bent``."""
        drawer = Drawer()
        emulator = Emulator(rules, drawer, service_date=day)
        emulator.tenant.bent = type(emulator.tenant.bent)(bent)
        self.houses.append(House(emulator, drawer))
        return self.houses[-1]

    def close(self) -> None:
        """Tear all houses down."""
        for house in self.houses:
            for walker in house.walkers:
                walker.close()
            house.emulator.close()


@pytest.fixture
def build() -> Iterator[Builder]:
    """Makes tenants to walk through."""
    builder = Builder()
    yield builder
    builder.close()


@pytest.fixture
def tutorial(build: Builder) -> House:
    """The tutorial's tenant on the tutorial's day."""
    return build()
