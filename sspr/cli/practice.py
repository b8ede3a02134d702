"""A practice tenant, from its start until the window is closed or Ctrl-C."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sspr.bootstrap.browser import find_browser
from sspr.cli import window
from sspr.embedded import Embedded
from sspr.policy import load_policy

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


def practise(policy: Path, port: int, service_date: dt.date | None) -> int:
    """
    Serve a practice tenant and show it.

    Raises:
        UsageError: The policy is not good or the port is taken.
    """
    load_policy(policy)
    embedded = Embedded.start(policy, service_date=service_date, port=port)
    try:
        _introduce(embedded, policy)
        _show(embedded)
    except KeyboardInterrupt:
        click.echo("The practice tenant is gone.")
    finally:
        embedded.stop()
    return 0


def _introduce(embedded: Embedded, policy: Path) -> None:
    tenant = embedded.tenant
    click.echo(f"{tenant.organization} ({tenant.domain}) is ready, under {policy}.")
    click.echo("Sign in as")
    if account := tenant.administrator:
        password = account.password.get_secret_value()
        _tell("an administrator", account.user_principal_name, password)
    for who, group in (("a user", True), ("a user outside", False)):
        person = embedded.control.invite(group=group)
        _tell(who, person["user_principal_name"], person["password"])
    click.echo(f"Everybody, their inbox and the clock: {embedded.doorway.get_secret_value()}")


def _tell(who: str, name: str, password: str) -> None:
    click.echo(f"  {who:<17}  {name:<40}  {password}")


def _show(embedded: Embedded) -> None:
    route, address = embedded.tenant.route, embedded.doorway.get_secret_value()
    if route is None:
        return
    browser = find_browser(headed=True)
    if browser and window.can_open():
        click.echo("A browser window opens; close it, or press Ctrl-C here, to end.")
        window.show(browser, route, address)
        return
    words = window.command_line(browser or "chromium", route, address, "practice-profile")
    click.echo("No window can be opened here. On this machine's screen this would do it:")
    click.echo(f"  {window.printable(words)}")
    click.echo("Press Ctrl-C to end.")
    sys.stdout.flush()
    embedded.wait()
