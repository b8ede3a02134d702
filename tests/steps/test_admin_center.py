"""Who reads the admin center, and what a tenant without such an account is told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from pydantic import SecretStr

from sspr.directory.refusals import GraphRefused
from sspr.errors import Inconclusive, UsageError
from sspr.tenant import Account
from steps.settings.admin_center import administrator

if TYPE_CHECKING:
    from steps.cast.stage import Stage


def _stage(account: Account | None, refusal: Exception | None = None) -> Stage:
    """A stage of a tenant that names ``account`` and whose directory refuses with ``refusal``."""

    def enter(**_: Any) -> Any:
        if refusal:
            raise refusal
        return SimpleNamespace(person="new", account="new@contoso.com")

    roles = SimpleNamespace(assign=lambda person, role: assigned.append((person, role)))
    tenant = SimpleNamespace(administrator=account)
    stage = SimpleNamespace(
        tenant=tenant, inbox=None, enter=enter, directory=SimpleNamespace(roles=roles)
    )
    return cast("Stage", stage)


assigned: list[tuple[str, str]] = []


def test_the_named_account_reads() -> None:
    """Where the tenant file names an account, that one is signed in."""
    named = Account("reader@contoso.com", SecretStr("Secret-1234"))
    actor = administrator(_stage(named))
    assert (actor.account, actor.password) == ("reader@contoso.com", named.password)


def test_else_a_new_one_reads() -> None:
    """Where it names none, one is made with the least role that may (A8)."""
    assigned.clear()
    assert administrator(_stage(None)).account == "new@contoso.com"
    assert assigned == [("new", "Authentication Policy Administrator")]


@pytest.mark.parametrize(
    "refusal", [UsageError("Graph denies it."), GraphRefused(400, "Bad", "Graph denies it.")]
)
def test_without_any_the_reason_is_told(refusal: Exception) -> None:
    """Where neither can be, it is inconclusive and says what to name in which file."""
    with pytest.raises(Inconclusive, match=r"names no \[administrator\].*Graph denies it"):
        administrator(_stage(None, refusal))
