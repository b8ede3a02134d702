"""Where *Contact your administrator* leads, and who reads its mail (G1 to G6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from emulator.rules.roles import (
    GLOBAL_ADMINISTRATOR,
    HELPDESK_ADMINISTRATOR,
    PASSWORD_ADMINISTRATOR,
    USER_ADMINISTRATOR,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from emulator.deviations import Bent, Case
    from sspr.policy import Customization

Place = Literal["registration", "reset"]

MOST_RECIPIENTS = 100
RANKS = (
    (HELPDESK_ADMINISTRATOR, PASSWORD_ADMINISTRATOR),
    (USER_ADMINISTRATOR,),
    (GLOBAL_ADMINISTRATOR,),
)

# By deviation: the code of the page that leads to no administrator.
_NO_CONTACT = {
    "outsiders-find-no-contact": "SSPR_0013",
    "no-contact-when-off": "SSPR_0009",
    "no-contact-without-licences": "SSPR_0012",
    "no-contact-without-writeback": "SSPR_0010",
    "no-contact-when-refused": "SSPR_0029",
    "no-contact-when-unreachable": "SSPR_0030",
}
# By deviation: the view of the reset on which no helpdesk is linked.
_UNLINKED = {
    "helpdesk-missing-at-verification": "verify",
    "helpdesk-missing-when-blocked": "throttled",
}


def link(
    policy: Customization, place: Place, bent: Bent, *, administers: Case = False
) -> str | None:
    """
    The address behind *Contact your administrator* at ``place``: a URL, or ``mailto:`` (G3).

    None where nothing is customised and the portal's own form mail takes its place (G4). That an
    administrator looks for it makes no difference.
    """
    if _left_out(place, bent, administers=administers) or not policy.helpdesk:
        return None
    bare = "helpdesk-address-bare" in bent or (
        place == "registration" and "registration-address-bare" in bent
    )
    return policy.helpdesk if bare or "://" in policy.helpdesk else f"mailto:{policy.helpdesk}"


def offers_contact(block: str, bent: Bent) -> bool:
    """Whether the page that turns somebody away leads on to an administrator (A5, G10, K10)."""
    return not any(code == block and name in bent for name, code in _NO_CONTACT.items())


def is_linked_on(view: str, bent: Bent) -> bool:
    """Whether the helpdesk is linked on a view of the reset: on each that leads to it (G2)."""
    return not any(each == view and name in bent for name, each in _UNLINKED.items())


def shows_support_code(bent: Bent) -> bool:
    """Whether pages carry the code that support asks for (C37)."""
    return "support-code-missing" not in bent


def _left_out(place: Place, bent: Bent, *, administers: Case) -> bool:
    if place == "registration":
        missing = {
            "helpdesk-link-missing-registration": True,
            "administrators-register-without-helpdesk": administers,
        }
        return bent.meets(missing)
    return "helpdesk-link-missing-reset" in bent


def recipients(holders: Mapping[str, Sequence[str]], bent: Bent) -> tuple[str, ...]:
    """
    Who gets the form mail: the first rank that anybody holds, a hundred addresses at most (G5).

    Args:
        holders: The primary addresses of the holders of each role, by role template id.
        bent: The deviations that are switched on.
    """
    if "contact-mail-missing" in bent:
        return ()
    ranks = RANKS[::-1] if "contact-mail-wrong-rank" in bent else RANKS
    for rank in ranks:
        found = list(dict.fromkeys(a for role in rank for a in holders.get(role, ())))
        if found:
            return _as_many(found, bent)
    return ()


def _as_many(found: list[str], bent: Bent) -> tuple[str, ...]:
    if "contact-mail-unlimited" in bent:
        return tuple(found)
    return tuple(found[: 10 if "contact-mail-to-ten" in bent else MOST_RECIPIENTS])
