"""Which rows the audit log has, what binds them together, and how long they can be read."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulator.deviations import Bent

PROGRESS = "Self-service password reset flow activity progress"
RESET = "Reset password (self-service)"
CHANGE = "Change password (self-service)"
UNLOCK = "Unlock user account (self-service)"
BLOCKED = "Blocked from self-service password reset"
BY_ADMIN = "Reset password (by admin)"
UPDATED = "User updated security info"
REGISTERED = "User registered security info"
CANCELLED = "User canceled security info registration"
COMPLETED = "User registered all required security info"
REVIEWED = "User reviewed security info"
DELETED = "User deleted security info"
POLICY_CHANGED = "Self-service password reset policy changes"  # J3; the other list has no name
ROLE_TAKEN = "Remove member from role"
FUZZY = "PasswordDoesnotComplyFuzzyPolicy"  # J10, as observed
ANOTHER = "Core Directory"
NOBODY = "fim_password_service@support.onmicrosoft.com"
KEPT = dt.timedelta(days=30)  # J22
LATEST = dt.timedelta(hours=1)  # J15
# Which deviation leaves which row out.
_MISSING = {
    RESET: "reset-row-missing",
    UNLOCK: "unlock-row-missing",
    BLOCKED: "blocked-row-missing",
    BY_ADMIN: "admin-reset-row-missing",
    "Admin registered security info": "registration-by-admin-untold",
    "Admin updated security info": "update-by-admin-untold",
    "Admin deleted security info": "deletion-by-admin-untold",
}
# Which deviation lets which row name another service, and which one nobody as who did it.
_BY_ANOTHER = {
    RESET: "reset-row-by-another",
    UNLOCK: "unlock-row-by-another",
    BLOCKED: "block-logged-by-another",
    BY_ADMIN: "admin-reset-logged-by-another",
}
_BY_NOBODY = {
    UNLOCK: "unlock-by-nobody",
    REGISTERED: "registration-by-nobody",
    POLICY_CHANGED: "policy-change-by-nobody",
}
# Which deviation tells which deed of a person once and never again.
_TOLD_ONCE = {
    CHANGE: "further-change-row-missing",
    BY_ADMIN: "further-admin-reset-row-missing",
    UPDATED: "further-update-row-missing",
}
# Which deviation brings which rows late or drops them early: the column that tells them, and what.
_LATE = {
    "registrations-told-late": ("service", "Authentication Methods"),
    "failures-told-late": ("result", "failure"),
    "policy-changes-told-late": ("activity", POLICY_CHANGED),
    "blocks-told-late": ("activity", BLOCKED),
}
_DROPPED = {
    "registrations-kept-a-week": ("service", "Authentication Methods"),
    "policy-changes-kept-a-week": ("activity", POLICY_CHANGED),
}
# Which deviation keeps which reason to itself.
_UNREASONED = {
    RESET: "reset-gives-no-reason",
    REGISTERED: "registration-gives-no-reason",
    REVIEWED: "review-gives-no-reason",
    DELETED: "deletion-gives-no-reason",
    BY_ADMIN: "admin-reset-gives-no-reason",
}
# Which deviation leaves out whom which code turned away.
_TURNED_AWAY_UNTOLD = {
    "none-untold": "SSPR_0009",
    "no-writeback-untold": "SSPR_0010",
    "no-licences-untold": "SSPR_0012",
    "unreachable-untold": "SSPR_0030",
}
# Which deviation keeps which change of the policy to itself.
_UNTOLD = {
    "helpdesk-change-untold": "customization.helpdesk",
    "unlock-change-untold": "writeback.unlock_without_reset",
}


def is_kept(activity: str, bent: Bent, *, result: str = "success", reason: str = "") -> bool:
    """Whether a row of ``activity`` is written."""
    failed = result != "success"
    if failed and reason == FUZZY:
        of_change = activity == CHANGE and "refused-change-row-missing" in bent
        return not of_change and "banned-row-missing" not in bent
    if activity == PROGRESS and "mobile app" in reason and "flow-forgets-apps" in bent:
        return False
    if activity == PROGRESS:
        return failed or "flow-rows-missing" not in bent
    return _MISSING.get(activity) not in bent


def is_told_once(activity: str, bent: Bent) -> bool:
    """Whether only the first deed of this kind leaves a row: each does (J2, J4)."""
    return _TOLD_ONCE.get(activity) in bent


def agent(bent: Bent, *, on_premises: bool) -> str:
    """What the row of a given-out password says of the agent that wrote it back (J12)."""
    by_agent = on_premises and "writing-agent-untold" not in bent
    return "Microsoft Entra Connect" if by_agent else "None"


def tells_turned_away(block: str, bent: Bent) -> bool:
    """Whether the log tells that somebody was turned away, whatever the reason (J7, J11)."""
    if any(each == block and name in bent for name, each in _TURNED_AWAY_UNTOLD.items()):
        return False
    return "turned-away-row-missing" not in bent


def told_change(change: dict[str, str], bent: Bent) -> dict[str, str]:
    """A modified property of the policy as the log has it (J13)."""
    if "old-and-new-swapped" in bent:
        old, new = change["oldValue"], change["newValue"]
        return change | {"oldValue": new, "newValue": old}
    return change | {"oldValue": ""} if "old-values-missing" in bent else change


def is_told(name: str, bent: Bent) -> bool:
    """Whether the log tells of a change of the policy's key ``name`` (J13)."""
    return not bent.meets({deviation: each == name for deviation, each in _UNTOLD.items()})


