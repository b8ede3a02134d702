"""An address of Graph and what can be done there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from starlette.routing import compile_path

from emulator.graph.exchange import Call, Reply
from emulator.rules.delegation import Right

if TYPE_CHECKING:
    from emulator.graph.permissions import Need

Handler: TypeAlias = Callable[[Call], Reply]
Asking: TypeAlias = Callable[[object], frozenset[Right]]


@dataclass(frozen=True, slots=True)
class Operation:
    """
    What one method does, and what it asks of its caller.

    Attributes:
        handler: What it does.
        need: The permission that it asks of the application.
        asks: What it asks of the person for whom the application acts, or how to tell by the body.
        further: Permissions that it asks besides where the body names a property.
    """

    handler: Handler
    need: Need
    asks: Right | Asking
    further: Mapping[str, Need] = field(default_factory=dict)

    def needs(self, body: object) -> list[Need]:
        """Every permission that a call with ``body`` asks of the application."""
        named = body if isinstance(body, dict) else {}
        return [self.need, *(need for name, need in self.further.items() if name in named)]

    def rights(self, body: object) -> frozenset[Right]:
        """What a call with ``body`` asks of the person for whom it is made."""
        return frozenset({self.asks}) if isinstance(self.asks, Right) else self.asks(body)


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
