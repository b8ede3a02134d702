"""Whatever an administrator sends, the admin center and its API refuse or obey, and never break."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulator.identity.access_token import Caller, issue
from emulator.identity.code_grant import PORTAL_API
from emulator.portals.session import ADMIN_CENTER
from emulator.rules.portal_access import BLADES
from emulator.rules.portal_policy import SWITCHES, to_portal
from sspr.policy import Policy

if TYPE_CHECKING:
    from tests.emulator.portals.admin_center.conftest import Office

ADMIN = "Global Administrator"
API = "https://main.iam.ad.ext.azure.com/api/PasswordReset"
PATHS = ("PasswordResetPolicies", "OnPremisesPasswordResetPolicies")
PARTS = [
    *to_portal(Policy.model_validate({"enablement": {"enabled": "all"}}), None),
    *SWITCHES.values(),
    "passwordResetEnabledGroupIds",
    "customSecurityQuestions",
    "question.father_city",
    "enablementForTenant",
    "accountUnlockEnabled",
    "canary",
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["true", "false", "0", "1", "2", "730", "731", "-1", "9" * 5_000, "on", "\u0661", "a\nb"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
MANY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@MANY
@given(
    blade=st.sampled_from([*BLADES, "Nonsense"]),
    fields=st.dictionaries(st.sampled_from(PARTS), TEXTS, max_size=12),
)
def test_no_form_breaks_a_page(office: Office, blade: str, fields: dict[str, str]) -> None:
    """Each page of *Password reset* takes any form, and the pages still stand afterwards."""
    canary = office.seat(office.employ(ADMIN))
    fields = {"canary": canary, **fields}
    saved = office.request("POST", f"/passwordreset/{blade}", data=fields)
    assert saved.status_code < 500
    shown = office.request("GET", "/")
    assert (shown.status_code, "Password reset" in shown.text) == (200, True)


@MANY
@given(
    path=st.sampled_from(PATHS),
    said=st.dictionaries(st.sampled_from(PARTS) | TEXTS, VALUES, max_size=10) | VALUES,
    raw=st.none() | st.binary(max_size=60),
)
def test_no_object_breaks_the_api(
    office: Office, *, path: str, said: Any, raw: bytes | None
) -> None:
    """Any JSON, and what is none, is saved or refused; afterwards the object is read as before."""
    caller = Caller(ADMIN_CENTER.client_id, "x", frozenset({"user_impersonation"}), _admin(office))
    token = issue(office.emulator.tenant, caller, PORTAL_API)
    headers = {"Authorization": f"Bearer {token}"}
    content = raw if raw is not None else json.dumps(said).encode()
    put = office.request("PUT", f"{API}/{path}", content=content, headers=headers)
    assert put.status_code < 500, put.text
    assert office.request("GET", f"{API}/{path}", headers=headers).status_code == 200


def _admin(office: Office) -> str:
    return office.employ(ADMIN)
