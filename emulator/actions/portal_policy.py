"""Reading and saving the policy as the admin center does."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from emulator.actions.audit import changed
from emulator.actions.policy import save_policy
from emulator.actions.standing import conditions_of, enabled_group
from emulator.rules.account import Account
from emulator.rules.gates import steps_required
from emulator.rules.methods import allowed
from emulator.rules.options import METHOD
from emulator.rules.portal_policy import (
    SWITCHES,
    NotSaved,
    enough_questions,
    from_portal,
    most_groups,
    to_portal,
)
from emulator.rules.portal_view import heeded, shown
from emulator.rules.questions import custom_may_be_saved
from emulator.rules.role_templates import TEMPLATE_IDS
from emulator.store import Group
from emulator.store.questions import defined_questions, keep_questions
from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from emulator.actions.audit import Actor, Flow
    from emulator.store.questions import Defined
    from emulator.tenant import Tenant


def portal_object(session: Session, tenant: Tenant) -> dict[str, Any]:
    """The policy in force as the portal's object."""
    group = enabled_group(session, tenant)
    return to_portal(tenant.saved, group.id if group else None)


def shown_object(session: Session, tenant: Tenant) -> dict[str, Any]:
    """The portal's object as its pages show it."""
    group = enabled_group(session, tenant)
    return to_portal(shown(tenant.saved, tenant.bent), group.id if group else None)


def save_portal_object(
    session: Session,
    tenant: Tenant,
    said: dict[str, Any],
    actor: Actor,
    *,
    flow: Flow,
    also: Sequence[dict[str, str]] = (),
) -> None:
    """
    Save the whole object and log what changed (J13), with what was changed ``also``.

    Raises:
        NotSaved: The portal refuses it; nothing is changed.
    """
    before = tenant.policy
    policy = from_portal(tenant.saved, said, _group_name(session, tenant, said), tenant.bent)
    if "portal-change-untold" in tenant.bent:
        tenant.adopt(policy)
    else:
        save_policy(session, tenant, policy, actor, flow, also=also)
    tenant.heed(heeded(tenant.policy, before, tenant.bent))


def define_questions(
    session: Session, tenant: Tenant, defined: Defined, said: Mapping[str, Any], *, known: int
) -> list[dict[str, str]]:
    """
    Let users choose among the questions ``defined``; ``known`` predefined ones there are.

    Returns:
        The modified property, if there is one (J13).

    Raises:
        NotSaved: They are fewer than users are to register, or not fit to be asked (B52, B53).
    """
    if not custom_may_be_saved(defined.own, tenant.bent):
        raise NotSaved("Custom questions: 20 at most, 3 to 200 characters each, none twice.")
    number = len(defined.own) + (known if defined.selected is None else len(defined.selected))
    needed = said["numberOfQuestionsToRegister"]
    asked = said[SWITCHES[Method.SECURITY_QUESTIONS]]
    if asked and not enough_questions(number, needed, tenant.bent):
        raise NotSaved(f"Please select at least {needed} questions.")
    before = defined_questions(session)
    keep_questions(session, defined)
    return _questions_changed(before, defined)


def _questions_changed(before: Defined, after: Defined) -> list[dict[str, str]]:
    if before == after:
        return []
    old, new = (json.dumps(asdict(each), ensure_ascii=False) for each in (before, after))
    return [changed("methods.security_questions", old, new)]


@dataclass(frozen=True, slots=True)
class AdministratorsPolicy:
    """What a reset takes of administrators: how many ``steps``, by which ``methods`` (D3, D7)."""

    steps: int
    methods: tuple[str, ...]


def administrators_policy(session: Session, tenant: Tenant) -> AdministratorsPolicy:
    """The policy that nobody can change, as it stands for a Helpdesk Administrator."""
    roles = frozenset({TEMPLATE_IDS["Helpdesk Administrator"]})
    account, conditions = Account(roles=roles), conditions_of(session, tenant)
    steps = steps_required(account, conditions)
    usable = {METHOD[option] for option in allowed(account, conditions, steps)}
    return AdministratorsPolicy(steps, tuple(m.value for m in Method if m in usable))


def save_on_premises(
    session: Session, tenant: Tenant, actor: Actor, *, flow: Flow, enabled: bool, unlock: bool
) -> None:
    """Put the two switches of *On-premises integration* in force."""
    before, saved = tenant.policy, tenant.saved
    switches = {"enabled": enabled, "unlock_without_reset": unlock}
    writeback = saved.writeback.model_copy(update=switches)
    policy = saved.model_copy(update={"writeback": writeback})
    save_policy(session, tenant, policy, actor, flow)
    tenant.heed(heeded(tenant.policy, before, tenant.bent))


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
