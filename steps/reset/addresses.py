"""Where short addresses lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import parsers, then, when

from pages.hosts import RESET, SECURITY_INFO
from pages.journeys.arriving import Arriving
from steps.expect import expect

if TYPE_CHECKING:
    from steps.cast.actor import Actor
    from steps.cast.stage import Stage


@when(parsers.parse("the user opens the short address {address}"), target_fixture="host")
def _open(stage: Stage, user: Actor, address: str) -> str:
    return Arriving(stage.page(), user, stage.evidence.screenshot).run(f"https://{address}")


@then("the short address leads to the reset")
def _to_reset(host: str) -> None:
    _leads_to(host, RESET)


@then("the short address leads to the registration")
def _to_registration(host: str) -> None:
    _leads_to(host, SECURITY_INFO)


def _leads_to(host: str, wanted: str) -> None:
    expect(host == wanted, f"The short address leads to {wanted}.", f"It leads to {host}.")
