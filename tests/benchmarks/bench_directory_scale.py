"""Whether a large directory costs what its size says and no more."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, select

from emulator.emulator import Emulator
from emulator.graph.exchange import Call
from emulator.graph.service import answer
from emulator.identity.access_token import Caller, issue
from emulator.post import Drawer
from emulator.store import Group, Membership, RegisteredMethod, User
from sspr.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.slow

GRAPH = "https://graph.microsoft.com"
SMALL, LARGE = 25_000, 100_000
# A shared machine: twice the ideal is still a straight line, a square would be fourfold.
SLACK = 2.0
PAGE = 999
POLICY = {"enablement": {"enabled": "selected", "group": "Everyone"}}


class Directory:
    """A tenant that is filled without Graph and read through it."""

    def __init__(self) -> None:
        self.emulator = Emulator(Policy.model_validate(POLICY), Drawer())
        tenant = self.emulator.tenant
        caller = Caller("benchmark", "Benchmark", self.emulator.application.permissions)
        self._headers = {"authorization": f"Bearer {issue(tenant, caller, GRAPH)}"}
        with tenant.store.begin() as session:
            self.group = session.scalars(select(Group.id)).one()
        self.users = 0

    def grow(self, users: int) -> None:
        """Add members of the group, each with a registered address, up to ``users``."""
        if users <= self.users:
            return
        tenant, now = self.emulator.tenant, self.emulator.tenant.clock.now()
        ids = [str(uuid.uuid4()) for _ in range(users - self.users)]
        numbered = list(enumerate(ids, start=self.users))
        with tenant.store.begin() as session:
            session.execute(insert(User), [_user(number, i, now) for number, i in numbered])
            session.execute(insert(Membership), [_member(self.group, i) for i in ids])
            session.execute(insert(RegisteredMethod), [_address(i, now) for i in ids])
        self.users = users

    def call(self, method: str, url: str, body: Any = None) -> Any:
        """The JSON of one request."""
        reply = answer(Call(self.emulator.tenant, method, url, self._headers, body))
        assert reply.status < 400, reply.body
        return reply.body

    def walk(self, path: str) -> tuple[int, list[int]]:
        """How many items the pages of ``path`` have in all, and the size of each page."""
        url, sizes = f"{GRAPH}/v1.0{path}", []
        while url:
            body = self.call("GET", url)
            sizes.append(len(body["value"]))
            url = body.get("@odata.nextLink", "")
        return sum(sizes), sizes


def _user(number: int, user_id: str, now: Any) -> dict[str, Any]:
    return {
        "id": user_id,
        "user_principal_name": f"user{number}@contoso.com",
        "display_name": f"User {number}",
        "created_at": now,
    }


def _member(group_id: str, user_id: str) -> dict[str, Any]:
    return {"group_id": group_id, "member_id": user_id, "member_kind": "user"}


def _address(user_id: str, now: Any) -> dict[str, Any]:
    return {"user_id": user_id, "kind": "email", "value": "a@b.example", "registered_at": now}


@pytest.fixture(scope="module")
def directory() -> Iterator[Directory]:
    """A directory that grows from small to large within the module."""
    directory = Directory()
    yield directory
    directory.emulator.close()


WALKS = {
    "users": "/users?$top=999",
    "users by name": "/users?$top=999&$orderby=displayName",
    "members at any depth": "/groups/{group}/transitiveMembers?$top=999",
    "registration report": "/reports/authenticationMethods/userRegistrationDetails",
    "administrators of the report": (
        "/reports/authenticationMethods/userRegistrationDetails?$filter=isAdmin eq true"
    ),
}


def _seconds(work: Callable[[], Any]) -> float:
    started = time.process_time()  # a busy machine takes time, not work
    work()
    return time.process_time() - started


def _times(directory: Directory) -> dict[str, float]:
    paths = {name: path.format(group=directory.group) for name, path in WALKS.items()}
    return {
        name: min(_seconds(lambda path=path: directory.walk(path)) for _ in range(2))  # type: ignore[misc]
        for name, path in paths.items()
    }


def _creation(directory: Directory, label: str) -> float:
    def create() -> None:
        for number in range(100):
            name = f"{label}-{number}"
            body = {
                "accountEnabled": True,
                "displayName": name,
                "mailNickname": name,
                "userPrincipalName": f"{name}@contoso.com",
                "passwordProfile": {"password": "Orchard-window-77"},
            }
            directory.call("POST", f"{GRAPH}/v1.0/users", body)

    return _seconds(create)


def test_a_directory_costs_in_proportion_to_its_size(
    directory: Directory, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reading everyone takes four times as long for four times as many, creating one as long."""
    directory.grow(SMALL)
    small, made_small = _times(directory), _creation(directory, "small")
    directory.grow(LARGE)
    large, made_large = _times(directory), _creation(directory, "large")
    ratios = {name: large[name] / small[name] / (LARGE / SMALL) for name in WALKS}
    ratios["creating a user"] = made_large / made_small
    with capsys.disabled():
        for name, ratio in ratios.items():
            print(f"\n{name}: {ratio:.2f} times the straight line", end="")  # noqa: T201 - the figure is the result
    assert {name: ratio for name, ratio in ratios.items() if ratio > SLACK} == {}


@pytest.mark.parametrize("name", ["members at any depth", "registration report"])
def test_pages_hold_999(directory: Directory, name: str) -> None:
    """Every page but the last holds 999 items, and together they hold everyone once."""
    directory.grow(SMALL)
    total, sizes = directory.walk(WALKS[name].format(group=directory.group))
    assert total >= directory.users
    assert set(sizes[:-1]) == {PAGE}
