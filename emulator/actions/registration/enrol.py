"""Keeping what someone registers, changes or deletes, and the log of it (J3 to J5, J14)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete

from emulator.actions import method_events
from emulator.actions.audit import Flow, Service, record
from emulator.actions.duty import duty_of, record_of
from emulator.rules.auditing import CANCELLED, DELETED
from emulator.rules.registration import APPS, Kind, gates, is_registered
from emulator.rules.secrets_hash import hash_secret
from emulator.store import AuditEvent, RegisteredMethod, SecurityAnswer, User
from emulator.store.log import tells_of
from emulator.store.people import answers_of, holds_a_role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from emulator.deviations import Case
    from emulator.tenant import Tenant


_FOR_EVER = dt.timedelta(days=36500)
# Which deviation leaves which row out.
_LEFT_OUT = {
    "User registered security info": "registration-row-missing",
    CANCELLED: "cancellation-row-missing",
    "User deleted security info": "deletion-row-missing",
    "User updated security info": "update-row-missing",
    "User registered all required security info": "completion-row-missing",
    "User changed default security info": "default-row-missing",
    "User reviewed security info": "review-row-missing",
}


# Which deviation loses which method.
_NOT_KEPT = {
    Kind.EMAIL.value: "address-not-kept",
    Kind.OATH.value: "app-not-kept",
    Kind.PHONE.value: "phone-not-kept",
    Kind.AUTHENTICATOR.value: "authenticator-not-kept",
    Kind.OFFICE_PHONE.value: "office-phone-not-kept",
}


# Which deviation leaves the row of which registered method out.
_UNTOLD = {
    Kind.PHONE.value: "phone-registration-row-missing",
    Kind.AUTHENTICATOR.value: "authenticator-registration-row-missing",
}


# Which deviation keeps the old value of which method.
_CHANGE_LOST = {
    Kind.EMAIL.value: "changed-address-not-kept",
    Kind.PHONE.value: "changed-number-not-kept",
}


def _kept_to_serve(kind: str) -> dict[str, Case]:
    """By deviation, whether a method of ``kind`` goes on serving when it is deleted: none does."""
    return {
        "deleted-method-serves": True,
        "deleted-app-serves": kind in APPS,
        "deleted-phone-serves": kind == Kind.PHONE,
    }


@dataclass(frozen=True, slots=True)
class Registrar:
    """
    Who writes down what one person registers.

    Attributes:
        session: The open unit of work.
        tenant: Whose directory it is.
        user: The person.
        flow: What all audit rows of this registration share.
    """

    session: Session
    tenant: Tenant
    user: User
    flow: Flow

    def log(self, activity: str, reason: str, *, result: str = "success") -> None:
        """One row of the registration's log."""
        if _LEFT_OUT.get(activity) in self.tenant.bent:
            return
        record(
            self.session,
            self.tenant,
            activity,
            self.user,
            self.flow,
            service=Service.METHODS,
            result=result,
            reason=reason,
        )

    def add(self, method: RegisteredMethod) -> None:
        """Keep a method that has been proved."""
        method.user_id = self.user.id
        method.registered_at = self.tenant.clock.now()
        if method.kind == Kind.PHONE and "number-kept-shortened" in self.tenant.bent:
            method.value = method.value[:-1]
        if _NOT_KEPT.get(method.kind) not in self.tenant.bent and not self._lost_again():
            self.session.add(method)
        self.session.flush()
        self._registered(method.kind)

    def _lost_again(self) -> bool:
        """Whether who deleted something before can register nothing more: nobody is so (B38)."""
        if "nothing-kept-after-deletion" not in self.tenant.bent:
            return False
        return tells_of(self.session, self.user.id, AuditEvent.activity == DELETED)

    def replace(self, method: RegisteredMethod, value: str) -> None:
        """Give ``method`` another value (B38)."""
        lost = method.former_value and "second-change-not-kept" in self.tenant.bent
        if not lost and _CHANGE_LOST.get(method.kind) not in self.tenant.bent:
            method.former_value, method.value = method.value, value
        method.registered_at = self.tenant.clock.now()
        self.log("User updated security info", "User updated the method.")

    def answer(self, answers: Mapping[str, str]) -> None:
        """Keep the answers to security questions, hashed, in place of those before (B51 to B58)."""
        self._forget_answers()
        for question, said in answers.items():
            hashed = hash_secret(said.strip())
            self.session.add(
                SecurityAnswer(user_id=self.user.id, question=question, answer_hash=hashed)
            )
        self.session.flush()
        self._registered(Kind.QUESTIONS)

    def _registered(self, kind: str) -> None:
        method_events.registered(self.session, self.tenant, self.user, kind)
        if not self._is_untold() and _UNTOLD.get(kind) not in self.tenant.bent:
            self.log("User registered security info", "User registered the method.")

    def _is_untold(self) -> bool:
        """Whether what somebody of this kind registers leaves no row: there is no such kind."""
        return self.tenant.bent.meets(
            {
                "hybrid-registration-row-missing": self.user.on_premises,
                "administrators-registration-row-missing": self._administers,
            }
        )

    def _administers(self) -> bool:
        return holds_a_role(self.session, self.user.id)

    def remove(self, method: RegisteredMethod) -> None:
        """Delete a method."""
        if method.kind == Kind.EMAIL:
            self.tenant.deleted_addresses.setdefault(self.user.id, []).append(method.value)
        kept: dict[str, Case] = {"administrators-deleted-method-serves": self._administers}
        if self.tenant.bent.meets(kept | _kept_to_serve(method.kind)):
            method.by = "nobody"
        elif "deletion-undone" not in self.tenant.bent:
            self.session.delete(method)
        if "deletion-takes-phones-too" in self.tenant.bent:
            mine = RegisteredMethod.user_id == self.user.id
            self.session.execute(
                delete(RegisteredMethod).where(mine, RegisteredMethod.kind == Kind.PHONE)
            )
        self.session.flush()
        untold: dict[str, Case] = {
            "app-deletion-row-missing": method.kind in APPS,
            "administrators-deletion-row-missing": self._administers,
        }
        if not self.tenant.bent.meets(untold):
            self.log("User deleted security info", "User deleted the method.")

    def remove_answers(self) -> None:
        """Delete the security questions; there is no way back (B58)."""
        if "deleted-questions-serve" in self.tenant.bent:
            for answer in answers_of(self.session, self.user.id):
                answer.deleted = True
        else:
            self._forget_answers()
        if "questions-deletion-row-missing" not in self.tenant.bent:
            self.log("User deleted security info", "User deleted the method.")

    def _forget_answers(self) -> None:
        mine = SecurityAnswer.user_id == self.user.id
        self.session.execute(delete(SecurityAnswer).where(mine))

    def start(self) -> None:
        """The user was shown the first step."""
        if "registration-start-untold" in self.tenant.bent:
            return
        self.log(
            "User started security info registration",
            "User started the registration of security information.",
        )

    def complete(self) -> bool:
        """Note that all that is asked is registered, if it is; answers whether it is (B8)."""
        duty = duty_of(self.session, self.tenant, self.user)
        kept = record_of(self.session, self.tenant, self.user)
        if not is_registered(kept.kinds, duty):
            return False
        self._confirm()
        self.log(
            "User registered all required security info",
            "User registered all required security info.",
        )
        registered = "User registered for self-service password reset"
        record(self.session, self.tenant, registered, self.user, self.flow)
        return True

    def review(self, *, asked: bool) -> None:
        """
        *Looks good*: all is confirmed, and not asked for again for a while (B31).

        ``asked`` says whether a sign-in had asked for it.
        """
        again = self.user.security_info_confirmed_at is not None
        if not (again and "confirmation-not-kept" in self.tenant.bent):
            self._confirm()
        if asked and "confirmed-once-for-all" in self.tenant.bent:
            self.user.security_info_confirmed_at = self.tenant.clock.now() + _FOR_EVER
        self.log("User reviewed security info", "User successfully reviewed security information.")

    def _confirm(self) -> None:
        duty = duty_of(self.session, self.tenant, self.user)
        kept = record_of(self.session, self.tenant, self.user)
        self.user.security_info_confirmed_at = self.tenant.clock.now()
        self.user.security_info_gates = gates(kept.kinds, duty.permitted)

    def give_up(self) -> None:
        """The user left before all was registered (B20, J5)."""
        reason = "User canceled security information registration."
        self.log(CANCELLED, reason)
        self.log("User registered all required security info", reason, result="failure")

    def choose_default(self, factor: str) -> None:
        """Let ``factor`` be the second factor that is asked first."""
        self.user.default_factor = factor
        self.log("User changed default security info", "User changed the default security info.")