def filed_under(activity: str, category: str, bent: Bent) -> str:
    """The category that a row names (J1)."""
    if "password writeback" in activity and "writeback-row-filed-elsewhere" in bent:
        return "UserManagement"
    astray = activity == DELETED and "deletion-filed-elsewhere" in bent
    return "ApplicationManagement" if astray else category


def happened_at(activity: str, reason: str, now: dt.datetime, bent: Bent) -> dt.datetime:
    """The time that a row tells: when it happened (J8)."""
    if activity in {PROGRESS, RESET} and "flow-rows-postdated" in bent:
        return now + dt.timedelta(minutes=30)
    if reason.startswith("User completed all") and "steps-told-out-of-order" in bent:
        return now - dt.timedelta(milliseconds=100)
    return now


def said(activity: str, reason: str, bent: Bent) -> str:
    """The reason that a row gives (J5, J6, J9)."""
    if activity == PROGRESS and "flow-tells-another-option" in bent:
        return reason.replace("completed the email", "completed the office voice call")
    return "" if _UNREASONED.get(activity) in bent else reason


def logged_by(activity: str, service: str, bent: Bent) -> str:
    """The service that a row names (J1)."""
    if "password writeback" in activity and "writeback-row-by-another" in bent:
        return ANOTHER
    return ANOTHER if _BY_ANOTHER.get(activity) in bent else service


def done_by(activity: str, result: str, actor: str, target: str, bent: Bent) -> str:
    """Whom a row names as the one who did it (J1)."""
    refused = activity == RESET and result != "success"
    if _BY_NOBODY.get(activity) in bent or (refused and "refusal-by-nobody" in bent):
        return NOBODY
    return target if activity == BY_ADMIN and "given-password-told-as-own" in bent else actor


def outcome(activity: str, result: str, bent: Bent) -> str:
    """The result that a row tells (J1, J5, C24)."""
    if activity == COMPLETED and "completion-told-of-who-left" in bent:
        return "success"
    return "failure" if activity == BLOCKED and "block-told-as-failure" in bent else result


def about_another(activity: str, bent: Bent) -> bool:
    """Whether a row names somebody else than the person it is about (J1)."""
    return activity == PROGRESS and "row-names-another" in bent


def told_target(activity: str, name: str | None, bent: Bent) -> str | None:
    """The user principal name that a row gives of the person it is about: their own (J1)."""
    return NOBODY if activity == PROGRESS and "row-misnames-user" in bent else name


def readable(now: dt.datetime, lag: dt.timedelta, bent: Bent) -> tuple[dt.datetime, dt.datetime]:
    """Between which times a row that can be read by now was written (J15, J22)."""
    if "rows-late" in bent:
        lag = 2 * LATEST
    kept = dt.timedelta(days=7) if "rows-kept-a-week" in bent else KEPT
    return now - kept, now - lag


def irregular(
    now: dt.datetime, bent: Bent
) -> tuple[str, str, tuple[dt.datetime, dt.datetime]] | None:
    """The rows that a deviation brings late or drops early: what they say where, and from when."""
    for name, rows in _LATE.items():
        if name in bent:
            return (*rows, (now - KEPT, now - 2 * LATEST))
    for name, rows in _DROPPED.items():
        if name in bent:
            return (*rows, (now - dt.timedelta(days=7), now))
    return None


def correlation(correlation_id: str, bent: Bent) -> str:
    """The id that a row carries: the same for all rows of one flow (J8)."""
    if "one-correlation-id-for-all" in bent:
        return str(uuid.UUID(int=0))
    return str(uuid.uuid4()) if "correlation-id-per-row" in bent else correlation_id
