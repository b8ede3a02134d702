"""Who is told of a reset by mail (F1 to F7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from emulator.deviations import Bent, Case
    from sspr.policy import Notifications


@dataclass(frozen=True, slots=True)
class Addresses:
    """
    Where someone can be written to.

    Attributes:
        user_principal_name: The sign-in name, which serves where nothing else is there (F2).
        primary: The mailbox address, or None.
        alternates: The alternate addresses.
    """

    user_principal_name: str
    primary: str | None = None
    alternates: tuple[str, ...] = ()


def alternates(
    registered: Sequence[str], in_directory: Sequence[str], bent: Bent
) -> tuple[str, ...]:
    """
    The alternate addresses of someone: those registered, else those of the directory (F1).

    The documents say "stored in Entra ID" of both; that one stands for the other is chosen.
    """
    return tuple(registered or (() if "directory-address-untold" in bent else in_directory))


def users_mails(
    person: Addresses,
    policy: Notifications,
    bent: Bent,
    *,
    bystanders: Sequence[str] = (),
    unlocked: bool = False,
    locked: bool = False,
    administers: bool = False,
) -> tuple[str, ...]:
    """
    The addresses that hear of a person's reset: primary and alternate, once each (F1 to F4).

    Args:
        person: Whose password was reset.
        policy: What the tenant declares.
        bent: The deviations that are switched on.
        bystanders: Global Administrators' addresses, whom it does not concern (F3).
        unlocked: Whether the account was merely unlocked, of which no mail is documented (F15).
        locked: Whether wrong passwords had locked the account, which makes no difference.
        administers: Whether it is an administrator's, which makes none either.
    """
    silent = _is_untold(policy, bent, locked=locked, administers=administers)
    if silent or (unlocked and "unlock-mailed" not in bent):
        return ()
    primary = [person.primary] if person.primary and "user-mail-only-alternate" not in bent else []
    alternates = _alternates_told(person, bent, administers=administers)
    fallback = _fallback(person, bent, administers=administers)
    early = "user-mail-falls-back-early" in bent and not person.primary
    known = fallback if early else _once([*primary, *alternates]) or fallback
    told = (*known, *bystanders) if "user-mail-leaks" in bent else known
    twice = bent.meets({"user-mail-twice": True, "administrators-told-twice": administers})
    return told * 2 if twice else told


def _fallback(person: Addresses, bent: Bent, *, administers: bool) -> tuple[str, ...]:
    """Where somebody without an address is written to: at the user principal name (F2)."""
    missing = {"user-mail-no-fallback": True, "administrators-mail-no-fallback": administers}
    return () if bent.meets(missing) else (person.user_principal_name,)


def _is_untold(policy: Notifications, bent: Bent, *, locked: bool, administers: bool) -> bool:
    """Whether nobody hears of the own reset: users are to be told or not, whatever else holds."""
    due = policy.users or bent.meets(
        {"user-mail-despite-no": True, "administrators-told-despite-no": administers}
    )
    return not due or bent.meets(
        {
            "user-mail-missing": True,
            "user-mail-needs-alerts": not policy.all_admins,
            "locked-users-not-told": locked,
        }
    )


def _alternates_told(person: Addresses, bent: Bent, *, administers: bool) -> tuple[str, ...]:
    if bent.meets({"user-mail-only-primary": True, "administrators-alternate-untold": administers}):
        return ()
    return person.alternates[:1] if "second-alternate-untold" in bent else person.alternates


def mails_of_a_change(person: Addresses, policy: Notifications, bent: Bent) -> tuple[str, ...]:
    """The addresses that hear of a known password's change: none is documented to (F14)."""
    return users_mails(person, policy, bent) if "change-mailed" in bent else ()


def administrators_mails(
    global_administrators: Iterable[Addresses],
    policy: Notifications,
    bent: Bent,
    *,
    acting: Addresses,
    acting_is_administrator: bool,
) -> tuple[str, ...]:
    """
    The primary addresses of the Global Administrators who hear of an administrator's reset.

    The one who did it is told too, when a Global Administrator: the documents name no exception
    (F5, F7). One without a primary address is not told.
    """
    concerned = acting_is_administrator or "admin-mail-on-user-reset" in bent
    if not concerned or not (policy.all_admins or "admin-mail-despite-no" in bent):
        return ()
    if "admin-mail-missing" in bent:
        return ()
    if "alert-needs-user-mail" in bent and not policy.users:
        return ()
    told = [a for a in global_administrators if a.primary]
    if "admin-mail-only-acting" in bent:
        told = [acting]
    if "admin-mail-not-first" in bent:
        told = told[1:]
    if "admin-mail-to-alternate" in bent:
        return _once(address for a in told for address in a.alternates)
    alerted = _once(a.primary for a in told if a.primary)
    return alerted * 2 if "alert-twice" in bent else alerted


def addressee(
    registered: str, primary: str | None, bent: Bent, *, name: str, administers: Case = False
) -> str:
    """
    Where a code goes: to the address that is being proved and to no other.

    ``name`` is the user principal name; whether it is an administrator's makes no difference.
    """
    if primary is None and "code-mailed-to-name" in bent:
        return name
    astray = {
        "code-mailed-to-primary": True,
        "administrators-codes-mailed-to-primary": administers,
    }
    return primary if primary and bent.meets(astray) else registered


def _once(addresses: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for address in addresses:
        first.setdefault(address.casefold(), address)
    return tuple(first.values())
