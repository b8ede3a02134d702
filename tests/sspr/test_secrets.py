"""Secrets are found in every spelling, and nothing else is."""

from __future__ import annotations

import base64
import html
import json
import re
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from sspr.secrets import MARK, Vault

PASSWORD = "B&d'\"\\ p+/ß=d<9>"
SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

printable = st.text(st.characters(min_codepoint=33, max_codepoint=0x17F), min_size=8, max_size=40)


def vault_of(*secrets: str) -> Vault:
    """A vault that knows ``secrets``."""
    vault = Vault()
    for secret in secrets:
        vault.remember(SecretStr(secret))
    return vault


@pytest.mark.parametrize(
    "spelled",
    [
        PASSWORD,
        quote(PASSWORD),
        quote(PASSWORD, safe=""),
        quote_plus(PASSWORD),
        re.sub("%..", lambda match: match[0].lower(), quote(PASSWORD)),
        html.escape(PASSWORD),
        html.escape(PASSWORD, quote=False),
        json.dumps(PASSWORD),
        json.dumps(PASSWORD, ensure_ascii=False),
        json.dumps(json.dumps({"password": PASSWORD})),
        json.dumps(html.escape(PASSWORD)),
    ],
)
def test_every_spelling_of_a_password_is_removed(spelled: str) -> None:
    """However a writer escapes a password, it does not remain."""
    redacted = vault_of(PASSWORD).redact(f"before {spelled} after")
    assert MARK in redacted
    assert redacted.startswith("before ")
    assert redacted.endswith(" after")
    assert "p+/" not in redacted
    assert "p%2B" not in redacted.upper()


@given(before=st.binary(max_size=7), secret=printable, after=st.binary(max_size=7))
def test_base64_of_a_text_with_a_secret_inside_is_found(
    before: bytes, secret: str, after: bytes
) -> None:
    """A secret inside a larger base64 text is found at each of the three alignments."""
    data = before + secret.encode() + after
    vault = vault_of(secret)
    assert vault.leaks(base64.b64encode(data).decode())
    assert vault.leaks(base64.urlsafe_b64encode(data).decode())


@given(secret=printable, texts=st.lists(printable, max_size=5))
def test_redacting_leaves_no_secret_and_is_stable(secret: str, texts: list[str]) -> None:
    """What is redacted leaks no more and is not changed by a second pass."""
    vault = vault_of(secret)
    once = vault.redact(secret.join(texts))
    assert not vault.leaks(once) or vault.leaks(MARK)
    assert secret not in once or secret in MARK


@given(text=st.text(), secret=printable)
def test_a_text_without_secrets_is_left_as_it_is(text: str, secret: str) -> None:
    """Where nothing leaks nothing changes."""
    vault = vault_of(secret)
    assert vault.leaks(text) or vault.redact(text) == text


@pytest.mark.parametrize(
    "shown", [SEED, SEED.lower(), "jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp", f"secret={SEED}&x"]
)
def test_a_seed_is_found_in_groups_and_in_both_cases(shown: str) -> None:
    """A TOTP seed is removed the way pages print it."""
    assert vault_of(SEED).redact(shown).replace(MARK, "") in {"", "secret=&x"}


@pytest.mark.parametrize("text", ["code 482913.", '"482913"', "otc=482913&a", "(482913)"])
def test_a_short_code_is_removed_where_it_stands_alone(text: str) -> None:
    """A six-digit code goes where it is a word."""
    assert "482913" not in vault_of("482913").redact(text)


@given(secret=st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=3, max_size=7))
def test_a_short_secret_of_any_characters_is_removed_between_blanks(secret: str) -> None:
    """A short password with signs in it goes as well."""
    assert vault_of(secret).redact(f"typed {secret} there") == f"typed {MARK} there"


@pytest.mark.parametrize("text", ["a482913f", "1482913", "12:00:00.482913", "482913Z"])
def test_a_short_code_is_left_inside_other_values(text: str) -> None:
    """Six digits inside a digest, a longer number or a fraction are no leak."""
    assert vault_of("482913").redact(text) == text


def test_secrets_that_overlap_leave_nothing() -> None:
    """Where one secret ends inside another, both go as one."""
    vault = vault_of("correct-horse", "horse-battery", "correct-horse-battery")
    assert vault.redact("<correct-horse-battery>") == f"<{MARK}>"


def test_many_secrets_cost_one_pass() -> None:
    """A text is searched once, whatever the number of secrets: all of 500 are removed."""
    secrets = [f"Passw0rd-{number:04d}" for number in range(500)]
    redacted = vault_of(*secrets).redact(" ".join(secrets))
    assert redacted == " ".join([MARK] * 500)
