"""A reset portal without a network, people for it, and a browser that speaks its postbacks."""

from __future__ import annotations

import asyncio
import datetime as dt
import html
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pyotp
import pytest
from starlette.applications import Starlette

from emulator.actions.reset import captcha_answer
from emulator.app import TenantOnEveryRequest
from emulator.emulator import Emulator
from emulator.portals.reset import routes
from emulator.post import Drawer, Mail
from emulator.rules.secrets_hash import hash_secret, matches
from emulator.store import (
    AuditEvent,
    Group,
    Membership,
    RegisteredMethod,
    RoleAssignment,
    SecurityAnswer,
    User,
)
from emulator.store.people import user_by_name
from sspr.policy import Policy, load_policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from emulator.tenant import Tenant

HOST = "https://passwordreset.microsoftonline.com"
PREFIX = "ctl00$ContentPlaceholderMainContent$"
SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
OLD, NEW = "Old-Tulip-7", "New-Harbor-8"
Window = tuple[dict[str, str], httpx.Cookies]
TUTORIAL = Path(__file__).parents[4] / "policies" / "tutorial.toml"


@dataclass
class Portal:
    """A browser at the reset portal that applies each partial answer to what it shows."""

    emulator: Emulator
    post: Drawer
    client: httpx.AsyncClient
    runner: asyncio.Runner
    fields: dict[str, str] = field(default_factory=dict)
    text: str = ""
    redirected: str = ""

    @property
    def tenant(self) -> Tenant:
        """The tenant behind the portal."""
        return self.emulator.tenant

    @property
    def view(self) -> str:
        """The name of the view, as the hidden field says it."""
        return self.fields[PREFIX + "CurrentViewName"]

    def open(self, query: str = "", **headers: str) -> Portal:
        """Go to the portal."""
        answer = self.runner.run(self.client.get("/" + query, headers=headers))
        assert answer.status_code == 200
        self.text = answer.text
        self.fields = dict(_hidden(answer.text))
        return self

    def press(self, target: str, **typed: str) -> Portal:
        """Use a control after typing into fields; apply the partial answer."""
        data = self.fields | {"__EVENTTARGET": target, "__ASYNCPOST": "true"} | typed
        headers = {"X-MicrosoftAjax": "Delta=true"}
        answer = self.runner.run(self.client.post("/", data=data, headers=headers))
        assert answer.status_code == 200
        for kind, name, content in parts(answer.text):
            self._apply(kind, name, content)
        return self

    def _apply(self, kind: str, name: str, content: str) -> None:
        if kind == "updatePanel":
            assert name == "ContentPlaceholderMainContent_UpdatePanelMain"
            self.text = content
        elif kind == "hiddenField":
            self.fields["ctl00$" + name.replace("_", "$")] = content
        elif kind == "pageRedirect":
            self.redirected = content

    def window(self) -> Window:
        """The window that stands open, to come back to."""
        return dict(self.fields), httpx.Cookies(self.client.cookies)

    def turn_to(self, window: Window) -> Portal:
        """Come back to a window that was left open."""
        self.fields, self.client.cookies = window
        return self

    def name(self, who: str) -> Portal:
        """Say who one is, and read the picture where there is one."""
        typed = {PREFIX + "TextBoxUserIdentifier": who}
        if found := re.search(r'src="/captcha/([^"]+)"', self.text):
            typed["captcha"] = captcha_answer(self.tenant, found[1]) or ""
        return self.press(PREFIX + "ButtonNext", **typed)

    def by_email(self) -> Portal:
        """Pass a step by the code mailed."""
        self.press("choose", option="email").press("send")
        return self.press("check_code", code=self.code())

    def by_app(self) -> Portal:
        """Pass a step by the code of the authenticator app."""
        now = self.tenant.clock.now()
        self.press("choose", option="code")
        return self.press("check_code", code=pyotp.TOTP(SEED).at(now))

    def finish(self, password: str = NEW) -> Portal:
        """Choose a new password."""
        return self.press("finish", password=password, confirmation=password)

    def code(self) -> str:
        """The code sent last."""
        newest = self.post.mails[-1].text if not self.post.texts else self.post.texts[-1][1]
        return re.findall(r"\b\d{6}\b", newest)[0]

    def later(self, **by: float) -> None:
        """Move the tenant's clock."""
        self.tenant.clock.advance(dt.timedelta(**by))

    def shown_options(self) -> list[str]:
        """The rows of the picker that are not hidden."""
        rows = re.findall(r"<tr(.*?)</tr>", self.text, re.DOTALL)
        return [re.findall(r'value="(\w+)"', row)[0] for row in rows if "display:none" not in row]

    def news(self) -> list[Mail]:
        """The mails that tell of resets."""
        return [m for m in self.post.mails if "password has been reset" in m.subject]

    def person(self, name: str = "ada", *, group: bool = True, **more: Any) -> str:
        """Make an account without methods."""
        upn = f"{name}@contoso.com"
        now = self.tenant.clock.now()
        values = {
            "user_principal_name": upn,
            "display_name": name.title(),
            "given_name": name.title(),
            "surname": "Byron",
            "mail": f"{name}@mail.test",
            "password_hash": hash_secret(OLD),
            "created_at": now,
            **more,
        }
        with self.tenant.store.begin() as session:
            user = User(**values)
            session.add(user)
            session.flush()
            if group and (found := session.query(Group).first()):
                session.add(Membership(group_id=found.id, member_id=user.id, member_kind="user"))
        return upn

    def give(self, upn: str, **holdings: str) -> str:
        """Register methods, each as ``kind=value``."""
        with self.tenant.store.begin() as session:
            user = user_by_name(session, upn)
            assert user
            for kind, value in holdings.items():
                session.add(
                    RegisteredMethod(
                        user_id=user.id,
                        kind=kind,
                        value=value,
                        registered_at=self.tenant.clock.now(),
                    )
                )
        return upn

    def ready(self, name: str = "ada", **more: Any) -> str:
        """Make an account with an alternate address and an authenticator app."""
        upn = self.person(name, **more)
        return self.give(upn, email=f"{name}.alt@mail.test", softwareOath=SEED)

    def make_administrator(self, upn: str, role: str) -> None:
        """Assign a role."""
        with self.tenant.store.begin() as session:
            user = user_by_name(session, upn)
            assert user
            session.add(RoleAssignment(user_id=user.id, role_definition_id=role))

    def answer(self, upn: str, answers: dict[str, str]) -> None:
        """Register security questions."""
        with self.tenant.store.begin() as session:
            user = user_by_name(session, upn)
            assert user
            for question, text in answers.items():
                session.add(
                    SecurityAnswer(
                        user_id=user.id, question=question, answer_hash=hash_secret(text)
                    )
                )

    def signs_in(self, upn: str, password: str) -> bool:
        """Whether the password is the one kept now."""
        with self.tenant.store.begin() as session:
            user = user_by_name(session, upn)
            return bool(user) and matches(password, user.password_hash)

    def rows(self, activity: str = "") -> list[AuditEvent]:
        """The rows of the audit log whose activity contains a text."""
        with self.tenant.store.begin() as session:
            found = session.query(AuditEvent).all()
            session.expunge_all()
        return [r for r in found if activity in r.activity]

    def reasons(self) -> list[str]:
        """The reasons of the rows of flow activity."""
        return [row.reason for row in self.rows("flow activity")]


