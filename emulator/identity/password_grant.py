"""Turning a person's name and password into a token with which a program acts for that person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.actions.passwords import must_change
from emulator.actions.sign_in import Outcome, factors, try_password
from emulator.identity.access_token import Caller
from emulator.identity.errors import Refusal
from emulator.identity.scopes import delegated
from emulator.store.people import user_by_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from emulator.emulator import AppRegistration
    from emulator.store import User
    from emulator.tenant import Tenant

_REFUSED = {
    Outcome.WRONG: "Error validating credentials due to invalid username or password.",
    Outcome.LOCKED: "The account is locked because somebody tried to sign in too many times.",
    Outcome.DISABLED: "The user account is disabled.",
}
_EXPIRED = "The password is expired."
_FACTOR = "You must use multi-factor authentication to access the resource."


def person_behind(tenant: Tenant, application: AppRegistration, form: Mapping[str, str]) -> Caller:
    """
    Who signs in by name and password, as a caller of Graph with the scopes that are asked for.

    Raises:
        Refusal: The password does not open the account, a second factor is wanted, which this
            grant cannot show, or nobody has consented to a scope.
    """
    scopes = delegated(application, form.get("scope", ""))
    with tenant.store.begin() as session:
        user = user_by_name(session, form.get("username", ""))
        number, reason = _refused(session, tenant, user, form.get("password", ""))
    if reason or user is None:
        raise Refusal("invalid_grant", number, reason)
    return Caller(application.client_id, application.name, scopes, user.id)


def _refused(session: Session, tenant: Tenant, user: User | None, password: str) -> tuple[int, str]:
    """The number and the sentence of what stands in the way; no sentence where nothing does."""
    outcome = Outcome.WRONG
    if user is not None:
        outcome = try_password(session, tenant, user, password, familiar=False)
    if user is None or outcome is not Outcome.RIGHT:
        return int(outcome), _REFUSED[outcome]
    if must_change(tenant, user):
        return 50055, _EXPIRED
    if tenant.organization.security_defaults and factors(session, tenant, user):
        return 50076, _FACTOR
    return 0, ""
