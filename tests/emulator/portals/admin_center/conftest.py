"""An emulator whose admin center is visited without a browser, by people with several roles."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from emulator.app import create_app
from emulator.emulator import Emulator
from emulator.portals import keep
from emulator.portals.session import ADMIN_CENTER
from emulator.post import Drawer
from emulator.rules.role_templates import TEMPLATE_IDS
from emulator.store import RoleAssignment, User
from sspr.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from anyio.from_thread import BlockingPortal

POLICY = {
    "enablement": {"enabled": "selected", "group": "Pilot"},
    "methods": {
        "required_to_reset": 2,
        "allowed": ["mobileAppNotification", "mobileAppCode", "email", "mobilePhone"],
    },
    "writeback": {"enabled": True},
}


class Office:
    """People at work in the admin center."""

    def __init__(self, emulator: Emulator, portal: BlockingPortal) -> None:
        self.emulator = emulator
        self._portal = portal
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(create_app(emulator), raise_app_exceptions=False),
            base_url=ADMIN_CENTER.origin,
        )

    def request(self, method: str, url: str, **more: Any) -> httpx.Response:
        """One request and its answer; redirects are not followed."""
        return self._portal.call(partial(self.http.request, method, url, **more))

    def employ(self, *roles: str, licensed: bool = True) -> str:
        """Someone new with the directory ``roles``; answers with the object id."""
        tenant = self.emulator.tenant
        with tenant.store.begin() as session:
            user = User(
                user_principal_name=f"{len(roles)}.{keep.new_key().lower()}@contoso.com",
                display_name="Someone",
                created_at=tenant.clock.now(),
                licences=sorted(tenant.organization.licences) if licensed else [],
            )
            session.add(user)
            session.flush()
            held = [
                RoleAssignment(user_id=user.id, role_definition_id=TEMPLATE_IDS[role])
                for role in roles
            ]
            session.add_all(held)
            return user.id

    def seat(self, user_id: str) -> str:
        """Sign a user in; answers with what each of their forms must carry."""
        tenant = self.emulator.tenant
        with tenant.store.begin() as session:
            row = keep.open_session(
                session, tenant, ADMIN_CENTER.name, dt.timedelta(hours=1), user_id=user_id
            )
            row.data = {"mfa_at": None}
            self.http.cookies.set(ADMIN_CENTER.name, row.id)
            return row.canary

    def save(self, blade: str, canary: str, **fields: str) -> httpx.Response:
        """Press *Save* on a page."""
        return self.request("POST", f"/passwordreset/{blade}", data={"canary": canary, **fields})


@pytest.fixture
def office(portal: BlockingPortal) -> Iterator[Office]:
    """A fresh emulator with nobody signed in."""
    emulator = Emulator(Policy.model_validate(POLICY), Drawer())
    office = Office(emulator, portal)
    yield office
    portal.call(office.http.aclose)
    emulator.close()
