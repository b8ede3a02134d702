"""Second tries at what failed for a reason that is nobody's promise, each on record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Self

from urllib3.util import Retry

STATUSES = frozenset({429, 500, 502, 503, 504})
"""The answers that say *try again*: too many requests, or trouble at the other end."""

ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class SecondTry:
    """One request that was sent again: when, what it was, and why."""

    time: dt.datetime
    request: str
    cause: str


@dataclass(slots=True)
class Retries:
    """What had to be tried again; one for each scenario or run."""

    records: list[SecondTry] = field(default_factory=list)

    def record(self, request: str, cause: str) -> None:
        """Put one more second try on record."""
        self.records.append(SecondTry(dt.datetime.now(dt.UTC), request, cause))

    def urllib3(self, pause_seconds: float = 0.2) -> Retry:
        """The same rule for ``requests``, put on record here."""
        return _Recorded(
            total=ATTEMPTS - 1,
            status_forcelist=STATUSES,
            allowed_methods=None,
            backoff_factor=pause_seconds,
            raise_on_status=False,
            sink=self,
        )


class _Recorded(Retry):
    """Tells its sink of every increment."""

    def __init__(self, *args: Any, sink: Retries, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sink = sink

    def new(self, **kw: Any) -> Self:
        return super().new(sink=self._sink, **kw)

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: Any = None,
        error: Exception | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> Self:
        following = super().increment(method, url, response, error, *args, **kwargs)
        cause = f"HTTP {response.status}" if response is not None else type(error).__name__
        self._sink.record(f"{method} {(url or '').partition('?')[0]}", cause)
        return following
