"""What a user principal name may look like (E8)."""

from __future__ import annotations

import re

LONGEST, LONGEST_NAME, LONGEST_DOMAIN = 113, 64, 48
_ALLOWED = re.compile(r"[A-Za-z0-9'._!#^~-]+")


def is_user_name(text: str) -> bool:
    """Whether ``text`` may be a user principal name: its lengths, characters and full stops."""
    name, at, domain = text.rpartition("@")
    lengths = len(text) <= LONGEST and len(name) <= LONGEST_NAME and len(domain) <= LONGEST_DOMAIN
    characters = bool(_ALLOWED.fullmatch(name)) and bool(domain)
    return bool(at) and lengths and characters and not name.endswith(".")
