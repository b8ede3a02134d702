"""One-time codes: RFC 6238, thirty seconds, once."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.deviations import Bent
from emulator.rules.totp import new_secret, provisioning_uri, used_window, window_of

EPOCH = dt.datetime.fromtimestamp(0, dt.UTC)
moments = st.integers(90, 4_000_000_000).map(lambda s: EPOCH + dt.timedelta(seconds=s))


def code_of(secret: str, window: int) -> str:
    """The code of ``window``, made by the letter of the RFC."""
    key = base64.b32decode(secret)
    digest = hmac.digest(key, window.to_bytes(8, "big"), hashlib.sha1)
    offset = digest[-1] & 15
    return str(int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF)[-6:].zfill(6)


@pytest.mark.parametrize(
    ("second", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")]
)
def test_the_rfcs_own_examples_hold(second: int, code: str) -> None:
    """The test vectors of RFC 6238, appendix B, shortened to six digits."""
    secret = base64.b32encode(b"12345678901234567890").decode()
    at = EPOCH + dt.timedelta(seconds=second)
    assert used_window(secret, code, at, last_window=None) == second // 30


@given(moments)
def test_a_code_serves_once(at: dt.datetime) -> None:
    """The window that was used serves no second time, nor does one before it."""
    secret, now = new_secret(), window_of(at)
    used = used_window(secret, code_of(secret, now), at, last_window=None)
    assert used is not None
    again = used_window(secret, code_of(secret, now), at, last_window=used)
    assert again is None
    assert used_window(secret, code_of(secret, now), at, last_window=now + 1) is None


@given(moments)
def test_a_telephone_may_be_one_window_off(at: dt.datetime) -> None:
    """The neighbouring windows serve, those further off do not."""
    secret, now = new_secret(), window_of(at)
    for off in (-1, 0, 1):
        assert used_window(secret, code_of(secret, now + off), at, last_window=None) is not None
    far = code_of(secret, now + 7)
    near = {code_of(secret, now + off) for off in (-1, 0, 1)}
    assert far in near or used_window(secret, far, at, last_window=None) is None


def test_a_reusable_code_is_a_deviation() -> None:
    """Only the deviation lets a spent code serve again."""
    secret, at = new_secret(), EPOCH + dt.timedelta(days=1)
    code, now = code_of(secret, window_of(at)), window_of(at)
    bent = Bent({"app-code-reusable"})
    assert used_window(secret, code, at, last_window=now, bent=bent) is not None


def test_a_seed_is_what_the_page_shows() -> None:
    """Sixteen characters of base32, and the QR code says the same."""
    secret = new_secret()
    assert len(secret) == 16
    assert len(base64.b32decode(secret)) == 10
    uri = provisioning_uri(secret.lower(), account="ada@contoso.com", issuer="Contoso")
    assert uri.startswith("otpauth://totp/Contoso:ada%40contoso.com?secret=" + secret)


def test_an_old_code_serves_under_a_deviation_alone() -> None:
    """One of ten minutes ago does."""
    secret, at = new_secret(), EPOCH + dt.timedelta(days=1)
    old, bent = code_of(secret, window_of(at) - 20), Bent.of("old-app-code-accepted")
    assert used_window(secret, old, at, last_window=None, bent=bent) == window_of(at) - 20
