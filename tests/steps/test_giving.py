"""What an administrator's giving out a password means where the directory does not take it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import SecretStr

from sspr.directory import GraphRefused
from sspr.errors import Inconclusive
from steps.passwords.giving import given_out


def stage(status: int) -> Any:
    """A stage whose directory refuses passwords by ``status``."""

    def refuse(_person: object, _password: SecretStr) -> None:
        raise GraphRefused(status, "Request_BadRequest", "It is managed on-premises.")

    users = SimpleNamespace(set_password=refuse)
    return SimpleNamespace(
        directory=SimpleNamespace(users=users), fresh_password=lambda _user: SecretStr("")
    )


def test_a_refused_password_says_nothing_of_what_follows() -> None:
    """Where the directory refuses the password, what it would have led to could not be seen."""
    with pytest.raises(Inconclusive, match="managed on-premises"):
        given_out(stage(400), SimpleNamespace(person=None))  # type: ignore[arg-type]


def test_a_directory_that_fails_is_no_refusal() -> None:
    """Any other answer is a failure of the harness or of its permissions."""
    with pytest.raises(GraphRefused):
        given_out(stage(403), SimpleNamespace(person=None))  # type: ignore[arg-type]
