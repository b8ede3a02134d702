"""Telephone numbers as the pages take them: a country and the rest (B45)."""

from __future__ import annotations

import re

import phonenumbers

COUNTRIES: dict[str, str] = {
    "US": "United States (+1)",
    "AU": "Australia (+61)",
    "AT": "Austria (+43)",
    "BE": "Belgium (+32)",
    "BR": "Brazil (+55)",
    "CN": "China (+86)",
    "CZ": "Czechia (+420)",
    "DK": "Denmark (+45)",
    "FI": "Finland (+358)",
    "FR": "France (+33)",
    "DE": "Germany (+49)",
    "GR": "Greece (+30)",
    "IN": "India (+91)",
    "IE": "Ireland (+353)",
    "IT": "Italy (+39)",
    "JP": "Japan (+81)",
    "MX": "Mexico (+52)",
    "NL": "Netherlands (+31)",
    "NZ": "New Zealand (+64)",
    "NO": "Norway (+47)",
    "PL": "Poland (+48)",
    "PT": "Portugal (+351)",
    "KR": "South Korea (+82)",
    "ES": "Spain (+34)",
    "SE": "Sweden (+46)",
    "CH": "Switzerland (+41)",
    "GB": "United Kingdom (+44)",
}
_FEWEST, _MOST = 4, 14
_DECORATION = re.compile(r"[\s().\-/]")


def number_of(country: str, local: str) -> str | None:
    """A number as ``+1 5550100`` from a country such as US and the rest; None where it is none."""
    digits = _DECORATION.sub("", local)
    known = country in COUNTRIES and digits.isascii() and digits.isdigit()
    if not known or not _FEWEST <= len(digits) <= _MOST:
        return None
    return f"+{phonenumbers.country_code_for_region(country)} {digits}"


def parts_of(number: str) -> tuple[str, str]:
    """The country and the rest of a number in that form; the first country where it is in none."""
    prefix, _, local = number.partition(" ")
    for country in COUNTRIES:
        if prefix == f"+{phonenumbers.country_code_for_region(country)}":
            return country, local
    return next(iter(COUNTRIES)), ""
