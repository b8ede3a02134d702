"""What browsers hold keys to is forgotten in time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from emulator.portals import keep
from emulator.store import PortalSession

if TYPE_CHECKING:
    from tests.emulator.portals.conftest import House

HOUR = dt.timedelta(hours=1)


def test_what_expired_is_not_found_and_goes(tutorial: House) -> None:
    """After its time a key opens nothing, and the next opening clears it away."""
    tenant = tutorial.emulator.tenant
    with tenant.store.begin() as session:
        row = keep.open_session(session, tenant, "site", HOUR)
        assert keep.find(session, tenant, row.id, "site") is row
        assert keep.find(session, tenant, row.id, "another") is None
        tenant.clock.advance(HOUR)
        assert keep.find(session, tenant, row.id, "site") is None
        keep.open_session(session, tenant, "site", HOUR)
        assert session.query(PortalSession).count() == 1


def test_a_key_that_is_taken_serves_once(tutorial: House) -> None:
    """Taking ends it."""
    tenant = tutorial.emulator.tenant
    with tenant.store.begin() as session:
        key = keep.open_session(session, tenant, "code", HOUR).id
        assert keep.take(session, tenant, key, "code") is not None
        assert keep.take(session, tenant, key, "code") is None


def test_no_more_than_so_many_are_kept(tutorial: House) -> None:
    """However many begin, memory does not grow; the newest stay."""
    tenant = tutorial.emulator.tenant
    with tenant.store.begin() as session:
        keys = [
            keep.open_session(session, tenant, "sign-in", HOUR).id for _ in range(keep.MOST + 50)
        ]
        assert session.query(PortalSession).count() == keep.MOST
        assert keep.find(session, tenant, keys[-1], "sign-in") is not None
        assert keep.find(session, tenant, keys[0], "sign-in") is None
