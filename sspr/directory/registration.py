"""What Graph reports about a person's registration (J17 to J20)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sspr.directory.refusals import GraphRefused
from sspr.errors import Inconclusive

if TYPE_CHECKING:
    from sspr.directory.graph import Graph
    from sspr.people import Person


@dataclass(frozen=True, slots=True)
class RegistrationDetails:
    """
    One person's line of the registration report.

    Attributes:
        enabled: The policy covers the person.
        registered: The person has registered something that the policy allows.
        capable: The person has registered enough of it to reset.
        administrator: The person holds an administrator role.
        methods: The names of what is registered (J20).
        factor: The person has registered a method for multifactor sign-in.
        mfa_capable: The person can sign in by more than one factor.
        passwordless: The person can sign in without a password.
        name: What the line calls the person.
        account: The person's user principal name, as the line has it.
        kind: Whether the line tells of a ``member`` or a ``guest``.
    """

    enabled: bool
    registered: bool
    capable: bool
    administrator: bool
    methods: tuple[str, ...]
    factor: bool
    mfa_capable: bool
    passwordless: bool
    name: str
    account: str
    kind: str

    @classmethod
    def of(cls, details: dict[str, Any]) -> RegistrationDetails:
        """The line that a ``userRegistrationDetails`` describes."""
        return cls(
            enabled=details["isSsprEnabled"],
            registered=details["isSsprRegistered"],
            capable=details["isSsprCapable"],
            administrator=bool(details.get("isAdmin")),
            methods=tuple(details.get("methodsRegistered") or ()),
            factor=bool(details.get("isMfaRegistered")),
            mfa_capable=bool(details.get("isMfaCapable")),
            passwordless=bool(details.get("isPasswordlessCapable")),
            name=details.get("userDisplayName") or "",
            account=details.get("userPrincipalName") or "",
            kind=details.get("userType") or "",
        )


class Registrations:
    """The registration report, and the methods that an administrator may put in (B42)."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def details(self, person: Person) -> RegistrationDetails:
        """
        A person's line of the report.

        Raises:
            Inconclusive: It has none, or none yet.
        """
        try:
            return RegistrationDetails.of(self._line(person))
        except GraphRefused as refused:
            if not refused.not_found:
                raise
            account = person.user_principal_name
            reason = f"The registration report has no line for {account} (see AUD-19)."
            raise Inconclusive(reason) from None

    def _line(self, person: Person) -> dict[str, Any]:
        report = self._graph.client.reports.authentication_methods.user_registration_details
        return self._graph.one(report.by_user_registration_details_id(person.id))

    def enabled(self) -> frozenset[str]:
        """The ids of all whom the report calls enabled (A20)."""
        report = self._graph.client.reports.authentication_methods.user_registration_details
        found = self._graph.every(report, filter="isSsprEnabled eq true")
        return frozenset(str(each["id"]) for each in found)

    def lists(self, person: Person) -> bool:
        """Whether the report has a line for a person at all (J17)."""
        try:
            self._line(person)
        except GraphRefused as refused:
            if not refused.not_found:
                raise
            return False
        return True

    def methods(self, person: Person) -> list[dict[str, Any]]:
        """Everything that is registered for a person, as Graph writes it."""
        return self._graph.every(self._of(person).methods)

    def add_email(self, person: Person, address: str = "") -> None:
        """Register an address for a person; the alternate one unless another is given."""
        from msgraph.generated.models.email_authentication_method import (  # noqa: PLC0415 - heavy
            EmailAuthenticationMethod,
        )

        body = EmailAuthenticationMethod(email_address=address or person.alternate_email)
        self._graph.post(self._of(person).email_methods, body)

    def change_email(self, person: Person, address: str) -> None:
        """Give a person who has registered an address another one."""
        from msgraph.generated.models.email_authentication_method import (  # noqa: PLC0415 - heavy
            EmailAuthenticationMethod,
        )

        body = EmailAuthenticationMethod(email_address=address)
        for each in self._addresses(person):
            self._graph.patch(each, body)

    def delete_email(self, person: Person) -> None:
        """Delete the address that a person has registered."""
        for each in self._addresses(person):
            self._graph.delete(each)

    def add_mobile_phone(self, person: Person, number: str = "") -> None:
        """Register a mobile phone for a person; their own unless another number is given."""
        self._add_phone(person, number or person.mobile_phone, "mobile")

    def add_office_phone(self, person: Person, number: str = "") -> None:
        """Register an office phone for a person; their own unless another number is given."""
        self._add_phone(person, number or person.office_phone, "office")

    def add_alternate_phone(self, person: Person, number: str = "") -> None:
        """Register an alternate phone for who has a mobile one; the office's unless given."""
        self._add_phone(person, number or person.office_phone, "alternateMobile")

    def _add_phone(self, person: Person, number: str, kind: str) -> None:
        from msgraph.generated.models.authentication_phone_type import (  # noqa: PLC0415 - heavy
            AuthenticationPhoneType,
        )
        from msgraph.generated.models.phone_authentication_method import (  # noqa: PLC0415 - heavy
            PhoneAuthenticationMethod,
        )

        body = PhoneAuthenticationMethod(
            phone_number=number, phone_type=AuthenticationPhoneType(kind)
        )
        self._graph.post(self._of(person).phone_methods, body)

    def _addresses(self, person: Person) -> list[Any]:
        methods = self._of(person).email_methods
        found = self._graph.every(methods)
        return [methods.by_email_authentication_method_id(each["id"]) for each in found]

    def _of(self, person: Person) -> Any:
        return self._graph.client.users.by_user_id(person.id).authentication
