"""The end of the way: a new password, or an account unlocked (C27 to C32, F1, F5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.passwords import refuse_password, set_password
from emulator.actions.reset import attempts, news, unlock
from emulator.actions.reset.flow import View, log, record, stop
from emulator.rules.auditing import FUZZY, RESET
from emulator.rules.banned import Finding
from emulator.rules.decision import on_premises_refuses
from emulator.rules.enablement import Block
from emulator.rules.passwords import Place, Refusal, may_try_again, told_as
from emulator.rules.secrets_hash import matches

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit
    from emulator.store import User


def finish(visit: Visit, password: str, confirmation: str) -> None:
    """
    Set a new password where it may be set, and say who is to be told.

    A password that may not leaves the person where they are, to try again (C31).
    """
    user = visit.user
    if user is None:
        return
    if password != confirmation and not _is_unread(visit):
        visit.flow.error = "password_mismatch"
    elif refusal := _refusal(visit, user, password):
        _refuse(visit, refusal, password)
    else:
        log(visit, "User submitted a new password")
        _write(visit, user, password)


def _is_unread(visit: Visit) -> bool:
    """Whether such a person need not type the new password twice alike: everybody has to (C9)."""
    return visit.bent.meets(
        {
            "reset-confirmation-unread": True,
            "administrators-confirmation-unread": lambda: visit.administers,
        }
    )


def _refusal(visit: Visit, user: User, password: str) -> Refusal | Finding | None:
    """Why the password may not be set, whosever it is."""
    found = refuse_password(visit.tenant, user, password, forgotten=True)
    if found is None:
        return Refusal.SAME_AS_LAST if _is_kept_from_last(visit, user, password) else None
    return None if _is_let_through(visit, user, found) else found


def _is_kept_from_last(visit: Visit, user: User, password: str) -> bool:
    """Whether such a person may not choose the last password: at a reset everybody may (E4)."""
    kept = {
        "administrators-reset-refuses-last": lambda: (
            visit.administers and matches(password, user.password_hash)
        )
    }
    return visit.bent.meets(kept)


def _is_let_through(visit: Visit, user: User, found: Refusal | Finding) -> bool:
    """Whether such a person's password is taken whatever was found: nobody's is (E1, E9, H3)."""
    common = isinstance(found, Finding)
    return visit.bent.meets(
        {
            "administrators-choose-common-passwords": lambda: common and visit.administers,
            "guests-choose-common-passwords": common and user.is_guest,
            "administrators-choose-short-passwords": lambda: (
                found is Refusal.TOO_SHORT and visit.administers
            ),
            "administrators-skip-on-premises-policy": lambda: (
                found is Refusal.ON_PREMISES and visit.administers
            ),
            "administrators-choose-simple-passwords": lambda: (
                found is Refusal.TOO_SIMPLE and visit.administers
            ),
        }
    )


def come_late(visit: Visit, password: str) -> None:
    """Keep nothing of what is sent when the time is over (C17)."""
    if password and visit.user and "late-password-kept" in visit.bent:
        set_password(visit.tenant, visit.user, password)


def _refuse(visit: Visit, refusal: Refusal | Finding, password: str) -> None:
    visit.flow.error = told_as(refusal, visit.bent, Place.RESET)
    visit.flow.refused += 1
    if visit.user and "refused-password-kept" in visit.bent:
        set_password(visit.tenant, visit.user, password)
    if visit.user and "refused-password-told" in visit.bent:
        news.tell(visit, visit.user)
    if visit.user and "refused-password-alerts" in visit.bent:
        news.alert(visit, visit.user)
    if not may_try_again(
        visit.bent, refused=visit.flow.refused, administers=lambda: visit.administers
    ):
        visit.flow.view = View.EXPIRED
    untold = {"administrators-refused-password-untold": lambda: visit.administers}
    if isinstance(refusal, Finding) and not visit.bent.meets(untold):
        record(visit, RESET, FUZZY, result="failure")


def _write(visit: Visit, user: User, password: str) -> None:
    """Where the on-premises directory refuses its agent nothing is reset (K7)."""
    if _refused_on_premises(visit, user):
        if "refused-on-premises-untold" not in visit.bent:
            record(visit, RESET, "OnPremisesAdminActionRequired", result="failure")
        if user.on_premises_protected and "protected-password-kept" in visit.bent:
            set_password(visit.tenant, user, password)
        if "refused-on-premises-told" in visit.bent:
            news.tell(visit, user)
        stop(visit.flow, Block.ON_PREMISES_REFUSES)
    else:
        _reset(visit, user, password)


def _refused_on_premises(visit: Visit, user: User) -> bool:
    spared = visit.bent.meets(
        {
            "federated-reset-despite-refusal": user.federated,
            "administrators-reset-despite-refusal": lambda: visit.administers,
        }
    )
    refuses = visit.tenant.organization.writeback.refuses and not spared
    protected = user.on_premises_protected
    return user.on_premises and on_premises_refuses(
        refuses=refuses, protected=protected, bent=visit.bent
    )


def _lost(visit: Visit, user: User) -> bool:
    return visit.bent.meets(
        {
            "reset-changes-nothing": True,
            "synchronized-password-lost": user.synchronized,
            "second-reset-changes-nothing": lambda: _is_further(visit, user),
            "administrators-reset-changes-nothing": lambda: visit.administers,
            "guests-reset-changes-nothing": user.is_guest,
            "nested-reset-changes-nothing": lambda: visit.is_nested,
        }
    )


def _reset(visit: Visit, user: User, password: str) -> None:
    changed_at, due = user.password_changed_at, user.must_change_password
    locked = unlock.was_locked(visit)
    if _lingers(visit, user):
        user.lingering_password_hash = user.password_hash
    if not _lost(visit, user):
        set_password(visit.tenant, user, password)
    if due and "reset-leaves-change-due" in visit.bent:
        user.must_change_password = True
    if "reset-keeps-password-age" in visit.bent:
        user.password_changed_at = changed_at
    user.password_never_expires |= "reset-exempts-from-expiry" in visit.bent
    if not _keeps_lockout(visit, user):
        unlock.end_lockout(visit)
    if not _keeps_counters(visit, user):
        attempts.forget(visit)
    if not _is_untold(visit, user):
        record(visit, RESET, "Successfully completed reset.")
    log(visit, "User successfully reset password")
    thrown_back = "completed-reset-begins-anew" in visit.bent
    visit.flow.view = View.IDENTIFY if thrown_back else View.DONE
    news.tell(visit, user, locked=locked)


def _keeps_lockout(visit: Visit, user: User) -> bool:
    """Whether a lockout outlasts a reset of this kind: none does (C28)."""
    return visit.bent.meets(
        {
            "further-reset-keeps-lockout": lambda: _is_further(visit, user),
            "administrators-reset-keeps-lockout": lambda: visit.administers,
            "synchronised-reset-keeps-lockout": user.synchronized,
        }
    )


def _keeps_counters(visit: Visit, user: User) -> bool:
    """Whether the counters outlast a reset of this kind: none do (C23)."""
    return visit.bent.meets(
        {
            "counters-cleared-once": lambda: _is_further(visit, user),
            "administrators-counters-kept": lambda: visit.administers,
            "guests-counters-kept": user.is_guest,
        }
    )


def _lingers(visit: Visit, user: User) -> bool:
    """Whether the old password signs in as before: after no reset."""
    return visit.bent.meets(
        {
            "old-password-lingers-after-further-reset": lambda: _is_further(visit, user),
            "administrators-old-password-lingers": lambda: visit.administers,
            "synchronised-old-password-lingers": user.synchronized,
            "guests-old-password-lingers": user.is_guest,
        }
    )


def _is_untold(visit: Visit, user: User) -> bool:
    """Whether a reset of this kind leaves no row of its own: there is no such kind."""
    return visit.bent.meets(
        {
            "administrators-reset-row-missing": lambda: visit.administers,
            "hybrid-reset-row-missing": user.on_premises,
            "further-reset-row-missing": lambda: _is_further(visit, user),
            "federated-reset-row-missing": user.federated,
            "nested-reset-row-missing": lambda: visit.is_nested,
        }
    )


def _is_further(visit: Visit, user: User) -> bool:
    return news.resets_of(visit, user) > 0
