"""The answer to a partial postback: parts of a page as ``length|type|id|content|``."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

VERSION = "1|#||4|"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: what it replaces, the id of that, and the new content."""

    kind: str
    name: str
    content: str

    def __str__(self) -> str:
        """The part on the wire; the length counts UTF-16 units, as a browser's strings do."""
        length = len(self.content.encode("utf-16-le", "surrogatepass")) // 2
        return f"{length}|{self.kind}|{self.name}|{self.content}|"


def delta(*parts: Part) -> str:
    """Several parts on the wire."""
    return VERSION + "".join(map(str, parts))


def redirect(url: str) -> str:
    """The answer that sends the whole page elsewhere."""
    return delta(Part("pageRedirect", "", quote(url, safe="")))
