"""The registration report through Graph: who is enabled, registered and capable."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from emulator.deviations import STRAIGHT, Bent
from emulator.lag import Lag
from emulator.rules.role_templates import TEMPLATE_IDS
from emulator.store import RegisteredMethod, SecurityAnswer
from emulator.store.people import group_by_name

if TYPE_CHECKING:
    from emulator.emulator import Emulator
    from tests.emulator.graph.conftest import Graph

REPORT = "/reports/authenticationMethods/userRegistrationDetails"
TRUTHS = ("isSsprEnabled", "isSsprRegistered", "isSsprCapable")


def _pilot(emulator: Emulator) -> dict[str, str]:
    with emulator.tenant.store.begin() as session:
        group = group_by_name(session, "Pilot")
        assert group is not None
        return {"id": group.id}


def _register(emulator: Emulator, user: dict[str, Any], *kinds: str) -> None:
    now = emulator.tenant.clock.now()
    with emulator.tenant.store.begin() as session:
        for kind in kinds:
            session.add(
                RegisteredMethod(user_id=user["id"], kind=kind, value="x", registered_at=now)
            )


def _truths(api: Graph, user: dict[str, Any]) -> tuple[bool, ...]:
    row = api.get(f"{REPORT}/{user['id']}")
    return tuple(row[name] for name in TRUTHS)


@pytest.mark.parametrize(
    ("member", "kinds", "truths"),
    [
        (True, ("email", "mobilePhone"), (True, True, True)),
        (True, ("email",), (True, False, False)),
        (True, (), (True, False, False)),
        (True, ("email", "authenticator"), (True, False, False)),  # the policy allows no app
        (False, ("email", "mobilePhone"), (False, True, False)),
    ],
)
def test_enabled_registered_capable(
    api: Graph,
    emulator: Emulator,
    kinds: tuple[str, ...],
    truths: tuple[bool, ...],
    *,
    member: bool,
) -> None:
    """Enabled is the policy's word, registered the methods', capable both (A20)."""
    user = api.user("ada")
    if member:
        api.join(_pilot(emulator), user)
    _register(emulator, user, *kinds)
    assert _truths(api, user) == truths


def test_nested_groups_count(api: Graph, emulator: Emulator) -> None:
    """A member of a group within the enabled group is enabled (A3)."""
    user, inner = api.user("ada"), api.group("Inner")
    api.join(_pilot(emulator), inner)
    api.join(inner, user)
    assert _truths(api, user)[0] is True


def test_what_is_registered_has_the_reports_names(api: Graph, emulator: Emulator) -> None:
    """Methods stand under the names public tools know; the app brings two (J20)."""
    user = api.user("ada")
    _register(emulator, user, "email", "mobilePhone", "authenticator")
    with emulator.tenant.store.begin() as session:
        for number in range(5):
            session.add(SecurityAnswer(user_id=user["id"], question=f"{number}", answer_hash="h"))
    row = api.get(f"{REPORT}/{user['id']}")
    assert row["methodsRegistered"] == [
        "email",
        "mobilePhone",
        "microsoftAuthenticatorPush",
        "softwareOneTimePasscode",
        "securityQuestion",
    ]
    assert (row["isMfaRegistered"], row["userPreferredMethodForSecondaryAuthentication"]) == (
        True,
        "push",
    )


@pytest.mark.parametrize(
    ("name", "listed", "truths"),
    [
        (None, [], (True, False, False)),
        ("report-keeps-deleted-address", ["email"], (True, False, False)),
        ("report-registers-who-deleted", [], (True, True, False)),
        ("report-capable-who-deleted", [], (True, False, True)),
    ],
)
def test_a_deleted_method_is_forgotten(
    api: Graph, emulator: Emulator, name: str | None, listed: list[str], truths: tuple[bool, ...]
) -> None:
    """Whoever has too few left is neither registered nor capable; each deviation bends one."""
    user = api.user("ada")
    api.join(_pilot(emulator), user)
    _register(emulator, user, "email")
    method = api.get(f"/users/{user['id']}/authentication/emailMethods")["value"][0]
    api.send("DELETE", f"/users/{user['id']}/authentication/emailMethods/{method['id']}", None, 204)
    emulator.bend(Bent.of(name) if name else STRAIGHT)
    assert api.get(f"{REPORT}/{user['id']}")["methodsRegistered"] == listed
    assert _truths(api, user) == truths


def test_an_address_is_no_second_factor(api: Graph, emulator: Emulator) -> None:
    """Email serves resets only, never MFA (B4)."""
    user = api.user("ada")
    _register(emulator, user, "email")
    row = api.get(f"{REPORT}/{user['id']}")
    assert (row["isMfaRegistered"], row["userPreferredMethodForSecondaryAuthentication"]) == (
        False,
        "none",
    )


def test_administrators_follow_their_own_policy(api: Graph, emulator: Emulator) -> None:
    """A role makes an administrator, enabled by the switch for administrators (D1, D9, D10)."""
    user = api.user("ada")
    role = {
        "principalId": user["id"],
        "roleDefinitionId": TEMPLATE_IDS["Helpdesk Administrator"],
    }
    api.send("POST", "/roleManagement/directory/roleAssignments", role, 201)
    row = api.get(f"{REPORT}/{user['id']}")
    assert (row["isAdmin"], row["isSsprEnabled"]) == (True, True)
    api.send("PATCH", "/policies/authorizationPolicy", {"allowedToUseSSPR": False})
    assert _truths(api, user)[0] is True
    emulator.tenant.clock.advance(dt.timedelta(hours=1))
    assert _truths(api, user)[0] is False


def test_disabled_accounts_are_absent(api: Graph) -> None:
    """The report has neither disabled nor deleted accounts (J17)."""
    user = api.user("ada", accountEnabled=False)
    assert user["id"] not in {row["id"] for row in api.get(REPORT)["value"]}
    api.get(f"{REPORT}/{user['id']}", 404)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("isSsprCapable eq true", ["ada"]),
        ("isSsprRegistered eq true and isSsprEnabled eq false", ["grace"]),
        ("startswith(userPrincipalName,'gr')", ["grace"]),
        ("methodsRegistered/any(m: m eq 'email')", ["ada", "grace"]),
        ("not (isSsprRegistered eq true)", ["admin"]),
        ("userType eq 'member' and isAdmin eq true", ["admin"]),
    ],
)
def test_the_report_is_filtered_by_its_truths(
    api: Graph, emulator: Emulator, wanted: str, names: list[str]
) -> None:
    """$filter works on what is worked out, not only on what is stored (J19)."""
    people = [api.user("ada"), api.user("grace")]
    api.join(_pilot(emulator), people[0])
    for user in people:
        _register(emulator, user, "email", "mobilePhone")
    found = api.get(REPORT, filter=wanted, count="true")
    assert sorted(r["userPrincipalName"].partition("@")[0] for r in found["value"]) == names
    assert found["@odata.count"] == len(names)


@pytest.mark.parametrize(
    "options",
    [{"filter": "shoeSize eq 1"}, {"orderby": "userPrincipalName"}, {"top": "1000"},
     {"filter": "isAdmin gt 'x'"}],
)  # fmt: skip
def test_a_bad_question_is_refused(api: Graph, options: dict[str, str]) -> None:
    """What the report cannot answer is a bad request."""
    assert api.get(REPORT, 400, **options)["error"]["code"] == "Request_UnsupportedQuery"


def test_the_report_lags_when_the_tenant_says_so(api: Graph, emulator: Emulator) -> None:
    """With the documented delay a row stays as it was told until the delay is over (J17)."""
    emulator.tenant.lag = Lag(registration=dt.timedelta(hours=36))
    user = api.user("ada")
    api.join(_pilot(emulator), user)
    assert _truths(api, user) == (True, False, False)
    _register(emulator, user, "email", "mobilePhone")
    emulator.tenant.clock.advance(dt.timedelta(hours=35))
    assert _truths(api, user) == (True, False, False)
    emulator.tenant.clock.advance(dt.timedelta(hours=1))
    assert _truths(api, user) == (True, True, True)
