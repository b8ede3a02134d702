"""What a run was asked to do, checked before anything is started."""

from __future__ import annotations

import ast
import difflib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sspr.cli.types import default_policy
from sspr.errors import UsageError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

EMULATOR = "emulator"
TUTORIAL = "tutorial"
"""The tag of the scenarios that carry out Microsoft's tutorial."""
_MOST_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Order:
    """
    One order for a run; the fields are the options of ``sspr run``.

    Attributes:
        policy: The file with the declared policy.
        tenant: ``emulator`` or a tenant file.
        select: Which scenarios, as pytest's ``-k`` takes it or a chapter's letters; empty for all.
        workers: How many run side by side.
        emulate: The policy file that the emulator follows instead; None for the declared one.
        deviate: The rules that the emulator breaks.
        service_date: The day whose Microsoft behaviour the emulator has; None for the policy's.
        headed: Whether the browser is to be seen.
        trace: When a trace of each window is kept: never, failure or always.
        waivers: The file with the deviations that were accepted; None for none.
        breaks: Rules to break one at a time, each with the requirement that should notice.
        everywhere: Whether every scenario, not only those of that requirement, meets each of them.
        one_in: One in how many scenarios of other requirements meets each of them then.
        bearing: The folder of a run that watched which of them bear on which scenario; only those
            are shown to it. None for all.
        watched: Whether that is watched, of any deviation of the emulator.
        faults: What goes wrong on the way to the emulator.
        shuffle: In which random order the scenarios come; None for their own.
        part: Which of how many parts of the scenarios is carried out, from 1.
        always: The requirements whose scenarios are in every part.
        pictures: Whether screenshots are kept.
    """

    policy: Path
    tenant: str = EMULATOR
    select: str = ""
    workers: int = 1
    emulate: Path | None = None
    deviate: tuple[str, ...] = ()
    service_date: dt.date | None = None
    headed: bool = False
    trace: str = "never"
    waivers: Path | None = None
    breaks: tuple[tuple[str, str], ...] = ()
    everywhere: bool = False
    one_in: int = 1
    bearing: Path | None = None
    watched: bool = False
    faults: tuple[str, ...] = ()
    shuffle: int | None = None
    part: tuple[int, int] = (1, 1)
    always: tuple[str, ...] = ()
    pictures: bool = True

    @classmethod
    def of(
        cls, *, policy: Path | None, select: str, workers: int | None, tenant: str, **rest: Any
    ) -> Self:
        """An order from the options of the command, with what they leave open decided."""
        says_what = policy or select or tenant != EMULATOR or rest["emulate"] or rest["deviate"]
        alone = tenant != EMULATOR or rest["headed"]
        return cls(
            policy=policy or default_policy(),
            select=select if says_what else TUTORIAL,
            workers=workers or (1 if alone else min(os.cpu_count() or 1, _MOST_WORKERS)),
            tenant=tenant,
            **rest,
        )

    def check(self) -> None:
        """
        Read every file and name that the order gives.

        Raises:
            UsageError: One of them is not good; the text says which, why and how to mend it.
        """
        from sspr.policy import load_policy
        from sspr.waivers import load_waivers

        load_policy(self.policy)
        check_selection(self.select)
        if self.emulate:
            load_policy(self.emulate)
        if self.waivers:
            load_waivers(self.waivers)
        for name in self.deviate:
            check_deviation(name)
        for name in self.faults:
            check_fault(name)
        if self.tenant != EMULATOR:
            self._check_live()

    def _check_live(self) -> None:
        from sspr.tenant_file import load_tenant

        for option, value in (
            ("--emulate", self.emulate),
            ("--deviate", self.deviate),
            ("--fault", self.faults),
            ("--service-date", self.service_date),
        ):
            if value:
                raise UsageError(
                    f"{option} is for the emulator; leave it out, or leave --tenant out."
                )
        load_tenant(Path(self.tenant))

    def pytest_options(self) -> list[str]:
        """The same for the fixtures; every path absolute."""
        tenant = self.tenant if self.tenant == EMULATOR else str(Path(self.tenant).absolute())
        words = ["--sspr-policy", str(self.policy.absolute()), "--sspr-tenant", tenant]
        words += ["--sspr-emulate", str(self.emulate.absolute())] if self.emulate else []
        words += ["--sspr-service-date", str(self.service_date)] if self.service_date else []
        words += [word for name in self.deviate for word in ("--sspr-deviate", name)]
        words += ["--sspr-waivers", str(self.waivers.absolute())] if self.waivers else []
        words += ["--sspr-headed"] if self.headed else []
        words += ["--sspr-trace", self.trace] if self.trace != "never" else []
        words += [word for pair in self.breaks for word in ("--sspr-break", "=".join(pair))]
        if self.everywhere:
            words += ["--sspr-break-everywhere", "--sspr-break-one-in", str(self.one_in)]
        words += ["--sspr-break-bearing", str(self.bearing.absolute())] if self.bearing else []
        words += ["--sspr-watch"] if self.watched else []
        words += [word for name in self.faults for word in ("--sspr-fault", name)]
        words += ["--sspr-shuffle", str(self.shuffle)] if self.shuffle is not None else []
        words += ["--sspr-part", "{}/{}".format(*self.part)] if self.part != (1, 1) else []
        words += [word for id_ in self.always for word in ("--sspr-always", id_)]
        words += [] if self.pictures else ["--sspr-no-pictures"]
        words += ["-k", by_chapter(self.select)] if self.select else []
        return words + (["-n", str(self.workers)] if self.workers > 1 else [])


def by_chapter(expression: str) -> str:
    """
    The selection with ``RST`` meaning the requirements called so, not any name with these letters.

    pytest looks for a word anywhere, whatever its case, and would find it in "first" too.
    """
    from sspr.requirements import load_catalogue

    chapters = "|".join({each.id[:3] for each in load_catalogue()})
    return re.sub(rf"(?<![\w-])({chapters})(?![\w-])", r"\1-", expression)


def check_selection(expression: str) -> None:
    """
    See that names are joined by *and*, *or*, *not* and brackets as pytest's ``-k`` wants it.

    pytest itself tells it only in a process of its own, and under several workers not at all.

    Raises:
        UsageError: They are not.
    """
    words = re.findall(r"[()]|[^\s()]+", expression)
    plain = [word if word in {"and", "or", "not", "(", ")"} else "name" for word in words]
    try:
        ast.parse(" ".join(plain) or "name", mode="eval")
    except SyntaxError:
        raise UsageError(
            f"--select {expression!r}: is no selection; join names such as RST-01 with and, or, "
            "not and brackets."
        ) from None


def check_deviation(name: str) -> None:
    """
    See that the emulator knows how to deviate like this.

    Raises:
        UsageError: It knows no deviation called ``name``.
    """
    from emulator.deviations import NAMES

    if name not in NAMES:
        hint = _nearest(name, NAMES) or "see sspr deviations list."
        raise UsageError(f"--deviate {name}: the emulator knows no such deviation; {hint}")


def check_fault(name: str) -> None:
    """
    See that such a thing can go wrong on the way to the emulator.

    Raises:
        UsageError: It knows no fault called ``name``.
    """
    from emulator.faults import PROFILES

    if name not in PROFILES:
        hint = _nearest(name, PROFILES) or "see sspr faults list."
        raise UsageError(f"--fault {name}: the emulator knows no such fault; {hint}")


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, [*known], n=1)
    return f"did you mean {near[0]}?" if near else ""
