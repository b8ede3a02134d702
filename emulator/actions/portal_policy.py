"""Reading and saving the policy as the admin center does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emulator.actions.policy import save_policy
from emulator.actions.standing import enabled_group
from emulator.rules.portal_policy import (
    SWITCHES,
    NotSaved,
    enough_questions,
    from_portal,
    most_groups,
    to_portal,
)
from emulator.rules.portal_view import shown
from emulator.store import Group
from emulator.store.questions import keep_questions
from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from emulator.actions.audit import Actor, Flow
    from emulator.tenant import Tenant


def portal_object(session: Session, tenant: Tenant) -> dict[str, Any]:
    """The policy in force as the portal's object."""
    group = enabled_group(session, tenant)
    return to_portal(tenant.policy, group.id if group else None)


def shown_object(session: Session, tenant: Tenant) -> dict[str, Any]:
    """The portal's object as its pages show it."""
    group = enabled_group(session, tenant)
    return to_portal(shown(tenant.policy, tenant.bent), group.id if group else None)


def save_portal_object(
    session: Session, tenant: Tenant, said: dict[str, Any], actor: Actor, *, flow: Flow
) -> None:
    """
    Put the whole object in force and log what changed (J13).

    Raises:
        NotSaved: The portal refuses it; nothing is changed.
    """
    policy = from_portal(tenant.policy, said, _group_name(session, tenant, said), tenant.bent)
    save_policy(session, tenant, policy, actor, flow)


def define_questions(
    session: Session, tenant: Tenant, chosen: list[str], said: Mapping[str, Any]
) -> None:
    """
    Let users choose among the predefined questions ``chosen`` and the tenant's own.

    Raises:
        NotSaved: They are fewer than users are to register (B53).
    """
    number = len(chosen) + len(tenant.organization.custom_questions)
    needed = said["numberOfQuestionsToRegister"]
    asked = said[SWITCHES[Method.SECURITY_QUESTIONS]]
    if asked and not enough_questions(number, needed, tenant.bent):
        raise NotSaved(f"Please select at least {needed} questions.")
    keep_questions(session, chosen)


def save_on_premises(
    session: Session, tenant: Tenant, actor: Actor, *, flow: Flow, enabled: bool, unlock: bool
) -> None:
    """Put the two switches of *On-premises integration* in force."""
    writeback = tenant.policy.writeback.model_copy(
        update={"enabled": enabled, "unlock_without_reset": unlock}
    )
    policy = tenant.policy.model_copy(update={"writeback": writeback})
    save_policy(session, tenant, policy, actor, flow)


def _group_name(session: Session, tenant: Tenant, said: dict[str, Any]) -> str | None:
    """The name of the one group that the object names (A2)."""
    ids = said.get("passwordResetEnabledGroupIds", [])
    if not isinstance(ids, list) or len(ids) > most_groups(tenant.bent):
        raise NotSaved("Only one group can be enabled for password reset.")
    if not ids:
        return None
    group = session.get(Group, ids[0].lower()) if isinstance(ids[0], str) else None
    if group is None:
        raise NotSaved("The group does not exist.")
    return group.display_name
