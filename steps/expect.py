"""Saying what was expected and what was seen instead."""

from __future__ import annotations

from sspr.errors import Deviation, NotApplicable


def expect(holds: object, expected: str, observed: str, setting: str = "") -> None:
    """
    Go on only if it holds.

    Raises:
        Deviation: It does not; ``setting`` is the policy key closest to it.
    """
    if not holds:
        raise Deviation(expected, observed, setting)


def applies(holds: object, reason: str) -> None:
    """
    Go on only where the policy leaves room for what is promised.

    Raises:
        NotApplicable: It does not; ``reason`` is the reason.
    """
    if not holds:
        raise NotApplicable(reason)
