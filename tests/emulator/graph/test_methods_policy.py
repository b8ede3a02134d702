"""The Authentication methods policy, read back by those who compare it with what was declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.graph.policies.configurations import CONFIGURATIONS, configuration
from sspr.directory.policies import allowed_methods
from sspr.policy import Method

if TYPE_CHECKING:
    from tests.emulator.graph.conftest import Graph

_BASE = "/policies/authenticationMethodsPolicy"


@given(st.sets(st.sampled_from(Method)))
def test_every_policy_reads_back_as_itself(allowed: set[Method]) -> None:
    """Whatever a migrated tenant allows is told apart again, but for the questions (I6, I10)."""
    entries = [configuration(name, allowed) for name in CONFIGURATIONS]
    told = allowed_methods({"authenticationMethodConfigurations": entries})
    assert set(told) == allowed - {Method.SECURITY_QUESTIONS}


@pytest.mark.parametrize(
    ("entry", "change", "gone"),
    [
        ("microsoftAuthenticator", {"isSoftwareOathEnabled": False}, set()),
        ("softwareOath", {"state": "disabled"}, set()),
        ("microsoftAuthenticator", {"state": "disabled"}, {Method.APP_NOTIFICATION}),
        ("voice", {"isOfficePhoneAllowed": False}, {Method.OFFICE_PHONE}),
        ("sms", {"state": "disabled"}, {Method.MOBILE_PHONE}),
    ],
)
def test_each_switch_takes_away_what_it_stands_for(
    api: Graph, entry: str, change: dict[str, object], gone: set[Method]
) -> None:
    """Codes stay while either app gives them; a telephone without texts is the office's."""
    configurations = f"{_BASE}/authenticationMethodConfigurations"
    everything = {
        "microsoftAuthenticator": "isSoftwareOathEnabled",
        "voice": "isOfficePhoneAllowed",
    }
    for name in ("microsoftAuthenticator", "softwareOath", "email", "sms", "voice"):
        own = {everything[name]: True} if name in everything else {}
        api.send("PATCH", f"{configurations}/{name}", {"state": "enabled"} | own)
    before = set(allowed_methods(api.get(_BASE)))
    api.send("PATCH", f"{configurations}/{entry}", change)
    assert before - set(allowed_methods(api.get(_BASE))) == gone
