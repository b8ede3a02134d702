"""Evidence is written at once, says when it was taken, and shows no secret."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright
from pydantic import SecretStr

from sspr.bootstrap.browser import browser_executable
from sspr.canary import leaking
from sspr.evidence import Evidence
from sspr.journal import digest
from sspr.mail import Mail
from sspr.retries import Retries
from sspr.secrets import Vault, remember

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from sspr.events import EvidenceRecord

NOON = dt.datetime(2024, 2, 16, 12, tzinfo=dt.timezone(dt.timedelta(hours=2)))
SECRET = "Zebra&crossing-77"
SEED = "krsxg5baijqw4ylomezgk43u"
remember(SecretStr(SECRET))
remember(SecretStr(SEED))


@pytest.fixture
def shown() -> list[EvidenceRecord]:
    """What the store has told of."""
    return []


@pytest.fixture
def retries() -> Retries:
    """What had to be tried again."""
    return Retries()


@pytest.fixture
def evidence(tmp_path: Path, shown: list[EvidenceRecord], retries: Retries) -> Evidence:
    """A store at noon."""
    return Evidence(tmp_path, "abc", now=lambda: NOON, shown=shown.append, retries=retries)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page of a real browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_executable())
        yield browser.new_page(viewport={"width": 400, "height": 300})
        browser.close()


def mail(html: str = "", text: str = "", subject: str = "Hello") -> Mail:
    """A received mail."""
    return Mail(
        "1", subject, "a@example.com", "A", ("b@example.com",), NOON, "1", html, text, (), ()
    )


def test_a_piece_has_time_digest_and_an_id_of_its_own(
    evidence: Evidence, shown: list[EvidenceRecord], tmp_path: Path
) -> None:
    """Each piece is told of after it was written, with the tenant's time and the right digest."""
    evidence.document("Policy", {"a": 1})
    evidence.rows("Rows", [{"at": NOON}])
    assert [piece.id for piece in shown] == ["abc-01", "abc-02"]
    assert evidence.records == tuple(shown)
    for piece in shown:
        assert digest((tmp_path / piece.path).read_bytes()) == piece.sha256
        assert piece.time == "2024-02-16T10:00:00.000+00:00"


def test_secrets_are_redacted_in_rows_and_titles(evidence: Evidence, tmp_path: Path) -> None:
    """A secret in a row or a title is not written."""
    piece = evidence.rows(f"Typed {SECRET}", [{"detail": f"user typed {SECRET}"}])
    assert piece.title == "Typed [redacted]"
    assert json.loads((tmp_path / piece.path).read_text()) == [{"detail": "user typed [redacted]"}]


def test_an_object_is_not_written_by_its_repr(evidence: Evidence) -> None:
    """What is no JSON is refused instead of being spelled out."""
    with pytest.raises(TypeError, match="not Vault"):
        evidence.document("A person", {"vault": Vault()})


@pytest.mark.parametrize(
    "body",
    [
        "<p>Your code is <b>482913</b></p>",
        "<p>Code:48291377</p>",
        f"<p>{SECRET.replace('&', '&amp;')}</p>",
    ],
)
def test_a_mail_shows_no_code(evidence: Evidence, tmp_path: Path, body: str) -> None:
    """Codes go even where nobody has registered them, known secrets in their escaped form too."""
    text = (tmp_path / evidence.mail(mail(html=body)).path).read_text()
    assert "[redacted]" in text
    assert "4829" not in text
    assert "crossing" not in text


def test_a_mail_keeps_what_is_no_code(evidence: Evidence, tmp_path: Path) -> None:
    """Colours, years and telephone numbers stay."""
    body = '<p style="color:#123456">in 2024, call +1 (425) 555-0100</p>'
    assert body in (tmp_path / evidence.mail(mail(html=body)).path).read_text()


def test_a_plain_mail_is_shown_as_text(evidence: Evidence, tmp_path: Path) -> None:
    """A mail without HTML is escaped."""
    text = (tmp_path / evidence.mail(mail(text="1 < 2")).path).read_text()
    assert "<pre>1 &lt; 2</pre>" in text