def _hidden(page: str) -> Iterator[tuple[str, str]]:
    for tag in re.findall(r'<input type="hidden"[^>]*>', page):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        assert name
        assert value
        yield html.unescape(name[1]), html.unescape(value[1])


def parts(text: str) -> Iterator[tuple[str, str, str]]:
    """The parts of a delta, by their lengths alone, counted as a browser's strings count."""
    units = text.encode("utf-16-le")
    while units:
        length, kind, name = units.decode("utf-16-le").split("|", 3)[:3]
        start = 2 * (len(length) + len(kind) + len(name) + 3)
        end = start + 2 * int(length)
        yield kind, name, units[start:end].decode("utf-16-le")
        assert units[end : end + 2] == "|".encode("utf-16-le")
        units = units[end + 2 :]


@pytest.fixture
def make_portal() -> Iterator[Callable[..., Portal]]:
    """Portals by policy: ``make_portal(methods={...}, service_date=..., bent=...)``."""
    opened: list[Portal] = []
    runner = asyncio.Runner()

    def make(**changes: Any) -> Portal:
        settings = {k: changes.pop(k) for k in ("service_date", "bent") if k in changes}
        post = Drawer()
        emulator = Emulator(_policy(changes), post, **settings)
        app = TenantOnEveryRequest(Starlette(routes=routes()), emulator)
        client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOST)
        opened.append(Portal(emulator, post, client, runner))
        return opened[-1]

    yield make
    for portal in opened:
        runner.run(portal.client.aclose())
        portal.emulator.close()
    runner.close()


@pytest.fixture
def portal(make_portal: Callable[..., Portal]) -> Portal:
    """The portal under the tutorial's policy."""
    return make_portal()


def _policy(changes: dict[str, dict[str, Any]]) -> Policy:
    data = load_policy(TUTORIAL).model_dump()
    for section, values in changes.items():
        data[section] |= values
    return Policy.model_validate(data)
