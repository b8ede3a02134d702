"""Who is treated otherwise in a verification step: nobody, unless a deviation says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.rules.options import Option

if TYPE_CHECKING:
    from emulator.actions.reset.visit import Visit
    from emulator.store import User


def code_never_ends(visit: Visit, option: Option) -> bool:
    """Whether a code of this kind serves for ever: none does, whoever types it (C17)."""
    return visit.bent.meets(
        {
            "old-text-accepted": option is Option.SMS,
            "administrators-old-codes-accepted": lambda: visit.administers,
            "guests-old-codes-accepted": lambda: visit.is_guest,
        }
    )


def right_proof_refused(visit: Visit, option: Option) -> bool:
    """Whether an administrator's proof by ``option`` is refused, right as it may be: none is."""
    called = option in {Option.CALL, Option.OFFICE_CALL}
    return visit.bent.meets(
        {
            "administrators-app-codes-refused": lambda: option is Option.CODE and visit.administers,
            "administrators-calls-refused": lambda: called and visit.administers,
        }
    )


def takes_one_step(visit: Visit, user: User) -> bool:
    """Whether one step is enough for a user of this kind: there is no such kind."""
    if visit.flow.unlock_only:
        kinds = {"administrators-unlock-by-one-step": lambda: visit.administers}
        return visit.bent.meets(kinds)
    return visit.bent.meets(
        {
            "hybrid-users-take-one-step": user.on_premises,
            "guests-take-one-step": user.is_guest,
            "nested-members-take-one-step": lambda: visit.is_nested,
        }
    )
