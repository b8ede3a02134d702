"""What closes a method and a registration: *Done*, *Success!*, *Looks good* (B31, B40)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from emulator.actions.registration.wizard import Mode
from emulator.actions.sign_in import Factor, factors
from emulator.portals.registration import course
from emulator.portals.registration.listing import rows_of
from emulator.portals.registration.pages import page, title_of, wizard_page
from emulator.rules.registration import Kind

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.registration.visit import Visit

_ADDED = {
    Kind.AUTHENTICATOR: "app_added",
    Kind.OATH: "app_added",
    Kind.PHONE: "phone_added",
    Kind.ALTERNATE_PHONE: "phone_added",
    Kind.OFFICE_PHONE: "phone_added",
    Kind.EMAIL: "email_added",
    Kind.QUESTIONS: "questions_added",
}
_BY_APP = frozenset({Factor.PUSH, Factor.APP_CODE})


def show_added(visit: Visit) -> Response:
    """Say that the method is registered."""
    kind = Kind(visit.wizard.done[-1])
    is_app = kind in {Kind.AUTHENTICATOR, Kind.OATH}
    first = next(iter(factors(visit.session, visit.tenant, visit.user)), None)
    is_default = first is not None and first.factor in _BY_APP
    return wizard_page(
        visit, "added", _ADDED[kind], is_app=is_app, is_default=is_default, skippable=False
    )


def take_added(visit: Visit) -> Response | None:
    """*Done*: the next method, or the end."""
    return course.go_on(visit)


def show_success(visit: Visit) -> Response:
    """*Success!*, with what is registered now."""
    return wizard_page(visit, "success", "success", rows=rows_of(visit), skippable=False)


def take_success(visit: Visit) -> Response | None:
    """*Done*: back to where the registration began."""
    return course.leave(visit)


def show_review(visit: Visit) -> Response:
    """List what is registered and ask whether it is still right (B29)."""
    if "asking-counts-as-confirming" in visit.tenant.bent:
        visit.user.security_info_confirmed_at = visit.tenant.clock.now()
    rows = [] if "review-lists-nothing" in visit.tenant.bent else rows_of(visit)
    return wizard_page(visit, "review", "review", rows=rows)


def take_review(visit: Visit) -> Response | None:
    """*Looks good*, or off to change something."""
    if visit.fields.get("do") == "change":
        ctx = visit.wizard.ctx
        answer = course.leave(visit)
        return answer if not ctx else RedirectResponse(course.SECURITY_INFO, status_code=303)
    visit.registrar.review(asked=visit.wizard.mode is Mode.INTERRUPT)
    return course.leave(visit)


def show_barred(visit: Visit) -> Response:
    """Say that nothing can be registered (K11, B24)."""
    continues = visit.wizard.mode is Mode.INTERRUPT
    return page(visit, "barred", title=title_of(visit), continues=continues)


def take_barred(visit: Visit) -> Response | None:
    """Back to the sign-in."""
    return course.leave(visit)
