"""Whether what someone typed proves who they are (C4, C12, B55)."""

from __future__ import annotations

import random
import re
import secrets
from typing import TYPE_CHECKING, TypeVar

from emulator.rules.lifetimes import code_lives
from emulator.rules.options import Option
from emulator.rules.secrets_hash import matches
from emulator.timeline import Era

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from emulator.deviations import Bent, Case
    from emulator.timeline import Timeline
    from sspr.policy import Methods

T = TypeVar("T")

CODE_DIGITS = 6
FEWEST_MASKED = 2
# By deviation: the option whose number stands in full.
_UNMASKED = {
    "called-number-shown-in-full": Option.CALL,
    "office-number-shown-in-full": Option.OFFICE_CALL,
}


def any_code_passes(
    bent: Bent, *, steps_passed: int, failures: int, administers: bool = False
) -> bool:
    """
    Whether a code is not looked at: each is, at every step and at every try, whosever it is.

    ``failures`` is how often the person has failed of late.
    """
    return bent.meets(
        {
            "second-step-takes-any-code": steps_passed > 0,
            "second-try-takes-any-code": failures > 0,
            "administrators-codes-unread": administers,
        }
    )


def new_code() -> str:
    """A fresh code of six digits, for mails and texts."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def code_matches(
    typed: str, code_hash: str | None, sent_at: dt.datetime, now: dt.datetime, bent: Bent
) -> bool:
    """Whether ``typed`` is the code that was sent, in time."""
    if not code_hash or not code_lives(sent_at, now, bent):
        return False
    if "any-code-accepted" in bent:
        return len(typed.strip()) == CODE_DIGITS
    return matches(typed.strip(), code_hash)


def number_matches(typed: str, number: str, bent: Bent) -> bool:
    """
    Whether ``typed`` is ``number`` in full: country and area code included (C12).

    Blanks, brackets, dots, dashes and the leading plus sign are a matter of taste.
    """
    if "any-number-accepted" in bent:
        return bool(_digits(typed))
    if "number-without-country-accepted" in bent and _digits(typed):
        return _digits(number).endswith(_digits(typed))
    return _digits(typed) == _digits(number) != ""


def _digits(text: str) -> str:
    bare = re.sub(r"[\s().\-/+]", "", text)
    return bare if bare.isascii() and bare.isdigit() else ""


def drawn(answered: Sequence[T], policy: Methods, bent: Bent) -> list[T]:
    """Which of the ``answered`` questions a verification step asks, drawn by chance (B51, B55)."""
    wanted = policy.questions_to_reset - ("one-question-less" in bent)
    number = min(len(answered), wanted)
    if "same-questions-every-time" in bent:
        return list(answered[:number])
    return random.SystemRandom().sample(answered, number)


def answers_match(typed: Sequence[str], hashes: Sequence[str], bent: Bent) -> bool:
    """
    Whether each of ``typed`` is the answer registered for its question, letter by letter.

    Whether Entra minds upper case is not documented; here it does.
    """
    if len(typed) != len(hashes) or not hashes:
        return False
    if "answers-in-any-order" in bent:
        return all(any(matches(text, hashed) for hashed in hashes) for text in typed)
    pairs = list(zip(typed, hashes, strict=True))
    if "empty-answers-pass" in bent:
        pairs = [(text, hashed) for text, hashed in pairs if text]
    if "last-answer-alone-counts" in bent:
        pairs = pairs[-1:]
    if "one-right-answer-enough" in bent:
        return any(matches(text, hashed) for text, hashed in pairs)
    if "answers-ignore-case" in bent:
        return all(any(matches(v, hashed) for v in _variants(text)) for text, hashed in pairs)
    return all(matches(text, hashed) for text, hashed in pairs)


def _variants(text: str) -> set[str]:
    return {text, text.lower(), text.upper(), text.title(), text.capitalize(), text.swapcase()}


def approves(answer: str, bent: Bent) -> bool:
    """Whether what came back from a telephone is a yes: the right number, or # (C15, C16)."""
    if answer == "wrong number":
        return "push-any-number" in bent
    if answer == "wrong key":
        return "call-any-key" in bent
    if answer == "denied":
        return "refused-notification-passes" in bent
    return answer == "approved"


def captcha_asked(timeline: Timeline, bent: Bent) -> bool:
    """Whether a picture stands beside the account name on that day (S1)."""
    if "captcha-missing" in bent:
        return False
    return "captcha-stays" in bent or not timeline.has(Era.NO_CAPTCHA)


def captcha_matches(typed: str, answer: str, bent: Bent, *, again: bool = False) -> bool:
    """
    Whether ``typed`` is what the picture shows; case does not count.

    ``again`` says whether it is a further try, which makes no difference.
    """
    empty = not typed.strip()
    if bent.meets({"empty-captcha-passes": empty, "second-captcha-unread": again}):
        return True
    return "captcha-any-answer" in bent or typed.strip().casefold() == answer.casefold()


def is_masked(
    option: Option, bent: Bent, *, administers: Case = False, guest: bool = False
) -> bool:
    """Whether the page masks the address or the number behind an option: each, and whosever."""
    in_full: dict[str, Case] = {
        "administrators-contacts-shown-in-full": administers,
        "guests-contacts-shown-in-full": guest,
    }
    if bent.meets(in_full):
        return False
    return not any(each is option and name in bent for name, each in _UNMASKED.items())


def masked_address(address: str, bent: Bent) -> str:
    """An address with its name hidden but for the first letter, such as ``a***@contoso.com``."""
    if "address-shown-in-full" in bent:
        return address
    name, _, domain = address.rpartition("@")
    if "address-masked-at-its-beginning" in bent:
        return f"***{name[2:]}@{domain}"
    shown = len(name) - 2 if "address-hardly-masked" in bent else 1
    return f"{name[:shown]}***@{domain}"


def masked_number(number: str, bent: Bent) -> str:
    """A telephone number hidden but for its last two digits."""
    digits = _digits(number)
    if "number-shown-in-full" in bent:
        return number
    if "number-masked-at-its-end" in bent:
        return digits[:-FEWEST_MASKED] + "*" * FEWEST_MASKED
    shown = 6 if "number-hardly-masked" in bent else 2
    return "*" * max(len(digits) - shown, FEWEST_MASKED) + digits[-shown:]
