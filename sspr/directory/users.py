"""Test accounts: created with a mark, found again by it, deleted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sspr.directory.odata import text
from sspr.directory.refusals import GraphRefused

if TYPE_CHECKING:
    from pydantic import SecretStr

    from sspr.directory.graph import Graph
    from sspr.people import Person

MARK = "sspr-harness"
"""What ``employeeType`` of everyone we make begins with; nobody else is ever deleted."""

_FIELDS = ("id", "userPrincipalName", "displayName", "employeeType", "createdDateTime")


@dataclass(frozen=True, slots=True)
class Leftover:
    """An account that a run made and that is still there."""

    id: str
    user_principal_name: str
    run: str
    created: dt.datetime


class Users:
    """
    The accounts of a run.

    The mark goes in with the very request that creates an account, so there is no moment in
    which a crash could leave one behind that cannot be found again.
    """

    def __init__(self, graph: Graph, run: str) -> None:
        self._graph = graph
        self._run = run
        self._made: list[str] = []

    def create(self, person: Person, **more: Any) -> Person:
        """
        Create an account for ``person``; the one returned carries its id.

        ``more`` are further fields of the SDK's ``User`` by its own names, such as
        ``user_type="Guest"``. A second try that meets what the first one made takes it.

        Raises:
            GraphRefused: The directory does not take it.
        """
        tries = self._graph.second_tries
        try:
            made = self._graph.post(self._graph.client.users, self._account(person, more))["id"]
        except GraphRefused as refused:
            lost_answer = refused.already_there and self._graph.second_tries > tries
            if not lost_answer or not (made := self._ours(person)):
                raise
        self._made.append(made)
        return replace(person, id=made)

    def populate(self, person: Person) -> None:
        """Let the directory hold contact data that the person never registered (B42, S2)."""
        self.update(
            person,
            other_mails=[person.alternate_email],
            mobile_phone=person.mobile_phone,
            business_phones=[person.office_phone],
        )

    def update(self, person: Person, **fields: Any) -> None:
        """Change fields of an account, by the names of the SDK's ``User``."""
        from msgraph.generated.models.user import User  # noqa: PLC0415 - heavy

        self._graph.patch(self._graph.client.users.by_user_id(person.id), User(**fields))

    def set_password(self, person: Person, password: SecretStr) -> None:
        """Give out a password that has to be changed at the next sign-in (C41)."""
        from msgraph.generated.models.password_profile import (  # noqa: PLC0415 - heavy
            PasswordProfile,
        )

        profile = PasswordProfile(
            password=password.get_secret_value(), force_change_password_next_sign_in=True
        )
        self.update(person, password_profile=profile)

    def read(self, person: Person, *fields: str) -> dict[str, Any]:
        """An account's fields as Graph writes them."""
        return self._graph.one(self._graph.client.users.by_user_id(person.id), fields)

    def delete(self, person_id: str) -> None:
        """Delete an account; one that is gone already counts as deleted."""
        try:
            self._graph.delete(self._graph.client.users.by_user_id(person_id))
        except GraphRefused as refused:
            if not refused.not_found:
                raise

    def clean_up(self) -> None:
        """Delete every account that was created here."""
        while self._made:
            self.delete(self._made[-1])
            self._made.pop()

    def leftovers(self) -> list[Leftover]:
        """Every account that any run made and that is still there, oldest first."""
        found = self._graph.every(
            self._graph.client.users,
            filter=f"startswith(employeeType,{text(MARK)})",
            select=list(_FIELDS),
        )
        return sorted(map(_leftover, found), key=lambda each: each.created)

    def _ours(self, person: Person) -> str:
        builder = self._graph.client.users.by_user_id(person.user_principal_name)
        there = self._graph.one(builder, _FIELDS)
        return str(there["id"]) if there.get("employeeType") == self._mark else ""

    @property
    def _mark(self) -> str:
        return f"{MARK} {self._run}"

    def _account(self, person: Person, more: dict[str, Any]) -> Any:
        from msgraph.generated.models.password_profile import (  # noqa: PLC0415 - heavy
            PasswordProfile,
        )
        from msgraph.generated.models.user import User  # noqa: PLC0415 - heavy

        fields: dict[str, Any] = {
            "account_enabled": True,
            "given_name": person.given_name,
            "surname": person.surname,
            "display_name": person.display_name,
            "user_principal_name": person.user_principal_name,
            "mail_nickname": person.user_principal_name.partition("@")[0],
            "mail": person.mail,
            "usage_location": "US",
            "employee_type": self._mark,
            "password_profile": PasswordProfile(
                password=person.password.get_secret_value(),
                force_change_password_next_sign_in=False,
            ),
        }
        return User(**{**fields, **more})


def _leftover(user: dict[str, Any]) -> Leftover:
    return Leftover(
        id=user["id"],
        user_principal_name=user["userPrincipalName"],
        run=user["employeeType"].removeprefix(MARK).strip(),
        created=dt.datetime.fromisoformat(user["createdDateTime"]),
    )
