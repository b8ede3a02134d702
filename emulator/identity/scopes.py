"""Which scopes of Graph a person may delegate to an application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.identity.errors import Refusal

if TYPE_CHECKING:
    from emulator.emulator import AppRegistration

GRAPH = "https://graph.microsoft.com/"
_ALL = f"{GRAPH}.default"
_OWN = frozenset({"User.Read"})  # every user may consent to it
_OPEN_ID = frozenset({"openid", "profile", "email", "offline_access"})


def delegated(application: AppRegistration, asked: str) -> frozenset[str]:
    """
    The scopes in ``asked``, a list with blanks; everything consented to where it asks for that.

    Raises:
        Refusal: Nobody has consented to one of them.
    """
    names = asked.split()
    wanted = {name.removeprefix(GRAPH) for name in names if name != _ALL} - _OPEN_ID
    granted = application.permissions | _OWN
    if missing := sorted(wanted - granted):
        reason = f"The user or administrator has not consented to use {missing[0]}."
        raise Refusal("invalid_grant", 65001, reason)
    return granted if _ALL in names else frozenset(wanted)
