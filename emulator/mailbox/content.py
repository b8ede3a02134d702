"""What can be read out of a body: its links, its images and its codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_URL = re.compile(r"https?://[^\s<>\"'\])}]+")
_URL_ENDS_BEFORE = ".,;:!?"
# A code stands alone: letters in capitals, a digit among them, no part of a URL or a GUID.
_CODE = re.compile(r"(?<![\w@./:+&=-])(?=[A-Z0-9]*\d)[A-Z0-9]{4,10}(?![\w@/=-]|[.:]\w)")
_PHONE = re.compile(r"\+\d[\d ().-]{5,20}\d")
_YEAR = re.compile(r"(19|20)\d\d")
_SILENT = frozenset({"script", "style", "title", "head"})
_BREAKING = frozenset(
    {"address", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "table", "td"}
    | {"th", "tr", "ul", "ol"}
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link; ``text`` is None where it has no words."""

    href: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Image:
    """An image; ``alt`` is None where it has no description."""

    src: str
    alt: str | None


@dataclass(slots=True)
class Content:
    """A body with what was found in it, in reading order."""

    body: str
    links: list[Link] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


def plain_content(body: str) -> Content:
    """Read a plain text."""
    hrefs = [match.rstrip(_URL_ENDS_BEFORE) for match in _URL.findall(body)]
    return Content(body, [Link(href, href) for href in hrefs], codes_in(body))


def html_content(body: str) -> Content:
    """Read an HTML text; what is no HTML is read as far as it goes."""
    reader = _HtmlReader()
    reader.feed(body)
    reader.close()
    return Content(body, reader.links, codes_in(reader.words), reader.images)


def words_of(html: str) -> str:
    """The words that a person sees."""
    reader = _HtmlReader()
    reader.feed(html)
    reader.close()
    return reader.words


def codes_in(text: str) -> list[str]:
    """Every different code: 4 to 10 capitals and digits; no year and no telephone number."""
    found = dict.fromkeys(_CODE.findall(_PHONE.sub(" ", text)))
    return [code for code in found if not _YEAR.fullmatch(code)]


class _HtmlReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Link] = []
        self.images: list[Image] = []
        self._pieces: list[str] = []
        self._silent = 0
        self._open: tuple[str, int] | None = None  # the href, and where its words begin

    @property
    def words(self) -> str:
        lines = ("".join(self._pieces)).splitlines()
        return "\n".join(" ".join(line.split()) for line in lines if line.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break_at(tag)
        self._silent += tag in _SILENT
        values = dict(attrs)
        if tag == "a" and (href := values.get("href")):
            self._end_link()
            self._open = (href, len(self._pieces))
        elif tag == "img" and (src := values.get("src")):
            self.images.append(Image(src, values.get("alt")))

    def handle_endtag(self, tag: str) -> None:
        self._break_at(tag)
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._pieces.append(" ".join(["", *data.split(), ""]) if data.isspace() else data)

    def close(self) -> None:
        super().close()
        self._end_link()

    def _break_at(self, tag: str) -> None:
        if tag in _BREAKING:
            self._pieces.append("\n")

    def _end_link(self) -> None:
        if self._open:
            href, begin = self._open
            words = " ".join("".join(self._pieces[begin:]).split())
            self.links.append(Link(href, words or None))
            self._open = None
