"""Roles, methods, policies and settings through Graph, and what they change in the tenant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from emulator.rules.auditing import POLICY_CHANGED
from emulator.rules.roles import GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR
from emulator.rules.secrets_hash import matches
from emulator.store import RegisteredMethod
from emulator.store.people import methods_of, roles_of, user_by_name
from sspr.policy import MigrationState

if TYPE_CHECKING:
    from emulator.emulator import Emulator
    from tests.emulator.graph.conftest import Graph

ASSIGNMENTS = "/roleManagement/directory/roleAssignments"
PASSWORD_RULES = "5cf42378-d67d-4f36-ba46-e8b86229381d"
PASSWORD_ID = "28c10230-6103-485e-b985-444c60001490"
GRAPH = "https://graph.microsoft.com/v1.0"


def test_a_role_is_held_until_it_is_taken(api: Graph, emulator: Emulator) -> None:
    """Both APIs of roles see the same holders; a role is given once."""
    ada = api.user("ada")
    body = {"principalId": ada["id"], "roleDefinitionId": HELPDESK_ADMINISTRATOR}
    held = api.send("POST", ASSIGNMENTS, body, 201)
    api.send("POST", ASSIGNMENTS, body, 400)
    by_template = f"/directoryRoles(roleTemplateId='{HELPDESK_ADMINISTRATOR}')/members"
    assert [user["id"] for user in api.get(by_template)["value"]] == [ada["id"]]
    wanted = f"principalId eq '{ada['id']}'"
    assert [a["id"] for a in api.get(ASSIGNMENTS, filter=wanted)["value"]] == [held["id"]]
    api.send("DELETE", f"{ASSIGNMENTS}/{held['id']}")
    with emulator.tenant.store.begin() as session:
        assert roles_of(session, ada["id"]) == frozenset()


@pytest.mark.parametrize(
    "change",
    [{"principalId": "nobody"}, {"roleDefinitionId": "nothing"}],
)
def test_only_known_roles_go_to_known_users(api: Graph, change: dict[str, str]) -> None:
    """A role or user that does not exist is told."""
    body = {"principalId": api.user("ada")["id"], "roleDefinitionId": GLOBAL_ADMINISTRATOR}
    api.send("POST", ASSIGNMENTS, body | change, 404)


def test_roles_are_found_by_name(api: Graph) -> None:
    """The built-in definitions are filtered by display name."""
    wanted = "displayName eq 'Global Administrator'"
    found = api.get("/roleManagement/directory/roleDefinitions", filter=wanted)["value"]
    assert [role["templateId"] for role in found] == [GLOBAL_ADMINISTRATOR]


@pytest.mark.parametrize(
    ("number", "good"),
    [("+1 5550100", True), ("+49 15550100123", True), ("5550100", False), ("+1-555-0100", False)],
)
def test_phone_numbers_have_their_form(api: Graph, number: str, *, good: bool) -> None:
    """A number is a plus, a country code, one blank and digits."""
    phones = f"/users/{api.user('ada')['id']}/authentication/phoneMethods"
    body = {"phoneNumber": number, "phoneType": "mobile"}
    api.send("POST", phones, body, 201 if good else 400)


def test_one_method_of_a_kind(api: Graph, emulator: Emulator) -> None:
    """A second mobile phone is refused, another kind is not; all are an administrator's."""
    ada = api.user("ada")
    phones = f"/users/{ada['id']}/authentication/phoneMethods"
    body = {"phoneNumber": "+1 5550100", "phoneType": "mobile"}
    api.send("POST", phones, body, 201)
    api.send("POST", phones, body, 400)
    api.send("POST", phones, body | {"phoneType": "office"}, 201)
    with emulator.tenant.store.begin() as session:
        held = methods_of(session, ada["id"])
        assert [(m.kind, m.by) for m in held] == [
            ("mobilePhone", "admin"),
            ("officePhone", "admin"),
        ]


def test_no_secret_leaves_by_graph(api: Graph, emulator: Emulator) -> None:
    """Neither the password nor a TOTP secret is ever told."""
    ada, secret = api.user("ada"), "JBSWY3DPEHPK3PXP"
    with emulator.tenant.store.begin() as session:
        now = emulator.tenant.clock.now()
        kind = "softwareOath"
        session.add(RegisteredMethod(user_id=ada["id"], kind=kind, value=secret, registered_at=now))
    for name in ("methods", "softwareOathMethods", "passwordMethods"):
        found = api.get(f"/users/{ada['id']}/authentication/{name}")["value"]
        assert found
        assert secret not in json.dumps(found)
        assert not [m for m in found if m.get("password") or m.get("secretKey")]


@pytest.mark.parametrize("given", ["Orchard-window-78", None])
def test_an_administrator_resets(api: Graph, emulator: Emulator, given: str | None) -> None:
    """A delegated reset sets the password; one that the service made is told once."""
    ada = api.user("ada")
    path = f"/users/{ada['id']}/authentication/methods/{PASSWORD_ID}/resetPassword"
    headers = api.delegated(emulator)
    body = {"newPassword": given} if given else {}
    answer = api.request("POST", path, json=body, headers=headers)
    assert answer.status_code == 202
    password = given or answer.json()["newPassword"]
    assert (answer.json()["newPassword"] is None) == (given is not None)
    with emulator.tenant.store.begin() as session:
        user = user_by_name(session, "ada@contoso.com")
        assert user is not None
        assert matches(password, user.password_hash)
        assert user.must_change_password


