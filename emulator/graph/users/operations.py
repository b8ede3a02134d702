"""Making, reading, changing and deleting users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from emulator.actions.audit import Event, note, of_user
from emulator.graph.actors import actor_of, flow_of
from emulator.graph.answers import collection, created, entity
from emulator.graph.bodies import read
from emulator.graph.collections import stored
from emulator.graph.errors import bad_request
from emulator.graph.exchange import NO_CONTENT, Reply
from emulator.graph.found import user_of
from emulator.graph.odata.paging import Source
from emulator.graph.users.body import UserBody, UserChangeBody, checked_name
from emulator.graph.users.password import put_password, tell, told
from emulator.graph.users.shape import LISTING, USUAL, shape_of
from emulator.store import RegisteredMethod, User
from emulator.store.membership import leave_all_groups
from emulator.store.people import user_by_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from emulator.graph.exchange import Call
    from emulator.graph.users.body import PasswordProfileBody

_EXEMPTION = "password_never_expires"


def list_users(call: Call) -> Reply:
    """A page of users."""
    with call.tenant.store.begin() as session:
        page = stored(call, session, Source(select(User), LISTING))
        return collection(call, "users", map(shape_of, page.items), page, usual=USUAL)


def get_user(call: Call) -> Reply:
    """One user, by object id or user principal name."""
    with call.tenant.store.begin() as session:
        return entity(call, "users", shape_of(user_of(call, session)), usual=USUAL)


def create_user(call: Call) -> Reply:
    """Make a user with a password."""
    body = read(call, UserBody)
    name = checked_name(call.tenant.organization, body.user_principal_name)
    with call.tenant.store.begin() as session:
        _refuse_taken(session, name)
        user = User(user_principal_name=name, created_at=call.now, **body.columns)
        user.profile = _told(body.profile)
        user.licences = sorted(call.tenant.organization.licences)
        _apply_password(call, session, user, body.password_profile)
        session.add(user)
        session.flush()
        _log(call, session, Event("Add user", operation="Add"), user)
        return created("users", shape_of(user), usual=USUAL)


def update_user(call: Call) -> Reply:
    """Change what the body names."""
    body = read(call, UserChangeBody)
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
        if "user_principal_name" in body.model_fields_set:
            name = checked_name(call.tenant.organization, body.user_principal_name)
            _refuse_taken(session, name, user)
            if "former-name-known" in call.tenant.bent:
                call.tenant.deleted[user.user_principal_name.casefold()] = user.id
            user.user_principal_name = name
        for column, value in body.columns.items():
            if value or column != _EXEMPTION or "exemption-sticks" not in call.tenant.bent:
                setattr(user, column, value)
        if body.columns.get("account_enabled") is False and _forgets(call):
            session.execute(delete(RegisteredMethod).where(RegisteredMethod.user_id == user.id))
        if not user.account_enabled and "once-disabled-unreported" in call.tenant.bent:
            call.tenant.unreported.add(user.id)
        user.profile = _told({**user.profile, **body.profile})
        if body.password_profile:
            _apply_password(call, session, user, body.password_profile)
            _log(call, session, told(call.tenant, user), user)
            tell(call, session, user)
        _log(call, session, Event("Update user"), user)
    return NO_CONTENT


def _forgets(call: Call) -> bool:
    """Whether disabling an account forgets what its owner registered: it does not."""
    return "disabling-forgets-methods" in call.tenant.bent


def delete_user(call: Call) -> Reply:
    """Delete a user with all memberships, roles and methods."""
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
        _log(call, session, Event("Delete user", operation="Delete"), user)
        if "deleted-users-kept" in call.tenant.bent:
            _keep(call, user)
            return NO_CONTENT
        leave_all_groups(session, user.id)
        session.delete(user)
    return NO_CONTENT


def _keep(call: Call, user: User) -> None:
    """Let the account be there, disabled, under no name that anybody could give."""
    call.tenant.deleted[user.user_principal_name] = user.id
    user.account_enabled = False
    user.user_principal_name = f"{user.id}{user.user_principal_name}"


def _told(profile: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in profile.items() if value is not None}


def _refuse_taken(session: Session, name: str, owner: User | None = None) -> None:
    if (holder := user_by_name(session, name)) and holder is not owner:
        raise bad_request(
            "Another object with the same value for property userPrincipalName already exists."
        )


def _apply_password(call: Call, session: Session, user: User, profile: PasswordProfileBody) -> None:
    """Set the password; its owner must change it at the next sign-in unless told otherwise."""
    must_change = profile.force_change_password_next_sign_in
    if profile.password is None:
        user.must_change_password = bool(must_change)
        return
    put_password(call, session, user, profile.password, must_change=must_change is not False)


def _log(call: Call, session: Session, event: Event, user: User) -> None:
    note(session, call.tenant, event, actor_of(call, session), of_user(user), flow=flow_of(call))
