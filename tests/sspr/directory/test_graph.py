"""Asking Graph: second tries for causes outside the promise, plain errors for all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.responses import JSONResponse, Response

from sspr.directory import Group
from sspr.errors import Inconclusive, UsageError

if TYPE_CHECKING:
    from sspr.directory import Directory
    from sspr.retries import Retries
    from tests.sspr.directory.conftest import Script

POLICY = {"allowedToUseSSPR": True}


def _refused(status: int, code: str, message: str) -> JSONResponse:
    return JSONResponse({"error": {"code": code, "message": message}}, status_code=status)


def _busy(status: int, **headers: str) -> Response:
    return Response(status_code=status, headers=headers)


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sspr.directory.graph._PAUSE_SECONDS", 0.01)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_trouble_is_tried_again(
    directory: Directory, script: Script, retries: Retries, status: int
) -> None:
    """An answer that asks to try again is tried again and put on record."""
    script.answers = [_busy(status), _busy(status), JSONResponse(POLICY)]
    assert directory.policies.administrators_may_reset()
    assert [(each.request, each.cause) for each in retries.records] == [
        ("GET /v1.0/policies/authorizationPolicy", f"HTTP {status}")
    ] * 2


def test_a_broken_connection_is_tried_again(
    directory: Directory, script: Script, retries: Retries
) -> None:
    """A connection that breaks before the answer is tried again and put on record."""
    script.answers = [None, JSONResponse(POLICY)]
    assert directory.policies.administrators_may_reset()
    assert [each.cause for each in retries.records] == ["RemoteProtocolError"]


def test_retry_after_is_honoured(
    directory: Directory, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pause is the one that the answer asks for."""
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr("anyio.sleep", sleep)
    script.answers = [_busy(429, **{"Retry-After": "7"}), JSONResponse(POLICY)]
    directory.policies.authorization()
    assert pauses == [7.0]


def test_lasting_trouble_is_no_verdict(directory: Directory, script: Script) -> None:
    """Trouble that lasts makes a verdict inconclusive, never a deviation."""
    script.answers = [_busy(503) for _ in range(5)]
    with pytest.raises(Inconclusive, match=r"authorizationPolicy in 5 attempts \(HTTP 503\)"):
        directory.policies.authorization()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (_refused(401, "InvalidAuthenticationToken", "Token expired."), "application's token"),
        (
            _refused(403, "Authorization_RequestDenied", "Insufficient\nprivileges."),
            "Graph denies GET /v1.0/policies/authorizationPolicy: Insufficient privileges. Grant",
        ),
    ],
)
def test_what_an_administrator_must_mend_is_one_line(
    directory: Directory, script: Script, answer: Response, said: str
) -> None:
    """A missing permission or a bad token is told in one line that says how to mend it."""
    script.answers = [answer]
    with pytest.raises(UsageError) as told:
        directory.policies.authorization()
    assert said in str(told.value)
    assert "\n" not in str(told.value)


def test_a_wrong_secret_is_one_line(directory: Directory, script: Script) -> None:
    """A refused sign-in of the application is told in one line with Microsoft's own code."""
    script.refuse_sign_in = True
    with pytest.raises(UsageError, match="AADSTS7000215") as told:
        directory.policies.authorization()
    assert "\n" not in str(told.value)
    assert "secret." in str(told.value)


def test_collections_are_read_to_their_end(directory: Directory, script: Script) -> None:
    """Every page of a collection is fetched, with the query on the first one only."""
    following = "https://graph.microsoft.com/v1.0/groups/g/transitiveMembers?$skiptoken=2"
    script.answers = [
        JSONResponse({"value": [{"id": "a"}], "@odata.nextLink": following}),
        JSONResponse({"value": [{"id": "b"}]}),
    ]
    assert directory.groups.member_ids(Group("g", "Pilot")) == {"a", "b"}
    assert script.asked[1] == "GET /v1.0/groups/g/transitiveMembers?$skiptoken=2"


def test_one_sign_in_serves_many_requests(directory: Directory, script: Script) -> None:
    """The application signs in once a tenant."""
    script.answers = [JSONResponse(POLICY) for _ in range(5)]
    for _ in range(5):
        directory.policies.authorization()
    assert script.sign_ins == 1


def test_a_hostile_next_link_gets_no_token(directory: Directory, script: Script) -> None:
    """A link to another host is not followed with the application's token."""
    script.answers = [
        JSONResponse({"value": [], "@odata.nextLink": "https://mailosaur.com/v1.0/users"}),
        JSONResponse({"value": []}),
    ]
    directory.users.leftovers()
    assert script.signed == [True, False]
