"""
Evidence: what a scenario saw, written down at once, redacted, with time and digest.

The store knows nothing of pytest or Allure; whoever wants to show a piece elsewhere, such as in
the current Allure step, is told of each one as it is made.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from sspr.events import EvidenceRecord
from sspr.journal import digest
from sspr.mail_document import mail_document
from sspr.retries import Retries
from sspr.screens import masked_screenshot
from sspr.secrets import redact
from sspr.traces import redact_trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from playwright.sync_api import Page

    from sspr.mail import Mail

type_of = {
    "screenshot": "png",
    "mail": "html",
    "rows": "json",
    "document": "json",
    "trace": "zip",
}
"""The file name extension of each kind of evidence."""


class Evidence:
    """
    The evidence of one scenario.

    Args:
        results: The folder of the run.
        prefix: What the ids of the pieces start with; unique to the scenario.
        now: The tenant's time.
        shown: Called with each piece after it was written.
        pictures: Whether screenshots are taken.
        retries: Where it is kept that something was tried again.
    """

    def __init__(
        self,
        results: Path,
        prefix: str,
        *,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
        shown: Callable[[EvidenceRecord], None] = lambda _: None,
        pictures: bool = True,
        retries: Retries | None = None,
    ) -> None:
        self._results = results
        self._prefix = prefix
        self._now = now
        self._shown = shown
        self._pictures = pictures
        self._retries = retries or Retries()
        self._records: list[EvidenceRecord] = []

    @property
    def records(self) -> tuple[EvidenceRecord, ...]:
        """What was gathered so far, in order."""
        return tuple(self._records)

    def screenshot(self, page: Page, title: str) -> EvidenceRecord | None:
        """
        The page as it stands, with everything that is marked or shows a secret blacked out.

        None where no pictures are wanted.
        """
        if not self._pictures:
            return None
        return self._keep("screenshot", title, masked_screenshot(page, self._retries))

    def mail(self, mail: Mail, title: str = "") -> EvidenceRecord:
        """A mail as its reader saw it, its codes taken out and nothing loaded from anywhere."""
        return self._keep("mail", title or f"Mail: {mail.subject}", mail_document(mail).encode())

    def rows(self, title: str, rows: Iterable[Mapping[str, Any]]) -> EvidenceRecord:
        """Rows of a log or of a list, such as audit records."""
        return self._keep("rows", title, _as_json([dict(row) for row in rows]))

    def document(self, title: str, document: Any) -> EvidenceRecord:
        """Any one answer that is JSON."""
        return self._keep("document", title, _as_json(document))

    def trace(self, title: str, path: Path) -> EvidenceRecord:
        """A Playwright trace, rewritten without secrets and without pictures; ``path`` goes."""
        data = redact_trace(path.read_bytes())
        path.unlink()
        return self._keep("trace", title, data)

    def _keep(self, kind: str, title: str, data: bytes) -> EvidenceRecord:
        name = f"{self._prefix}-{len(self._records) + 1:02}"
        path = self._results / "evidence" / f"{name}.{type_of[kind]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        record = EvidenceRecord(
            id=name,
            kind=kind,
            title=redact(title),
            path=path.relative_to(self._results).as_posix(),
            sha256=digest(data),
            time=self._now().astimezone(dt.UTC).isoformat(timespec="milliseconds"),
        )
        self._records.append(record)
        self._shown(record)
        return record


def _as_json(document: Any) -> bytes:
    text = json.dumps(document, indent=2, ensure_ascii=False, default=_plain)
    return redact(text).encode()


def _plain(value: Any) -> str:
    """Times as ISO text; anything else would be written by its repr, so it is refused."""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    raise TypeError(f"evidence must be JSON, not {type(value).__name__}")
