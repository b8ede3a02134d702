"""The end of the way: a new password, or an account unlocked (C27 to C32, F1, F5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions import notify
from emulator.actions.passwords import refuse_password, set_password
from emulator.actions.reset import attempts
from emulator.actions.reset.flow import View, log, record, stop
from emulator.actions.reset.unlock import forget_wrong_passwords
from emulator.actions.standing import account_of, addresses_of, global_administrators
from emulator.rules.banned import Finding
from emulator.rules.enablement import Block
from emulator.rules.notifications import administrators_mails, users_mails

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.actions.notify import Letter
    from emulator.actions.reset.visit import Visit
    from emulator.rules.passwords import Refusal
    from emulator.store import User
    from emulator.tenant import Tenant

RESET = "Reset password (self-service)"
FUZZY = "PasswordDoesnotComplyFuzzyPolicy"  # J10, as observed


def finish(visit: Visit, password: str, confirmation: str) -> list[Letter]:
    """
    Set a new password where it may be set, and say who is to be told.

    A password that may not leaves the person where they are, to try again (C31).
    """
    user = visit.user
    if user is None:
        return []
    if password != confirmation:
        visit.flow.error = "password_mismatch"
        return []
    if refusal := refuse_password(visit.tenant, user, password, forgotten=True):
        _refuse(visit, refusal)
        return []
    log(visit, "User submitted a new password")
    if _refused_on_premises(visit.tenant, user):
        record(visit, RESET, "OnPremisesAdminActionRequired", result="failure")
        stop(visit.flow, Block.ON_PREMISES_REFUSES)
        return []
    return _reset(visit, user, password)


def _refuse(visit: Visit, refusal: Refusal | Finding) -> None:
    visit.flow.error = refusal.value
    if isinstance(refusal, Finding):
        record(visit, RESET, FUZZY, result="failure")


def _refused_on_premises(tenant: Tenant, user: User) -> bool:
    hybrid = user.on_premises_sync_enabled or user.federated
    return hybrid and tenant.organization.writeback.refuses


def _reset(visit: Visit, user: User, password: str) -> list[Letter]:
    set_password(visit.tenant, user, password)
    forget_wrong_passwords(visit)
    attempts.forget(visit)
    record(visit, RESET, "Successfully completed reset.")
    log(visit, "User successfully reset password")
    visit.flow.view = View.DONE
    return _news(visit.session, visit.tenant, user)


def _news(session: Session, tenant: Tenant, user: User) -> list[Letter]:
    organization, policy, bent = tenant.organization, tenant.policy.notifications, tenant.bent
    admins = global_administrators(session)
    acting = addresses_of(session, user)
    alerted = administrators_mails(
        admins,
        policy,
        bent,
        acting=acting,
        acting_is_administrator=account_of(session, tenant, user).is_administrator,
    )
    bystanders = [a.primary for a in admins if a.primary]
    told = users_mails(acting, policy, bent, bystanders=bystanders)
    return [
        *(notify.reset_mail(organization, to) for to in told),
        *(
            notify.administrator_reset_mail(organization, to, user.user_principal_name)
            for to in alerted
        ),
    ]
