"""The catalogue: every testable statement, with its source and the controls it proves."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from sspr.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LAST_STATEMENT = {
    "A": 20, "B": 58, "C": 44, "D": 15, "E": 23, "F": 15,
    "G": 10, "H": 16, "I": 13, "J": 22, "K": 18, "S": 12,
}  # fmt: skip
"""The number of the last statement of documented behaviour in each group."""


Affected = Literal["users", "administrators", "helpdesk", "auditors"]
"""Users in the scope of the policy, those who run the tenant, who helps, and who verifies."""


class Control(BaseModel):
    """One control of one version of a framework; ids move between versions (L1a, L2)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    framework: str
    version: str
    id: str

    def __str__(self) -> str:
        return f"{self.framework} {self.version} {self.id}"


class Document(BaseModel):
    """A document of Microsoft's; ``url`` is empty where it has no public address."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    url: Annotated[str, Field(pattern=r"^(https://learn\.microsoft\.com/\S+)?$")] = ""


class Requirement(BaseModel):
    """
    One testable statement.

    Attributes:
        id: Chapter prefix and number, such as ``RST-03``.
        statement: What must hold, in one sentence.
        chapter: The chapter of the features that it belongs to.
        sources: Numbers of the documented statements it follows from, such as ``C13``.
        documents: Keys of the Microsoft documents that say so.
        since: The first service date on which it holds; None for always.
        until: The first service date on which it no longer holds; None for never.
        policy_keys: The keys of ``policy.toml`` that decide it.
        severity: How much depends on it.
        affects: For whom it matters, the chapter's own where the entry names nobody.
        needs: Capabilities of the tenant without which it cannot be observed.
        controls: The controls that it proves or touches.
        note: What a reader of the controls must know, such as a collision between frameworks.
        unobservable: Why no scenario can observe it; empty where one does.
        presumes: Requirements that it takes for granted. Where one of them deviates in the same
            run, what deviates here cannot be told apart from it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^(ENA|REG|RST|UNL|ADM|NOT|CUS|PWD|HYB|AUD|CFG)-\d\d$")]
    statement: Annotated[str, Field(pattern=r"^[A-Z0-9].*\.$")]
    chapter: str
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    documents: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    policy_keys: tuple[str, ...] = ()
    severity: Literal["high", "medium", "low"] = "medium"
    affects: Annotated[tuple[Affected, ...], Field(min_length=1)] = ("users",)
    needs: tuple[str, ...] = ()
    controls: tuple[Control, ...] = ()
    note: str = ""
    unobservable: str = ""
    presumes: tuple[str, ...] = ()

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force on the service date ``day``."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )


class Catalogue:
    """
    All requirements by id, in the order of the chapters.

    Raises:
        ValueError: Two have one id, one names a source, document, policy key or requirement nobody
            knows, or takes itself for granted.
    """

    def __init__(self, requirements: list[Requirement], documents: Mapping[str, Document]) -> None:
        self._by_id = {requirement.id: requirement for requirement in requirements}
        self.documents = dict(documents)
        if len(self._by_id) != len(requirements):
            raise ValueError("two requirements have one id")
        for requirement in requirements:
            self._check(requirement)

    def presumed_by(self, id_: str) -> frozenset[str]:
        """The requirements that ``id_`` takes for granted, and those that these do in turn."""
        direct = self._by_id[id_].presumes
        return frozenset(direct).union(*map(self.presumed_by, direct))

    def __iter__(self) -> Iterator[Requirement]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def __getitem__(self, id_: str) -> Requirement:
        return self._by_id[id_]

    def as_json(self) -> dict[str, Any]:
        """What ``sspr requirements --json`` prints."""
        return {
            "documents": {key: each.model_dump() for key, each in self.documents.items()},
            "requirements": [requirement.model_dump(mode="json") for requirement in self],
        }

    def _check(self, requirement: Requirement) -> None:
        unknown = [
            *(source for source in requirement.sources if not is_statement(source)),
            *(key for key in requirement.documents if key not in self.documents),
            *(key for key in requirement.policy_keys if key not in policy_keys()),
            *(id_ for id_ in requirement.presumes if id_ not in self),
        ]
        if unknown:
            raise ValueError(f"{requirement.id}: nobody knows {', '.join(unknown)}")
        self._check_presumed(requirement.id)

    def _check_presumed(self, id_: str, *on_the_way: str) -> None:
        if id_ in on_the_way:
            raise ValueError(f"{id_}: takes itself for granted, by way of {on_the_way[-1]}")
        for each in self._by_id[id_].presumes if id_ in self else ():
            self._check_presumed(each, *on_the_way, id_)


_PEOPLE: dict[Affected, str] = {
    "users": "users in the scope of the policy",
    "administrators": "administrators",
    "helpdesk": "the helpdesk",
    "auditors": "auditors",
}


def people(affected: Iterable[Affected]) -> str:
    """Whom the words ``affected`` mean, for a person."""
    return " and ".join(_PEOPLE[each] for each in affected)


def is_statement(number: str) -> bool:
    """Whether ``number`` is that of a documented statement, such as ``C13``."""
    match = re.fullmatch(r"([A-KS])(\d+)", number)
    return match is not None and 1 <= int(match[2]) <= LAST_STATEMENT[match[1]]


@cache
def policy_keys() -> tuple[str, ...]:
    """Every key of ``policy.toml``, such as ``methods.allowed``."""
    return tuple(
        f"{section}.{key}"
        for section, field in Policy.model_fields.items()
        for key in _fields_of(field.annotation)
    )


def _fields_of(section: Any) -> tuple[str, ...]:
    return tuple(section.model_fields)


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that comes with the package."""
    folder = resources.files("sspr") / "catalogue"
    listed = tomllib.loads((folder / "documents.toml").read_text(encoding="utf-8"))
    documents = {key: Document.model_validate(entry) for key, entry in listed.items()}
    chapters = tomllib.loads((folder / "chapters.toml").read_text(encoding="utf-8"))
    requirements = []
    for name in chapters["order"]:
        chapter = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        requirements += [
            Requirement(chapter=name, **({"affects": chapters["affects"][name]} | entry))
            for entry in chapter.get("requirement", ())
        ]
    return Catalogue(requirements, documents)
