"""Where someone stands in a registration: what is left, what is being set up, what was typed."""

from __future__ import annotations

import dataclasses
import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from emulator.actions.audit import Flow


class Mode(StrEnum):
    """How someone came to register."""

    INTERRUPT = "interrupt"  # led there by sign-in (B32)
    SETUP = "setup"  # by aka.ms/ssprsetup, unasked (B19)
    MANAGE = "manage"  # by *Add sign-in method* on the security info page (B32)


class Step(StrEnum):
    """The page of the wizard that stands next."""

    APP = "app"
    APP_SETUP = "app setup"
    QR_CODE = "qr code"
    APP_CODE = "app code"
    APP_APPROVAL = "app approval"
    ADDRESS = "address"
    NUMBER = "number"
    CODE = "code"
    CALLING = "calling"
    QUESTIONS = "questions"
    CHOICE = "choice"
    ADDED = "added"
    SUCCESS = "success"
    REVIEW = "review"
    BARRED = "barred"


@dataclass(slots=True)
class Wizard:
    """
    One registration under way.

    Attributes:
        mode: How it began.
        step: The page that stands next.
        queue: The kinds that are left to set up, the current one first.
        done: The kinds that have been set up.
        draft: What the current kind is made from: an address, a number, a seed, a code's hash.
        replaces: The id of the method that is being changed, or an empty string.
        ctx: The sign-in to go back to, or an empty string.
        correlation_id: What all audit rows of this registration share.
        error: The key of what went wrong on the page just sent, or an empty string.
    """

    mode: Mode
    step: Step = Step.REVIEW
    queue: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    draft: dict[str, Any] = field(default_factory=dict)
    replaces: str = ""
    ctx: str = ""
    correlation_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    error: str = ""

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The wizard that ``to_json`` described."""
        return cls(**{**data, "mode": Mode(data["mode"]), "step": Step(data["step"])})

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return dataclasses.asdict(self)

    @property
    def kind(self) -> str:
        """What is being set up, or an empty string."""
        return self.queue[0] if self.queue else ""

    @property
    def flow(self) -> Flow:
        """What its audit rows share."""
        return Flow(self.correlation_id)

    def at(self, step: Step) -> None:
        """Let ``step`` stand next, with nothing wrong."""
        self.step, self.error = step, ""
