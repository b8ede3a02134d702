"""Setting up an authenticator app, with pushes or by code (pages.md 3.2, 3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno

from emulator.actions import phone
from emulator.actions.duty import record_of
from emulator.actions.registration.wizard import Step
from emulator.portals.registration import course
from emulator.portals.registration.pages import wizard_page
from emulator.rules.offering import has_room
from emulator.rules.registration import Kind
from emulator.rules.totp import new_secret, provisioning_uri, used_window
from emulator.store import RegisteredMethod
from sspr.policy import Method

if TYPE_CHECKING:
    from starlette.responses import Response

    from emulator.portals.registration.visit import Visit

_LABEL = {Kind.AUTHENTICATOR: "Microsoft Authenticator", Kind.OATH: "Authenticator app"}


def _permits(visit: Visit, method: Method) -> bool:
    duty = visit.duty
    return duty.mfa or method in duty.permitted


def _pushes(visit: Visit) -> bool:
    return visit.wizard.kind == Kind.AUTHENTICATOR and _permits(visit, Method.APP_NOTIFICATION)


def show_app(visit: Visit) -> Response:
    """*Start by getting the app* / *Install Microsoft Authenticator*."""
    heading = "install_app" if visit.reskinned else "get_the_app"
    other_app = _permits(visit, Method.APP_CODE)
    return wizard_page(visit, "app", heading, other_app=other_app, another=True)


def take_app(visit: Visit) -> Response | None:
    """Go on with Microsoft's app, or with another."""
    if visit.fields.get("do") == "other app" and _permits(visit, Method.APP_CODE):
        visit.wizard.queue[0] = Kind.OATH
    kinds = record_of(visit.session, visit.tenant, visit.user).kinds
    if has_room(Kind(visit.wizard.kind), kinds, visit.tenant.bent):
        visit.wizard.at(Step.APP_SETUP)
    else:
        visit.wizard.queue[0] = Kind.AUTHENTICATOR
        visit.wizard.error = "too_many_apps"
    return None


def show_setup(visit: Visit) -> Response:
    """*Set up your account*."""
    heading = "set_up_in_app" if visit.reskinned else "set_up_account"
    return wizard_page(visit, "app_setup", heading)


def take_setup(visit: Visit) -> Response | None:
    """Make the seed that the next page shows."""
    visit.wizard.draft.setdefault("secret", new_secret())
    visit.wizard.at(Step.QR_CODE)
    return None


def show_qr_code(visit: Visit) -> Response:
    """*Scan the QR code*, with the seed for those who cannot."""
    secret = str(visit.wizard.draft["secret"])
    account, issuer = visit.user.user_principal_name, visit.tenant.organization.name
    uri = provisioning_uri(secret, account=account, issuer=issuer)
    return wizard_page(
        visit,
        "qr_code",
        "scan",
        picture=segno.make(uri, micro=False).svg_data_uri(scale=4),
        account=f"{issuer}:{account}",
        secret=secret.lower(),
        pushes=_pushes(visit),
    )


def take_qr_code(visit: Visit) -> Response | None:
    """Have the app prove that it took the seed: by approving a push or by its code."""
    if _pushes(visit):
        prompt = phone.push(visit.session, visit.tenant, visit.user)
        visit.wizard.draft.update(prompt=prompt.id, shown=prompt.shown)
        visit.wizard.at(Step.APP_APPROVAL)
    else:
        visit.wizard.at(Step.APP_CODE)
    return None


def show_code(visit: Visit) -> Response:
    """*Enter the code* that the app shows."""
    return wizard_page(
        visit, "code", "enter_code", text=visit.words["enter_app_code"], mailed=False
    )


def take_code(visit: Visit) -> Response | None:
    """Judge the code; the one that registers the app serves no second time."""
    secret = str(visit.wizard.draft["secret"])
    now = visit.tenant.clock.now()
    window = used_window(secret, visit.fields.get("code", ""), now, last_window=None)
    if window is None and "app-registered-by-any-code" not in visit.tenant.bent:
        visit.wizard.error = "app_code_wrong"
        return None
    return _keep(visit, secret, window)


def show_approval(visit: Visit) -> Response:
    """*Let's try it out*: the number to type into the app (C15)."""
    return wizard_page(visit, "approval", "try_it_out", shown=visit.wizard.draft["shown"])


def take_approval(visit: Visit) -> Response | None:
    """See what the app answered."""
    state = phone.state(visit.session, visit.tenant, str(visit.wizard.draft["prompt"]))
    any_number = state == "denied" and "registration-push-any-number" in visit.tenant.bent
    if state == "approved" or any_number:
        return _keep(visit, str(visit.wizard.draft["secret"]), None)
    if state != "pending":
        visit.wizard.at(Step.QR_CODE)
        visit.wizard.error = "not_approved"
    return None


def _keep(visit: Visit, secret: str, window: int | None) -> Response | None:
    kind = Kind(visit.wizard.kind)
    visit.registrar.add(
        RegisteredMethod(kind=kind, value=secret.upper(), label=_LABEL[kind], last_window=window)
    )
    return course.kept(visit, kind)
