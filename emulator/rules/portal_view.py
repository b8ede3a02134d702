"""What the admin center shows of the policy in force: the policy itself, unless bent (A18)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sspr.policy import Method

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from emulator.deviations import Bent
    from sspr.policy import Policy


def _but_questions(allowed: Iterable[Method]) -> tuple[Method, ...]:
    return tuple(each for each in allowed if each is not Method.SECURITY_QUESTIONS)


# By deviation: the section that its page shows wrongly, and what it shows instead.
_WRONG: dict[str, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    "properties-page-wrong": ("enablement", lambda _: {"enabled": "none"}),
    "methods-page-wrong": ("methods", lambda now: {"required_to_reset": 3 - now.required_to_reset}),
    "registration-page-wrong": ("registration", lambda _: {"reconfirm_after_days": 0}),
    "notifications-page-wrong": ("notifications", lambda now: {"users": not now.users}),
    "customization-page-wrong": ("customization", lambda _: {"helpdesk": None}),
    "registration-page-stuck": ("registration", lambda _: {"reconfirm_after_days": 180}),
    "customization-page-stuck": (
        "customization",
        lambda now: {"helpdesk": now.helpdesk and "https://support.contoso.com/"},
    ),
    "methods-page-stuck": ("methods", lambda now: {"allowed": _but_questions(now.allowed)}),
    "notifications-page-swapped": (
        "notifications",
        lambda now: {"users": now.all_admins, "all_admins": now.users},
    ),
    "questions-page-wrong": (
        "methods",
        lambda now: {"questions_to_reset": now.questions_to_register},
    ),
    "unlock-page-wrong": ("writeback", lambda now: {"unlock_without_reset": now.enabled}),
    "on-premises-page-wrong": ("writeback", lambda now: {"enabled": not now.enabled}),
}


# By deviation: the section that is saved and shown, and changes nothing.
_UNHEEDED = {
    "saved-enablement-unheeded": "enablement",
    "saved-methods-unheeded": "methods",
    "saved-registration-unheeded": "registration",
    "saved-notifications-unheeded": "notifications",
    "saved-helpdesk-unheeded": "customization",
    "saved-writeback-unheeded": "writeback",
}
# By deviation: the one setting of a section of which that is so.
_UNHEEDED_ALONE = {
    "saved-allowed-methods-unheeded": ("methods", "allowed"),
    "saved-unlocking-unheeded": ("writeback", "unlock_without_reset"),
}


def heeded(policy: Policy, former: Policy, bent: Bent) -> Policy:
    """What holds of a ``policy`` that was saved in the admin center: all of it (C14)."""
    kept = {
        section: getattr(former, section) for name, section in _UNHEEDED.items() if name in bent
    }
    for name, (section, setting) in _UNHEEDED_ALONE.items():
        if name in bent:
            before = {setting: getattr(getattr(former, section), setting)}
            kept[section] = getattr(policy, section).model_copy(update=before)
    return policy.model_copy(update=kept)


def shown(policy: Policy, bent: Bent) -> Policy:
    """The policy as the pages of *Password reset* show it."""
    for name, (section, wrong) in _WRONG.items():
        if name in bent:
            part = getattr(policy, section)
            policy = policy.model_copy(update={section: part.model_copy(update=wrong(part))})
    return policy


def renamed(organization: str, bent: Bent) -> str:
    """The name of the directory as Graph tells it (G9)."""
    return f"{organization} (old)" if "organization-renamed" in bent else organization


def administrators_switch(*, on: bool, bent: Bent) -> bool:
    """``allowedToUseSSPR`` as Graph tells it (D9)."""
    stuck = on or "administrators-switch-stuck" in bent
    return stuck is not ("administrators-switch-misread" in bent)
