"""Test accounts: marked from the first moment, found by the mark, deleted by nobody else's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from starlette.responses import JSONResponse, Response

from sspr.directory import GraphRefused
from sspr.people import People

if TYPE_CHECKING:
    from sspr.directory import Directory
    from sspr.tenant import Tenant
    from tests.sspr.directory.conftest import Script

MARK = "sspr-harness run-1"


def _conflict() -> JSONResponse:
    message = "Another object with the same value for property userPrincipalName already exists."
    error = {"code": "Request_BadRequest", "message": message}
    return JSONResponse({"error": error}, status_code=400)


def _missing() -> JSONResponse:
    error = {"code": "Request_ResourceNotFound", "message": "Resource does not exist."}
    return JSONResponse({"error": error}, status_code=404)


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sspr.directory.graph._PAUSE_SECONDS", 0.01)


def test_the_mark_goes_in_with_the_account(
    directory: Directory, tenant: Tenant, script: Script
) -> None:
    """The request that creates an account carries the run's mark and the password."""
    script.answers = [JSONResponse({"id": "1"}, status_code=201)]
    person = People(tenant, "seed").make()
    made = directory.users.create(person, user_type="Guest")
    sent: dict[str, Any] = json.loads(script.bodies[0])
    assert made.id == "1"
    assert sent["employeeType"] == MARK
    assert sent["userType"] == "Guest"
    assert sent["userPrincipalName"] == person.user_principal_name
    assert sent["passwordProfile"]["password"] == person.password.get_secret_value()


def test_an_account_made_before_the_answer_was_lost_is_ours(
    directory: Directory, tenant: Tenant, script: Script
) -> None:
    """A second try that meets the first one's account takes it, because it bears the mark."""
    there = {"id": "1", "employeeType": MARK}
    script.answers = [None, _conflict(), JSONResponse(there)]
    assert directory.users.create(People(tenant, "seed").make()).id == "1"


def test_an_account_of_somebody_else_is_not_taken(
    directory: Directory, tenant: Tenant, script: Script
) -> None:
    """An account without the run's mark is never taken for ours, nor deleted."""
    script.answers = [None, _conflict(), JSONResponse({"id": "1", "employeeType": None})]
    with pytest.raises(GraphRefused):
        directory.users.create(People(tenant, "seed").make())
    directory.clean_up()
    assert not [each for each in script.asked if each.startswith("DELETE")]


def test_everything_made_is_removed(directory: Directory, tenant: Tenant, script: Script) -> None:
    """Clean-up deletes each account once, and one that is gone already is no trouble."""
    people = People(tenant, "seed")
    script.answers = [JSONResponse({"id": str(number)}, status_code=201) for number in (1, 2)]
    for _ in range(2):
        directory.users.create(people.make())
    script.answers = [Response(status_code=204), _missing()]
    directory.clean_up()
    directory.clean_up()
    deletions = [each for each in script.asked if each.startswith("DELETE")]
    assert deletions == ["DELETE /v1.0/users/2", "DELETE /v1.0/users/1"]


def test_leftovers_are_asked_for_by_their_mark(directory: Directory, script: Script) -> None:
    """Leftovers of every run are found, oldest first, with the run that made them."""
    users = [
        {
            "id": str(day),
            "userPrincipalName": f"{day}@contoso.com",
            "employeeType": f"sspr-harness run-{day}",
            "createdDateTime": f"2026-11-{day}T12:00:00Z",
        }
        for day in (22, 20)
    ]
    script.answers = [JSONResponse({"value": users})]
    assert [each.run for each in directory.users.leftovers()] == ["run-20", "run-22"]
    assert "startswith(employeeType,'sspr-harness')" in unquote(script.asked[0])
