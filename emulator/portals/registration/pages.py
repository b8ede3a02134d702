"""Making a page of the registration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from emulator.actions.registration.wizard import Mode
from emulator.portals.pages import render
from emulator.portals.registration.course import choices
from emulator.rules.helpdesk import link
from emulator.rules.interrupts import may_lose_access
from emulator.store.people import holds_a_role

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.registration.visit import Visit


def page(visit: Visit, template: str, **values: Any) -> Response:
    """A page of the site; ``new`` tells the generations apart (pages.md 3.2, 3.3)."""
    tenant = visit.tenant
    return render(
        visit.request,
        f"registration/{template}.html",
        canary=visit.row.canary,
        new=visit.reskinned,
        user=visit.user,
        contact=link(
            tenant.policy.customization,
            "registration",
            tenant.bent,
            administers=lambda: holds_a_role(visit.session, visit.user.id),
        ),
        **values,
    )


def wizard_page(visit: Visit, template: str, heading: str, **values: Any) -> Response:
    """
    A step of the wizard.

    ``heading`` is the key of a label; ``values`` are the step's own. Where ``another`` is among
    them, another method can be set up instead, if one remains (B37).
    """
    wizard = visit.wizard
    error = visit.words[wizard.error] if wizard.error else ""
    shared = {
        "step": str(wizard.step),
        "title": title_of(visit),
        "titled": not visit.reskinned or _threatened(visit),
        "heading": visit.words[heading],
        "error": error,
        "skippable": wizard.mode is Mode.INTERRUPT,
        **values,
        "another": bool(values.get("another") and choices(visit)),
    }
    return page(visit, template, **shared)


def title_of(visit: Visit) -> str:
    """The wizard's title; the newer pages show it only to those who may lose access."""
    return visit.words["dont_lose_access" if _threatened(visit) else "keep_secure"]


def _threatened(visit: Visit) -> bool:
    """Members of the enabled group whom the directory knows are told not to lose access (B40)."""
    user, tenant = visit.user, visit.tenant
    known = bool(user.other_mails or user.mobile_phone or user.business_phones)
    inside = tenant.policy.enablement.enabled == "selected" and _belongs(visit)
    return may_lose_access(inside=inside, known=known, bent=tenant.bent)


def _belongs(visit: Visit) -> bool:
    return visit.duty.enabled
