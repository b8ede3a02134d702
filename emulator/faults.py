"""
The ways in which this machine can misbehave on request, as networks and clouds do.

A deviation breaks a promise; a fault only makes it harder to see that the promise is kept.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

_LATEST_AUDIT = 3_600
_LATEST_REPORT = 36 * 3_600
_LONGEST_SKEW = 10 * 365 * 86_400


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Burst(_Part):
    """
    Failures in a row: of every ``every`` requests the first ``times`` fail.

    Without ``every`` the first ``times`` fail and no other. ``failure`` is an HTTP status, or
    "reset" for a connection that breaks. ``retry_after_seconds`` is what 429 and 503 advise.
    """

    failure: Literal[429, 500, 502, 503, 504, "reset"] = 503
    times: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    every: Annotated[int, Field(ge=2, le=1_000_000)] | None = None
    retry_after_seconds: Annotated[int, Field(ge=1, le=3600)] = 1

    @model_validator(mode="after")
    def _leaves_some_unharmed(self) -> Self:
        if self.every is not None and self.times >= self.every:
            raise ValueError("times must be less than every")
        return self

    def hits(self, number: int) -> bool:
        """Whether the request that is the ``number``-th, from zero, fails."""
        return (number % self.every if self.every else number) < self.times


class MailFaults(_Part):
    """
    What happens to mails and texts on their way.

    Each ``late_every``-th arrives ``late_seconds`` after it was sent, which shuffles the order
    where it is not each of them; each arrives ``copies`` times; each ``lose_every``-th never
    does. A message that is late arrives at once when the tenant's clock passes its hour.
    """

    late_seconds: Annotated[float, Field(ge=0, le=3600)] = 0
    late_every: Annotated[int, Field(ge=1)] = 1
    copies: Annotated[int, Field(ge=1, le=10)] = 1
    lose_every: Annotated[int, Field(ge=1)] | None = None

    def loses(self, number: int) -> bool:
        """Whether the message that is the ``number``-th, from zero, is lost."""
        return self.lose_every is not None and number % self.lose_every == 0

    def delay(self, number: int) -> float:
        """How many seconds the ``number``-th message, from zero, is late."""
        return self.late_seconds if number % self.late_every == 0 else 0


class Faults(_Part):
    """
    What goes wrong at present; nothing by default.

    Attributes:
        slow_pages_ms: How long each page keeps a person waiting, in milliseconds.
        pages: Failures of the pages, of sign-in to the APIs too.
        graph: Failures of Microsoft Graph.
        mailbox: Failures of the mailbox API.
        mail: What happens to mails and texts.
        audit_late_seconds: How long after an event its audit row can be read, an hour at most
            (J15).
        registration_report_late_seconds: How long a row of the registration report stays as it
            was, 36 hours at most (J17).
        clock_skew_seconds: How far the tenant's clock is off from what it says it is.
    """

    slow_pages_ms: Annotated[int, Field(ge=0, le=60_000)] = 0
    pages: Burst | None = None
    graph: Burst | None = None
    mailbox: Burst | None = None
    mail: MailFaults = MailFaults()
    clock_skew_seconds: Annotated[float, Field(ge=-_LONGEST_SKEW, le=_LONGEST_SKEW)] = 0
    audit_late_seconds: Annotated[float, Field(ge=0, le=_LATEST_AUDIT)] = 0
    registration_report_late_seconds: Annotated[float, Field(ge=0, le=_LATEST_REPORT)] = 0


NONE = Faults()

# Each profile leaves a patient client a way through, but for the lost mail.
PROFILES: dict[str, Faults] = {
    "slow-pages": Faults(slow_pages_ms=400),
    "graph-throttled": Faults(graph=Burst(failure=429, times=2, every=8)),
    "graph-unavailable": Faults(graph=Burst(failure=503, times=1, every=5)),
    "graph-failing": Faults(graph=Burst(failure=500, times=1, every=9)),
    "mailbox-throttled": Faults(mailbox=Burst(failure=429, times=1, every=6)),
    "mailbox-failing": Faults(mailbox=Burst(failure=502, times=1, every=7)),
    "late-mail": Faults(mail=MailFaults(late_seconds=1.5)),
    "doubled-mail": Faults(mail=MailFaults(copies=2)),
    "shuffled-mail": Faults(mail=MailFaults(late_seconds=0.5, late_every=2)),
    "lost-mail": Faults(mail=MailFaults(lose_every=4)),
    "broken-connections": Faults(
        graph=Burst(failure="reset", every=9), mailbox=Burst(failure="reset", every=9)
    ),
    "skewed-clock": Faults(clock_skew_seconds=20),
}


def combine(names: tuple[str, ...]) -> Faults:
    """
    The profiles ``names`` at once; of two that say the same thing the later counts.

    Raises:
        KeyError: There is no such profile.
    """
    chosen = [PROFILES[name].model_dump(exclude_defaults=True) for name in names]
    merged: dict[str, object] = {}
    for each in chosen:
        mail = {**merged.get("mail", {}), **each.get("mail", {})}  # type: ignore[dict-item]  # both are tables by now
        merged |= each | {"mail": mail}
    return Faults.model_validate(merged)
