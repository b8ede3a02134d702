"""Anything at all sent to Graph: it refuses or obeys, and never breaks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulator.graph.catalogue import RESOURCES
from emulator.graph.odata.errors import BadQuery
from emulator.graph.odata.parser import parse_filter
from tests.emulator.graph.metadata import error_faults

if TYPE_CHECKING:
    from tests.emulator.graph.conftest import Graph

ADMIN = "admin@contoso.com"
WORDS = [
    "id", "displayName", "userPrincipalName", "accountEnabled", "otherMails", "targetResources",
    "activityDateTime", "isAdmin", "methodsRegistered", "eq", "ne", "gt", "le", "and", "or", "not",
    "in", "any", "all", "startswith", "endswith", "contains", "(", ")", ",", ":", "/", "'", "x",
    "'a'", "null", "true", "1", "1.5", "2026-01-01T00:00:00Z", "9999-99-99", " ", "''",
    "00000000-0000-4000-8000-000000000000",
]  # fmt: skip
texts = st.text(max_size=30) | st.sampled_from([ADMIN, "me", "$ref", "..", "%00", "'", "\x00"])
filters = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=40)
options = st.fixed_dictionaries(
    {},
    optional={
        "$filter": filters,
        "$select": st.sampled_from(["id", "displayName,id", "*", ",", "shoeSize"]),
        "$orderby": st.sampled_from(["id", "displayName desc", "displayName up", "shoeSize"]),
        "$top": st.sampled_from(["1", "999", "0", "x", "99999999999"]),
        "$count": st.sampled_from(["true", "false", "x"]),
        "$skiptoken": st.sampled_from(["WyJhIl0", "WyIiLCIiXQ", "x", "WzFd", "WyJhIiwiYiIsImMiXQ"]),
        "$expand": st.text(max_size=5),
        "$nonsense": st.just("1"),
    },
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
NAMES = [
    "displayName", "userPrincipalName", "accountEnabled", "mailNickname", "passwordProfile",
    "password", "otherMails", "businessPhones", "mobilePhone", "userType", "mail", "mailEnabled",
    "securityEnabled", "emailAddress", "phoneNumber", "phoneType", "principalId",
    "roleDefinitionId", "roleTemplateId", "@odata.id", "@odata.type", "members@odata.bind",
    "allowedToUseSSPR", "guestUserRoleId", "defaultUserRolePermissions", "policyMigrationState",
    "state", "templateId", "values", "name", "value", "requests", "url", "method", "newPassword",
    "passwordValidityPeriodInDays", "city",
]  # fmt: skip
bodies = st.dictionaries(st.sampled_from(NAMES) | texts, values, max_size=6) | values
MODEST = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _address(resource: str, names: list[str]) -> str:
    for variable, name in zip(("{id}", "{member}", "{method}"), names, strict=True):
        resource = resource.replace(variable, quote(name or "x", safe=""))
    return resource


def _is_answer(answer: Any) -> None:
    assert answer.status_code < 500, answer.text
    if answer.is_client_error:
        assert error_faults(answer.json()) == []


@MODEST
@given(
    operation=st.tuples(
        st.sampled_from(["GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"]),
        st.sampled_from([r.path for r in RESOURCES]),
    ),
    names=st.lists(texts, min_size=3, max_size=3),
    query=options,
    body=bodies,
)
def test_no_request_breaks_graph(
    api: Graph, operation: tuple[str, str], names: list[str], query: dict[str, str], body: Any
) -> None:
    """Every address with any names, options and JSON is answered properly."""
    method, resource = operation
    raw = json.dumps(body) if method != "GET" else None
    answer = api.request(method, _address(resource, names), params=query, content=raw)
    _is_answer(answer)


@MODEST
@given(
    path=st.sampled_from(["/users", "/groups", "/auditLogs/directoryAudits", "/directoryRoles",
                          "/reports/authenticationMethods/userRegistrationDetails",
                          "/roleManagement/directory/roleAssignments"]),
    query=options,
)  # fmt: skip
def test_no_query_breaks_a_collection(api: Graph, path: str, query: dict[str, str]) -> None:
    """Every collection answers or refuses any query, advanced ones too."""
    eventual = {"ConsistencyLevel": "eventual"}
    _is_answer(api.request("GET", path, params=query, headers=eventual))


@MODEST
@given(raw=st.binary(max_size=60) | st.sampled_from([b"[" * 50_000, b'{"a":NaN}', b'"\\ud800"']))
def test_no_body_breaks_graph(api: Graph, raw: bytes) -> None:
    """Bytes that are no JSON, or JSON that nobody writes, are refused."""
    for path in ("/users", "/$batch"):
        answer = api.request("POST", path, content=raw)
        assert answer.status_code == 400
        assert error_faults(answer.json()) == []


@pytest.mark.parametrize("token", ["Bearer", "Bearer ..", "Bearer eyJhbGciOiJub25lIn0.e30.", "Ü"])
def test_no_token_breaks_graph(api: Graph, token: str) -> None:
    """A broken or unsigned token is 401."""
    headers = {"Authorization": token.encode("latin-1")}
    assert api.request("GET", "/users", headers=headers).status_code == 401


@given(text=filters)
def test_a_filter_is_read_or_refused(text: str) -> None:
    """The parser knows no third way."""
    try:
        parse_filter(text)
    except BadQuery as refusal:
        assert str(refusal)  # noqa: PT017 - reading it is fine too
