"""The audit log through Graph."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from emulator.actions.audit import Flow, Service, record
from emulator.lag import Lag
from emulator.store.people import user_by_name

if TYPE_CHECKING:
    from emulator.emulator import Emulator
    from tests.emulator.graph.conftest import Graph

LOG = "/auditLogs/directoryAudits"
RESET, PROGRESS = (
    "Reset password (self-service)",
    "Self-service password reset flow activity progress",
)


@pytest.fixture
def told(api: Graph, emulator: Emulator) -> dict[str, str]:
    """Two people, of whom one has reset the password and the other has only begun; their ids."""
    ids = {name: api.user(name)["id"] for name in ("ada", "grace")}
    with emulator.tenant.store.begin() as session:
        for name, flow, rows in (
            ("ada", "f1", ((PROGRESS, "User submitted their user ID"),
                           (RESET, "Successfully completed reset."))),
            ("grace", "f2", ((PROGRESS, "User submitted their user ID"),)),
        ):  # fmt: skip
            user = user_by_name(session, f"{name}@contoso.com")
            assert user is not None
            for activity, reason in rows:
                record(session, emulator.tenant, activity, user, Flow(flow), reason=reason)
                session.flush()
                emulator.tenant.clock.advance(dt.timedelta(seconds=1))
    return ids


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (f"loggedByService eq '{Service.SSPR}'", 3),
        (f"activityDisplayName eq '{RESET}'", 1),
        ("correlationId eq 'f1'", 2),
        ("startswith(activityDisplayName,'Reset password')", 1),
        ("targetResources/any(t: t/id eq '{ada}')", 3),
        ("targetResources/any(t: t/userPrincipalName eq 'grace@contoso.com')", 2),
        (f"targetResources/any(t: t/id eq '{{grace}}') and activityDisplayName eq '{RESET}'", 0),
        ("initiatedBy/user/id eq '{ada}'", 2),
        ("initiatedBy/app/displayName eq 'Test'", 2),
        ("category eq 'UserManagement' and result eq 'success'", 5),
        ("activityDateTime ge 2000-01-01 and activityDateTime le 2100-01-01T00:00:00Z", 5),
        ("activityDateTime gt 2100-01-01T00:00:00Z", 0),
    ],
)
def test_the_log_is_searched(api: Graph, told: dict[str, str], wanted: str, number: int) -> None:
    """$filter answers with exactly the rows it describes."""
    assert len(api.get(LOG, filter=wanted.format(**told))["value"]) == number


def test_the_newest_row_comes_first(api: Graph, told: dict[str, str]) -> None:
    """Without an order the log runs backwards; with one as it says."""
    assert told
    times = [row["activityDateTime"] for row in api.get(LOG)["value"]]
    assert times == sorted(times, reverse=True)
    forwards = api.get(LOG, orderby="activityDateTime asc")["value"]
    assert [row["activityDateTime"] for row in forwards] == sorted(times)


def test_pages_of_the_log_hold_every_row_once(api: Graph, told: dict[str, str]) -> None:
    """Following the next links meets every row exactly once."""
    assert told
    page, seen = api.get(LOG, top="2"), []
    while True:
        seen += [row["id"] for row in page["value"]]
        if "@odata.nextLink" not in page:
            break
        page = api.get(page["@odata.nextLink"])
    assert len(seen) == len(set(seen)) == 5


def test_a_row_tells_who_did_what_to_whom(api: Graph, told: dict[str, str]) -> None:
    """A row names the actor with address, the target, reason and the flow's correlation id."""
    (row,) = api.get(LOG, filter=f"activityDisplayName eq '{RESET}'")["value"]
    assert row["initiatedBy"]["user"]["userPrincipalName"] == "ada@contoso.com"
    assert row["initiatedBy"]["user"]["ipAddress"] == "127.0.0.1"
    assert row["targetResources"][0]["id"] == told["ada"]
    assert (row["correlationId"], row["result"]) == ("f1", "success")
    assert row["resultReason"] == "Successfully completed reset."
    assert api.get(f"{LOG}/{row['id']}")["id"] == row["id"]


def test_rows_arrive_late_when_the_tenant_says_so(
    api: Graph, emulator: Emulator, told: dict[str, str]
) -> None:
    """With the documented delay a row can be read once the tenant's clock has passed it (J15)."""
    assert told
    emulator.tenant.lag = Lag(audit=dt.timedelta(minutes=10))
    assert api.get(LOG)["value"] == []
    emulator.tenant.clock.advance(dt.timedelta(minutes=11))
    rows = api.get(LOG)["value"]
    assert len(rows) == 5
    emulator.tenant.lag = Lag(audit=dt.timedelta(minutes=30))
    api.get(f"{LOG}/{rows[0]['id']}", 404)


def test_rows_are_kept_for_thirty_days(
    api: Graph, emulator: Emulator, told: dict[str, str]
) -> None:
    """After a month a row is no longer told (J22)."""
    assert told
    emulator.tenant.clock.advance(dt.timedelta(days=29))
    assert len(api.get(LOG)["value"]) == 5
    emulator.tenant.clock.advance(dt.timedelta(days=2))
    assert api.get(LOG)["value"] == []
