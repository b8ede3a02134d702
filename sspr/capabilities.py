"""What a tenant can be asked to do beside what every Entra tenant does."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sspr.errors import Inconclusive, Undelivered

if TYPE_CHECKING:
    from pydantic import SecretStr

    from sspr.clock import Clock
    from sspr.control import Control
    from sspr.policy import Policy

LACKING = {
    "clock": "this tenant's clock cannot be moved",
    "captcha": "the captcha of this tenant can be read by people only",
    "push": "no Authenticator app of this tenant can be answered by a program",
    "call": "no telephone of this tenant can be answered by a program",
    "text": "this tenant's mailbox has no telephone number that receives texts",
    "policy": "the password reset policy of this tenant is not to be changed by a program",
    "sentinel": "this tenant sends no mail on request",
    "reset": "this tenant cannot be made anew",
    "domain-mail": "mail to the user principal names of this tenant reaches no mailbox of ours",
    "licences": "the licences of this tenant are not a program's to change",
    "domains": "the domains of this tenant are not a program's to change",
    "guests": "no program may make accounts outside this tenant",
    "on-premises": "this tenant has no on-premises directory that a program may arrange",
}
"""Every capability's name, and the reason that a verdict gives where a tenant lacks it."""

_PHONE_SECONDS = 5.0
_LOOK_AGAIN_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Capabilities:
    """
    The capabilities of one tenant, and the way to use them.

    Attributes:
        names: Those that the tenant has; each is a key of ``LACKING``.
        clock: The tenant's clock, which ``advance`` moves along.
        control: The control API of an emulated tenant, None for a live one.
    """

    names: frozenset[str]
    clock: Clock
    control: Control | None = None

    def has(self, name: str) -> bool:
        """
        Whether the tenant has the capability ``name``.

        Raises:
            KeyError: No capability is called so.
        """
        if name not in LACKING:
            raise KeyError(name)
        return name in self.names

    def require(self, name: str) -> None:
        """
        Go on only where the tenant has the capability ``name``.

        Raises:
            Inconclusive: It has not; the text is the reason.
            KeyError: No capability is called so.
        """
        if not self.has(name):
            raise Inconclusive(f"{LACKING[name]} (needs the capability {name})")

    def advance(self, by: dt.timedelta) -> None:
        """
        Move the tenant's clock forwards.

        Raises:
            Inconclusive: The tenant's clock cannot be moved.
        """
        self.clock.offset = self.over("clock").advance(by)

    def captcha(self, challenge: str) -> SecretStr:
        """
        What the picture of the captcha ``challenge`` says.

        Raises:
            Inconclusive: Nobody but a person can read it.
        """
        return self.over("captcha").captcha(challenge)

    def set_policy(self, policy: Policy) -> None:
        """
        Save another policy in the tenant.

        Raises:
            Inconclusive: The tenant's policy is not ours to change.
        """
        self.over("policy").set_policy(policy)

    def send_sentinels(self, to: str, subjects: list[str]) -> None:
        """
        Let the tenant itself send mails to ``to``, by the road that all its mail takes.

        Raises:
            Inconclusive: The tenant sends nothing on request.
        """
        letters = [{"to": to, "subject": subject} for subject in subjects]
        self.over("sentinel").send_mail(letters)

    def approve_push(self, user_principal_name: str, number: int) -> None:
        """
        Approve the sign-in request on a person's phone with the number that the page shows.

        Raises:
            Undelivered: No request came.
            Inconclusive: The tenant's phones cannot be answered.
        """
        push = self._waiting("push", user_principal_name)
        self.over("push").answer_phone(push["id"], {"approve": True, "number": number})

    def deny_push(self, user_principal_name: str) -> None:
        """
        Refuse the sign-in request on a person's phone.

        Raises:
            Undelivered: No request came.
            Inconclusive: The tenant's phones cannot be answered.
        """
        push = self._waiting("push", user_principal_name)
        self.over("push").answer_phone(push["id"], {"approve": False})

    def answer_call(self, user_principal_name: str, key: str = "#") -> None:
        """
        Pick up the call to a person's phone and press ``key``.

        Raises:
            Undelivered: Nobody called.
            Inconclusive: The tenant's phones cannot be answered.
        """
        call = self._waiting("call", user_principal_name)
        self.over("call").answer_phone(call["id"], {"pressed": key})

    def over(self, name: str) -> Control:
        """
        The control API, for who goes on only where the tenant has the capability ``name``.

        Raises:
            Inconclusive: It has not; the text is the reason.
        """
        self.require(name)
        if self.control is None:
            raise Inconclusive(LACKING[name])
        return self.control

    def _waiting(self, kind: str, user_principal_name: str) -> dict[str, Any]:
        control = self.over(kind)
        deadline = self._seconds() + _PHONE_SECONDS
        while self._seconds() < deadline:
            if found := [p for p in control.phone(user_principal_name) if p["kind"] == kind]:
                return found[-1]
            threading.Event().wait(_LOOK_AGAIN_SECONDS)
        raise Undelivered(
            f"A {kind} reaches the person's phone.", f"None within {_PHONE_SECONDS} s."
        )

    @staticmethod
    def _seconds() -> float:
        return dt.datetime.now(dt.UTC).timestamp()
