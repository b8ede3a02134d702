"""Editing the password reset policy: one way in for the admin center and for Graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from emulator.actions.audit import Actor, Event, Flow, Service, Target, changed, note
from emulator.rules.auditing import POLICY_CHANGED, is_told, told_change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from emulator.tenant import Tenant
    from sspr.policy import Policy

WRITEBACK = "{} password writeback for directory"  # J2
DIRECTORY = Target("Directory", None, "Directory")
POLICY = Target("Policy", None, "Password reset policy")


def save_policy(
    session: Session,
    tenant: Tenant,
    policy: Policy,
    actor: Actor,
    flow: Flow,
    *,
    also: Sequence[dict[str, str]] = (),
) -> list[dict[str, str]]:
    """
    Save ``policy`` and log every value that changed, old and new (J13).

    ``also`` are modified properties of what belongs to the policy and stands elsewhere.

    Returns:
        The modified properties; where there are none nothing is logged.
    """
    found = [*differences(tenant.saved, policy), *also]
    told = [each for each in found if is_told(each["displayName"], tenant.bent)]
    if "only-first-change-told" in tenant.bent:
        told = told[:1]
    if "change-back-untold" in tenant.bent and policy in tenant.former:
        told = []
    changes = [told_change(each, tenant.bent) for each in told]
    switched = tenant.policy.writeback.enabled != policy.writeback.enabled
    if switched and "writeback-row-missing" not in tenant.bent:
        verb = "Enable" if policy.writeback.enabled else "Disable"
        event = Event(WRITEBACK.format(verb), service=Service.SSPR, category="DirectoryManagement")
        note(session, tenant, event, actor, DIRECTORY, flow=flow)
    tenant.adopt(policy)
    if changes:
        event = Event(POLICY_CHANGED, service=Service.SSPR, category="Policy", changes=changes)
        note(session, tenant, event, actor, POLICY, flow=flow)
    return changes


def differences(old: Policy, new: Policy) -> list[dict[str, str]]:
    """The keys in which two policies differ, as modified properties."""
    before, after = _flat(old), _flat(new)
    return [
        changed(key, json.dumps(before[key]), json.dumps(after[key]))
        for key in before
        if before[key] != after[key]
    ]


def _flat(policy: Policy) -> dict[str, Any]:
    return {
        f"{section}.{key}": value
        for section, keys in policy.model_dump(mode="json").items()
        for key, value in keys.items()
    }
