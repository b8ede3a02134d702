"""Telling of a reset: the user, and the Global Administrators where one of their own acted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from emulator.actions import notify
from emulator.actions.standing import addresses_of, global_administrators
from emulator.rules.auditing import RESET, ROLE_TAKEN
from emulator.rules.notifications import administrators_mails, users_mails
from emulator.rules.options import Option
from emulator.rules.roles import (
    GLOBAL_ADMINISTRATOR,
    HELPDESK_ADMINISTRATOR,
    PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
    USER_ADMINISTRATOR,
)
from emulator.store import AuditEvent, User
from emulator.store.people import holders_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from emulator.actions.notify import Letter
    from emulator.actions.reset.visit import Visit
    from emulator.deviations import Case
    from emulator.rules.notifications import Addresses

# By deviation: whose resets are told to no administrator.
_UNTOLD = {
    "global-reset-alerts-nobody": GLOBAL_ADMINISTRATOR,
    "helpdesk-reset-alerts-nobody": HELPDESK_ADMINISTRATOR,
}


def tell(visit: Visit, user: User, *, locked: bool = False) -> None:
    """
    Write to everyone whom the reset, or a mere unlocking, concerns (F1 to F6, F15).

    ``locked`` says whether wrong passwords had locked the account.
    """
    admins = global_administrators(visit.session, visit.tenant)
    to_user = _to_user(visit, user, admins, locked=locked)
    visit.letters.extend([*to_user, *_to_admins(visit, user, admins)])


def alert(visit: Visit, user: User) -> None:
    """Write to the administrators whom a reset by ``user`` concerns, and to nobody else."""
    visit.letters.extend(
        _to_admins(visit, user, global_administrators(visit.session, visit.tenant))
    )


def _to_user(
    visit: Visit, user: User, admins: Sequence[Addresses], *, locked: bool
) -> Iterator[Letter]:
    if _is_left_out(visit, user):
        return iter(())
    told = users_mails(
        _told_at(visit, user),
        visit.tenant.policy.notifications,
        visit.bent,
        bystanders=[a.primary for a in admins if a.primary],
        unlocked=visit.flow.unlock_only,
        locked=locked,
        administers=visit.administers,
    )
    strangers: list[str] = []
    if "user-mail-to-helpers" in visit.bent:
        helpers = holders_of(visit.session, USER_ADMINISTRATOR)
        strangers = [each.mail for each in helpers if each.mail and told]
    if "user-mail-to-authenticators" in visit.bent:
        authenticators = holders_of(visit.session, PRIVILEGED_AUTHENTICATION_ADMINISTRATOR)
        strangers += [each.mail for each in authenticators if each.mail and told]
    return (
        notify.reset_mail(
            visit.tenant, to, copy=to != (user.mail or to), administers=lambda: visit.administers
        )
        for to in (*told, *strangers)
    )


def _told_at(visit: Visit, user: User) -> Addresses:
    """Where the user is told: at every address, wherever the password is managed (F1)."""
    known = addresses_of(visit.session, visit.tenant, user)
    primary_alone = user.on_premises and "hybrid-alternate-untold" in visit.bent
    return replace(known, alternates=()) if primary_alone else known


def _is_left_out(visit: Visit, user: User) -> bool:
    """Whether a reset of this kind is not told to the user: there is no such kind."""
    return visit.bent.meets(
        {
            "administrators-not-told": lambda: visit.administers,
            "hybrid-users-not-told": user.on_premises,
            "federated-users-not-told": user.federated,
            "guests-not-told": user.is_guest,
            "nested-members-not-told": lambda: visit.is_nested,
            "second-reset-untold": lambda: resets_of(visit, user) > 1,
            "unmailed-users-not-told": Option.EMAIL not in visit.flow.passed,
        }
    )


def resets_of(visit: Visit, user: User) -> int:
    """How many resets of ``user`` the audit log tells of, the present one once it is told."""
    mine = select(AuditEvent).where(AuditEvent.target_id == user.id)
    done = mine.where(AuditEvent.activity == RESET, AuditEvent.result == "success")
    return len(visit.session.scalars(done).all())


def _alerts_nobody(visit: Visit, administrator: User) -> bool:
    """Whether the reset of an administrator of this kind is told to none: there is no such kind."""
    kinds: dict[str, Case] = {
        "second-alert-missing": lambda: resets_of(visit, administrator) > 1,
        "synchronised-administrators-alert-nobody": administrator.on_premises,
        "enabled-administrators-alert-nobody": lambda: visit.is_inside,
    }
    if visit.bent.meets(kinds):
        return True
    return any(
        deviation in visit.bent and administrator in holders_of(visit.session, role)
        for deviation, role in _UNTOLD.items()
    )


def _to_admins(visit: Visit, user: User, admins: Sequence[Addresses]) -> Iterator[Letter]:
    who = user.user_principal_name
    acted = visit.administers
    if "former-administrators-alert" in visit.bent:
        acted |= user.mail in _who_lost_a_role(visit)
    acted |= visit.bent.meets(
        {"guests-reset-alerts": user.is_guest, "hybrid-users-reset-alerts": user.on_premises}
    )
    if acted and _alerts_nobody(visit, user):
        return iter(())
    alerted = administrators_mails(
        admins,
        visit.tenant.policy.notifications,
        visit.bent,
        acting=addresses_of(visit.session, visit.tenant, user),
        acting_is_administrator=acted and _alerts(visit),
    )
    strangers: list[str] = []
    if alerted and "alert-to-everyone" in visit.bent:
        strangers = [each.mail for each in visit.session.scalars(select(User)) if each.mail]
    if alerted and "former-administrators-alerted" in visit.bent:
        strangers += _who_lost_a_role(visit)
    others = [each for each in strangers if each not in alerted]
    return (notify.administrator_reset_mail(visit.tenant, to, who) for to in (*alerted, *others))


def _alerts(visit: Visit) -> bool:
    """Whether what was done is a reset; a mere unlocking alerts nobody (F6, F15)."""
    return not visit.flow.unlock_only or "unlock-alerts" in visit.bent


def _who_lost_a_role(visit: Visit) -> list[str]:
    """The primary addresses of those of whom the audit log tells that a role was taken."""
    lost = select(AuditEvent.target_id).where(AuditEvent.activity == ROLE_TAKEN)
    losers = visit.session.scalars(select(User).where(User.id.in_(lost)))
    return [each.mail for each in losers if each.mail]
