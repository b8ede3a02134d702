"""An administrator's reset: ``/authentication/methods/{password}/resetPassword``."""

from __future__ import annotations

import secrets
import uuid
from typing import TYPE_CHECKING, Annotated

from pydantic import StringConstraints

from emulator.actions.audit import note, of_user
from emulator.graph.actors import actor_of, flow_of
from emulator.graph.bodies import Body, read
from emulator.graph.exchange import ROOT, Reply
from emulator.graph.found import user_of
from emulator.graph.methods.operations import no_method
from emulator.graph.methods.shape import PASSWORD_ID
from emulator.graph.users.password import put_password, told

if TYPE_CHECKING:
    from emulator.graph.exchange import Call


class ResetBody(Body):
    """The new password; left out, the service makes one."""

    new_password: Annotated[str, StringConstraints(max_length=256)] | None = None


def reset_password(call: Call) -> Reply:
    """
    Set a password that its owner must change at the next sign-in.

    A password that the service made is told once, in the answer.
    """
    given = read(call, ResetBody).new_password if call.body else None
    password = given or f"Aa1!{secrets.token_urlsafe(12)}"
    with call.tenant.store.begin() as session:
        user = user_of(call, session)
        if call.path["method"].lower() != PASSWORD_ID:
            raise no_method(call)
        put_password(call, session, user, password, must_change=True)
        who, event = actor_of(call, session), told(call.tenant, user)
        note(session, call.tenant, event, who, of_user(user), flow=flow_of(call))
    place = f"{ROOT}/users/{user.id}/authentication/operations/{uuid.uuid4()}"
    made = {"@odata.context": f"{ROOT}/$metadata#microsoft.graph.passwordResetResponse"}
    return Reply(202, made | {"newPassword": None if given else password}, {"Location": place})