def test_who_began_in_the_middle_never_goes_back_before(api: Graph, emulator: Emulator) -> None:
    """A tenant that began in progress is refused preMigration, any other goes everywhere (I5)."""
    policy = "/policies/authenticationMethodsPolicy"
    for state in ("migrationComplete", "migrationInProgress", "preMigration"):
        api.send("PATCH", policy, {"policyMigrationState": state})
    first = emulator.tenant.first
    methods = first.methods.model_copy(update={"migration_state": MigrationState.IN_PROGRESS})
    emulator.tenant.former[0] = first.model_copy(update={"methods": methods})
    for state in ("migrationComplete", "migrationInProgress"):
        api.send("PATCH", policy, {"policyMigrationState": state})
    api.send("PATCH", policy, {"policyMigrationState": "preMigration"}, 400)
    assert emulator.tenant.policy.methods.migration_state == "migrationInProgress"


def test_the_migration_moves_the_policy(api: Graph, emulator: Emulator) -> None:
    """The migration's state is the tenant's own, logged with old and new values (I1, J13)."""
    policy = "/policies/authenticationMethodsPolicy"
    assert api.get(policy)["policyMigrationState"] == "preMigration"
    api.send("PATCH", policy, {"policyMigrationState": "migrationComplete"})
    assert emulator.tenant.policy.methods.migration_state == "migrationComplete"
    (row,) = api.get(
        "/auditLogs/directoryAudits", filter=f"activityDisplayName eq '{POLICY_CHANGED}'"
    )["value"]
    assert row["targetResources"][0]["modifiedProperties"] == [
        {
            "displayName": "methods.migration_state",
            "oldValue": '"preMigration"',
            "newValue": '"migrationComplete"',
        }
    ]


def test_a_method_is_switched_in_the_methods_policy(api: Graph) -> None:
    """A configuration begins as the reset policy's mapping and keeps what is saved (I6)."""
    base = "/policies/authenticationMethodsPolicy/authenticationMethodConfigurations"
    states = {c["id"]: c["state"] for c in api.get(base)["value"]}
    on = {name for name, state in states.items() if state == "enabled"}
    assert on == {"Email", "Sms", "Voice"}
    api.send("PATCH", f"{base}/sms", {"state": "disabled"})
    assert api.get(f"{base}/SMS")["state"] == "disabled"
    api.send("PATCH", f"{base}/sms", {"state": "off"}, 400)
    api.send("PATCH", f"{base}/sms", {"isOfficePhoneAllowed": True}, 400)
    api.send("PATCH", f"{base}/voice", {"isOfficePhoneAllowed": True})
    assert api.get(f"{base}/voice")["isOfficePhoneAllowed"]
    api.get(f"{base}/carrierPigeon", 404)


def _rules(**values: str) -> dict[str, Any]:
    pairs = [{"name": name, "value": value} for name, value in values.items()]
    return {"templateId": PASSWORD_RULES, "values": pairs}


def test_password_rules_exist_once_saved(api: Graph, emulator: Emulator) -> None:
    """Until they are saved there is no object; then the tenant obeys it (E19)."""
    assert api.get("/groupSettings")["value"] == []
    rules = _rules(LockoutThreshold="5", EnableBannedPasswordCheck="True",
                   BannedPasswordList="contoso\tfabrikam")  # fmt: skip
    made = api.send("POST", "/groupSettings", rules, 201)
    protection = emulator.tenant.organization.protection
    assert (protection.lockout_threshold, protection.lockout_seconds) == (5, 60)
    assert protection.custom_terms == ("contoso", "fabrikam")
    api.send("POST", "/groupSettings", rules, 400)
    change = _rules(LockoutDurationInSeconds="120")
    api.send("PATCH", f"/groupSettings/{made['id']}", change)
    assert (protection.lockout_threshold, protection.lockout_seconds) == (5, 120)


@pytest.mark.parametrize(
    "values",
    [
        {"LockoutThreshold": "0"},
        {"LockoutThreshold": "many"},
        {"LockoutDurationInSeconds": "4"},
        {"EnableBannedPasswordCheck": "perhaps"},
        {"BannedPasswordList": "abc"},
        {"BannedPasswordList": "\t".join(f"term{n}" for n in range(1001))},
        {"Nonsense": "1"},
    ],
)
def test_bad_password_rules_change_nothing(
    api: Graph, emulator: Emulator, values: dict[str, str]
) -> None:
    """A value out of range is refused, and none of the others is taken."""
    both = _rules(EnableBannedPasswordCheckOnPremises="False") | {}
    both["values"] += _rules(**values)["values"]
    api.send("POST", "/groupSettings", both, 400)
    assert api.get("/groupSettings")["value"] == []
    assert emulator.tenant.organization.protection.lockout_threshold == 10


def test_passwords_may_expire_by_domain(api: Graph, emulator: Emulator) -> None:
    """How long passwords last is set on the domain."""
    api.send("PATCH", "/domains/contoso.com", {"passwordValidityPeriodInDays": 90})
    assert emulator.tenant.organization.password_validity_days == 90
    assert api.get("/domains/contoso.com")["passwordValidityPeriodInDays"] == 90
    api.send("PATCH", "/domains/contoso.com", {"passwordValidityPeriodInDays": 0}, 400)


def test_the_free_tier_has_no_products(api: Graph, emulator: Emulator) -> None:
    """What the tenant has bought is listed by service plan; nothing in the Free tier (A10)."""
    plans = api.get("/subscribedSkus")["value"][0]["servicePlans"]
    assert [plan["servicePlanName"] for plan in plans] == ["AAD_PREMIUM"]
    emulator.tenant.organization.licences = frozenset()
    assert api.get("/subscribedSkus")["value"] == []
