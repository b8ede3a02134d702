"""The page *Registration and reset events*."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from emulator.actions import method_events
from emulator.rules.options import Option
from emulator.rules.registration import Kind
from emulator.store import User

if TYPE_CHECKING:
    from tests.emulator.portals.admin_center.conftest import Office


def _happened(office: Office) -> None:
    """Yesterday somebody registered an address and an app; today they failed and reset."""
    tenant = office.emulator.tenant
    with tenant.store.begin() as session:
        user = session.query(User).first()
        assert user is not None
        for kind in (Kind.EMAIL, Kind.OATH):
            method_events.registered(session, tenant, user, kind)
    tenant.clock.advance(dt.timedelta(days=1, seconds=1))
    with tenant.store.begin() as session:
        user = session.query(User).first()
        assert user is not None
        for passed in (False, True):
            method_events.used(session, tenant, user, Option.CALL, passed=passed)


def _rows(page: str) -> list[list[str]]:
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [re.findall(r"<td>(.*?)</td>", row) for row in body.split("<tr>")[1:]]


@pytest.mark.parametrize(("days", "count"), [("1", 2), ("7", 4), ("30", 4), ("x", 2)])
def test_events_are_listed_over_the_chosen_time(office: Office, days: str, count: int) -> None:
    """A day, a week or a month, newest first, with the documented columns (J18)."""
    _happened(office)
    office.seat(office.employ("Reports Reader"))
    page = office.request("GET", "/events", params={"days": days}).text
    heads = re.findall(r'<th scope="col">(.*?)</th>', page)
    assert heads == [
        *("Date", "User name", "User", "Feature", "Method used", "Status", "Reason for failure")
    ]
    rows = _rows(page)
    assert len(rows) == count
    assert [row[3:6] for row in rows[:2]] == [
        ["Reset", "Phone Call", "Success"],
        ["Reset", "Phone Call", "Failure"],
    ]
    assert [bool(row[6]) for row in rows[:2]] == [False, True]


@pytest.mark.parametrize(
    ("role", "licensed", "status"),
    [
        ("Reports Reader", True, 200),
        ("Global Administrator", True, 200),
        ("User Administrator", True, 403),
        ("Reports Reader", False, 403),
    ],
)
def test_only_who_may_read_reports_sees_them(
    office: Office, role: str, *, licensed: bool, status: int
) -> None:
    """The page is for those roles that may read reports, with a licence."""
    _happened(office)
    office.seat(office.employ(role, licensed=licensed))
    answer = office.request("GET", "/events")
    assert (answer.status_code, bool(_rows(answer.text))) == (status, status == 200)


def test_a_stranger_signs_in_first(office: Office) -> None:
    """Without a session the page leads to the sign-in and back to itself."""
    answer = office.request("GET", "/events")
    assert answer.status_code == 302
    assert answer.headers["location"].startswith("https://login.microsoftonline.com/")
