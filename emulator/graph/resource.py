"""An address of Graph and what can be done there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from starlette.routing import compile_path

from emulator.graph.exchange import Call, Reply

if TYPE_CHECKING:
    from emulator.graph.permissions import Need

Handler: TypeAlias = Callable[[Call], Reply]


@dataclass(frozen=True, slots=True)
class Operation:
    """What one method does, and what it asks of its caller."""

    handler: Handler
    need: Need


@dataclass(frozen=True, slots=True)
class Resource:
    """
    One address, such as ``/users/{id}``, with its operations by HTTP method.

    Segments count without their case, as Graph's do.
    """

    path: str
    operations: Mapping[str, Operation]
    pattern: re.Pattern[str]

    def match(self, path: str) -> dict[str, str] | None:
        """What ``path`` names, where it leads here."""
        found = self.pattern.match(path)
        return found.groupdict() if found else None


def resource(path: str, **operations: Operation) -> Resource:
    """The resource at ``path``; keywords are HTTP methods."""
    pattern = re.compile(compile_path(path)[0].pattern, re.IGNORECASE)
    return Resource(path, operations, pattern)
