"""
What a person may let an application do in their name, read from ``delegation.toml``.

The application's scopes are one half of it and stand with the operations of Graph; this is the
other half. Administrative units, custom roles and what the owners of groups may do are not
modelled.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import TYPE_CHECKING, Any

from emulator.rules.role_templates import TEMPLATE_IDS

if TYPE_CHECKING:
    from collections.abc import Iterable

_EVERYTHING = "Global Administrator"
_EVERYBODY = frozenset({_EVERYTHING, "Privileged Authentication Administrator"})
_NAMES = {template: name for name, template in TEMPLATE_IDS.items()}


class Right(StrEnum):
    """One thing that may be done; the value is its name in the table."""

    READ_ORGANIZATION = "read-organization"
    READ_DOMAINS = "read-domains"
    CHANGE_DOMAINS = "change-domains"
    READ_LICENCES = "read-licences"
    READ_SETTINGS = "read-settings"
    CHANGE_SETTINGS = "change-settings"
    READ_GROUPS = "read-groups"
    CHANGE_GROUPS = "change-groups"
    READ_USERS = "read-users"
    CREATE_USERS = "create-users"
    UPDATE_USERS = "update-users"
    ENABLE_OR_RENAME_USERS = "enable-or-rename-users"
    DELETE_USERS = "delete-users"
    CHANGE_MOBILE_PHONE = "change-mobile-phone"
    CHANGE_CONTACT_DATA = "change-contact-data"
    SET_PASSWORDS = "set-passwords"
    RESET_PASSWORDS = "reset-passwords"
    READ_METHODS = "read-methods"
    CHANGE_METHODS = "change-methods"
    READ_AUTHORIZATION_POLICY = "read-authorization-policy"
    CHANGE_AUTHORIZATION_POLICY = "change-authorization-policy"
    READ_METHODS_POLICY = "read-methods-policy"
    CHANGE_METHODS_POLICY = "change-methods-policy"
    READ_REPORTS = "read-reports"
    READ_ACTIVATED_ROLES = "read-activated-roles"
    READ_ROLE_ASSIGNMENTS = "read-role-assignments"
    ASSIGN_ROLES = "assign-roles"


@dataclass(frozen=True, slots=True)
class Access:
    """
    To whom a right is open.

    Attributes:
        roles: The names of the roles that have it, besides Global Administrator.
        everyone: Whoever is in the directory has it.
        members: Whoever is in the directory and is no guest has it.
        own: Everybody has it for the own account.
        never_own: Nobody has it for the own account.
        among: A role has it only over those whom it may act on.
    """

    roles: tuple[str, ...] = ()
    everyone: bool = False
    members: bool = False
    own: bool = False
    never_own: bool = False
    among: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with directory roles, by their template ids."""

    roles: frozenset[str] = frozenset()
    guest: bool = False

    @property
    def role_names(self) -> frozenset[str]:
        """The names of the roles; of one that has no name here, its id."""
        return frozenset(_NAMES.get(role, role) for role in self.roles)


def _read() -> tuple[dict[Right, Access], dict[str, frozenset[str]]]:
    place = resources.files("emulator.rules") / "delegation.toml"
    table = tomllib.loads(place.read_text(encoding="utf-8"))
    rights = {Right(name): _access(entry) for name, entry in table["rights"].items()}
    return rights, {role: frozenset(whom) for role, whom in table["among"].items()}


def _access(entry: dict[str, Any]) -> Access:
    return Access(**{**entry, "roles": tuple(entry.get("roles", ()))})


RIGHTS, AMONG = _read()


def objection(
    right: Right, person: Person, *, over: Person | None = None, own: bool = False
) -> str:
    """
    What ``person`` lacks for ``right``, in words; empty where nothing is lacking.

    Args:
        right: What is to be done.
        person: In whose name.
        over: To whom; None where it is done to nobody in particular.
        own: Whether ``over`` is ``person``.
    """
    access = RIGHTS[right]
    if own and access.never_own:
        return "nobody does this to the own account"
    if access.everyone or (access.members and not person.guest) or (access.own and own):
        return ""
    serving = {*access.roles, _EVERYTHING}
    if access.among and over is not None:
        serving = {role for role in serving if _acts_on(role, over.role_names)}
    return "" if serving & person.role_names else _lacking(serving, over if access.among else None)


def _acts_on(role: str, held: Iterable[str]) -> bool:
    return role in _EVERYBODY or AMONG[role].issuperset(held)


def _lacking(serving: Iterable[str], over: Person | None) -> str:
    words = f"one of the directory roles {', '.join(sorted(serving))} is required"
    held = ", ".join(sorted(over.role_names)) if over else ""
    return f"{words} to act on who holds {held}" if held else words
