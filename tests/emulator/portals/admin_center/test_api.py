"""The undocumented API behind the admin center."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from emulator.identity.access_token import Caller, issue
from emulator.identity.code_grant import PORTAL_API
from emulator.portals.session import ADMIN_CENTER, Proof, new_code

if TYPE_CHECKING:
    from tests.emulator.portals.admin_center.conftest import Office

BASE = "https://main.iam.ad.ext.azure.com/api/PasswordReset"
POLICIES = f"{BASE}/PasswordResetPolicies"
ON_PREMISES = f"{BASE}/OnPremisesPasswordResetPolicies"
TOKEN = "https://login.microsoftonline.com/common/oauth2/v2.0/token"
ADMIN = "Global Administrator"


def _redeem(office: Office, code: str) -> Any:
    form = {
        "grant_type": "authorization_code",
        "client_id": ADMIN_CENTER.client_id,
        "code": code,
        "scope": f"{PORTAL_API}/.default",
    }
    return office.request("POST", TOKEN, data=form)


def _headers(office: Office, *roles: str) -> dict[str, str]:
    """What a person with ``roles`` calls with, got by the code of a sign-in."""
    tenant, user = office.emulator.tenant, office.employ(*roles)
    with tenant.store.begin() as session:
        code = new_code(session, tenant, ADMIN_CENTER, Proof(user, tenant.clock.now()))
    return {"Authorization": f"Bearer {_redeem(office, code).json()['access_token']}"}


def test_the_object_is_read_and_written_whole(office: Office) -> None:
    """What is put is what is got, and the policy follows."""
    headers = _headers(office, "Authentication Policy Administrator")
    query = {"getPasswordResetEnabledGroup": "true"}
    policy = office.request("GET", POLICIES, headers=headers, params=query).json()
    assert (policy["enablementType"], policy["passwordResetEnabledGroupName"]) == (1, "Pilot")
    policy["registrationReconfirmIntevalInDays"] = 30
    assert office.request("PUT", POLICIES, headers=headers, json=policy).status_code == 200
    assert office.request("GET", POLICIES, headers=headers, params=query).json() == policy
    assert office.emulator.tenant.policy.registration.reconfirm_after_days == 30


def test_the_group_comes_only_when_asked_for(office: Office) -> None:
    """Without the query the group is left out."""
    policy = office.request("GET", POLICIES, headers=_headers(office, ADMIN)).json()
    assert policy["passwordResetEnabledGroupIds"] == []


def test_the_on_premises_switches_are_saved_one_by_one(office: Office) -> None:
    """Each switch can be put alone; the other stays."""
    headers = _headers(office, "Hybrid Identity Administrator")
    office.request("PUT", ON_PREMISES, headers=headers, json={"accountUnlockEnabled": True})
    found = office.request("GET", ON_PREMISES, headers=headers).json()
    assert (found["accountUnlockEnabled"], found["enablementForTenant"]) == (True, True)


@pytest.mark.parametrize("body", [[], {}, {"enablementType": 9}, "x", None])
def test_a_bad_object_is_refused(office: Office, body: Any) -> None:
    """What is no policy is a bad request, and the policy stays."""
    before = office.emulator.tenant.policy
    answer = office.request("PUT", POLICIES, headers=_headers(office, ADMIN), json=body)
    assert (answer.status_code, bool(answer.json()["Message"])) == (400, True)
    assert office.emulator.tenant.policy == before


@pytest.mark.parametrize(("role", "status"), [("Global Reader", 403), ("Guest Inviter", 403)])
def test_roles_decide_who_writes(office: Office, role: str, status: int) -> None:
    """A role that may not configure may not put (A8)."""
    headers = _headers(office, role)
    assert office.request("PUT", POLICIES, headers=headers, json={}).status_code == status


def test_programs_are_not_let_in(office: Office) -> None:
    """Only a token that a person delegated opens the API (A18)."""
    emulator = office.emulator
    own = Caller("app", "App", emulator.application.permissions)
    token = issue(emulator.tenant, own, PORTAL_API)
    headers = {"Authorization": f"Bearer {token}"}
    assert office.request("GET", POLICIES, headers=headers).status_code == 401
    assert office.request("GET", POLICIES).status_code == 401


def test_a_code_serves_once(office: Office) -> None:
    """A redeemed code and a made-up one are refused by the token service."""
    tenant, user = office.emulator.tenant, office.employ(ADMIN)
    with tenant.store.begin() as session:
        code = new_code(session, tenant, ADMIN_CENTER, Proof(user, tenant.clock.now()))
    assert _redeem(office, code).status_code == 200
    for used in (code, "made-up"):
        assert _redeem(office, used).json()["error"] == "invalid_grant"
