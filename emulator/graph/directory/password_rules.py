"""*Password Rule Settings* between the tenant's protection and Graph's texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from emulator.organization import PasswordProtection

_SEPARATOR = "\t"
_MOST_TERMS = 1000  # behaviour.md, simulator constants: up to a thousand custom terms
_TERM_LENGTHS = range(4, 17)


def values_of(protection: PasswordProtection) -> dict[str, str]:
    """The values as Graph writes them."""
    return {
        "LockoutDurationInSeconds": str(protection.lockout_seconds),
        "LockoutThreshold": str(protection.lockout_threshold),
        "EnableBannedPasswordCheck": str(protection.custom_list_enforced),
        "BannedPasswordList": _SEPARATOR.join(protection.custom_terms),
        "EnableBannedPasswordCheckOnPremises": "False",
        "BannedPasswordCheckOnPremisesMode": "Audit",
    }


NAMES = frozenset(
    {
        "LockoutDurationInSeconds",
        "LockoutThreshold",
        "EnableBannedPasswordCheck",
        "BannedPasswordList",
        "EnableBannedPasswordCheckOnPremises",
        "BannedPasswordCheckOnPremisesMode",
    }
)


def apply(protection: PasswordProtection, values: Mapping[str, str]) -> None:
    """
    Put ``values`` in force; what is left out stays.

    Raises:
        ValueError: A value is not allowed; then nothing is changed.
    """
    said = {**values_of(protection), **values}
    new = replace(
        protection,
        lockout_seconds=_number(said, "LockoutDurationInSeconds", 5, 18_000),
        lockout_threshold=_number(said, "LockoutThreshold", 1, 50),
        custom_list_enforced=_truth(said, "EnableBannedPasswordCheck"),
        custom_terms=_terms(said["BannedPasswordList"]),
    )
    for name in ("lockout_seconds", "lockout_threshold", "custom_list_enforced", "custom_terms"):
        setattr(protection, name, getattr(new, name))


def _number(values: Mapping[str, str], name: str, least: int, most: int) -> int:
    text = values[name]
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most))):
        raise ValueError(f"The value of {name} is no number.")
    if not least <= int(text) <= most:
        raise ValueError(f"The value of {name} is not between {least} and {most}.")
    return int(text)


def _truth(values: Mapping[str, str], name: str) -> bool:
    if values[name].casefold() not in {"true", "false"}:
        raise ValueError(f"The value of {name} is neither True nor False.")
    return values[name].casefold() == "true"


def _terms(text: str) -> tuple[str, ...]:
    terms = tuple(filter(None, text.split(_SEPARATOR)))
    if len(terms) > _MOST_TERMS or any(len(term) not in _TERM_LENGTHS for term in terms):
        raise ValueError("BannedPasswordList takes up to 1000 terms of 4 to 16 characters.")
    return terms