@pytest.mark.browser
def test_an_opened_mail_loads_nothing(evidence: Evidence, tmp_path: Path, page: Page) -> None:
    """Neither pictures nor scripts nor a refresh of a mail reach anybody."""
    body = """<META http-equiv="refresh" content="0;url=https://tracker.invalid/r">
        <img src="https://tracker.invalid/p.png"><script>location="https://tracker.invalid"</script>
        <iframe src="https://tracker.invalid"></iframe><link rel=icon href=https://tracker.invalid>
        <p style="background:URL(https://tracker.invalid)">Read</p>
        <style>@import "https://tracker.invalid/a.css";</style>"""
    path = tmp_path / evidence.mail(mail(html=body)).path
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.get_by_text("Read").wait_for()
    assert [url for url in asked if url.startswith("http")] == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "hidden",
    [
        f"<p id=x>{SECRET.replace('&', '&amp;')}</p>",
        f"<p id=x>{SEED[:4]} {SEED[4:8]} {SEED[8:12]} {SEED[12:16]} {SEED[16:20]} {SEED[20:]}</p>",
        f"<input id=x value='{SECRET}'>",
        "<input id=x type=password value=other>",
        "<input id=x name=otc value=123456>",
        "<img id=x alt='QR code' src='data:image/svg+xml,&lt;svg/>'>",
    ],
)
def test_a_screenshot_blacks_out_what_is_secret(
    evidence: Evidence, tmp_path: Path, page: Page, hidden: str
) -> None:
    """Where a secret stands, the picture is of one colour, and the page is left as it was."""
    style = (
        "#x { position: absolute; margin: 0; left: 20px; top: 20px; width: 300px; height: 60px }"
    )
    page.set_content(f"<style>{style}</style>{hidden}")
    piece = evidence.screenshot(page, "A page")
    with Image.open(tmp_path / piece.path) as picture:
        colours = picture.convert("RGB").crop((30, 30, 310, 70)).getcolors()
    assert colours == [(280 * 40, (31, 41, 55))]
    assert "data-sspr" not in page.content()


@pytest.mark.browser
def test_a_browser_that_captured_nothing_is_asked_once_more(
    evidence: Evidence, page: Page, monkeypatch: pytest.MonkeyPatch, retries: Retries
) -> None:
    """The screenshot is taken all the same, and the second try is on record."""
    capture, failures = page.screenshot, ["Unable to capture screenshot"]

    def busy(**options: Any) -> bytes:
        if failures:
            raise PlaywrightError(failures.pop())
        return capture(**options)

    monkeypatch.setattr(page, "screenshot", busy)
    assert evidence.screenshot(page, "Taken")
    assert [each.request for each in retries.records] == ["screenshot"]


@pytest.mark.browser
def test_a_trace_holds_no_secret_and_can_still_be_opened(
    evidence: Evidence, tmp_path: Path, page: Page
) -> None:
    """What was typed is gone from every member of the zip, and the events are still JSON."""
    context = page.context
    context.tracing.start(snapshots=True, sources=False)
    page.set_content("<input id=x><img src='data:image/png;base64,iVBORw0KGgo='>")
    page.locator("#x").fill(SECRET)
    context.tracing.stop(path=tmp_path / "raw.zip")
    raw = zipfile.ZipFile(tmp_path / "raw.zip")
    assert any(b"crossing-77" in raw.read(name) for name in raw.namelist())
    piece = evidence.trace("How it went", tmp_path / "raw.zip")
    assert leaking(tmp_path) == []
    clean = zipfile.ZipFile(io.BytesIO((tmp_path / piece.path).read_bytes()))
    assert not any(b"crossing-77" in clean.read(name) for name in clean.namelist())
    assert not any(b"base64,iVBOR" in clean.read(name) for name in clean.namelist())
    events = clean.read("trace.trace").decode().splitlines()
    assert any(json.loads(event)["type"] == "frame-snapshot" for event in events)


def test_the_search_bears_with_workers_that_still_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that vanishes is passed over, and half a zip is searched as it is."""
    (tmp_path / "gone.tmp").write_text(SECRET)
    (tmp_path / "half.zip").write_bytes(b"PK\x03\x04" + SECRET.encode())
    read = Path.read_bytes

    def vanishing(path: Path) -> bytes:
        if path.name == "gone.tmp":
            raise FileNotFoundError
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", vanishing)
    assert [path.name for path in leaking(tmp_path)] == ["half.zip"]


def test_the_search_looks_into_zips(tmp_path: Path) -> None:
    """A secret in a zip inside a zip is found; a picture is not searched."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.json", json.dumps({"typed": SECRET}))
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    (tmp_path / "clean.txt").write_text("nothing here")
    assert [path.name for path in leaking(tmp_path)] == ["outer.zip"]
