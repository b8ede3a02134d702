"""``sspr run``: scenarios, evidence, reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sspr.cli import results_folder
from sspr.cli.closing import print_closing
from sspr.cli.order import EMULATOR, TUTORIAL, Order
from sspr.cli.progress import display
from sspr.cli.scenarios import JOURNAL, carry_out
from sspr.cli.types import DAY, FILE, FOLDER
from sspr.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = (
    "This was the tutorial. Everything: python3 -m sspr run --policy policies/tutorial.toml"
)


@click.command("run")
@click.option(
    "--policy",
    type=FILE,
    help="What the tenant is declared to do.  [default: policies/tutorial.toml]",
)
@click.option(
    "--tenant",
    default=EMULATOR,
    metavar="emulator|FILE",
    show_default=True,
    help="Where it is checked: the emulator, or a live tenant that FILE describes.",
)
@click.option(
    "--select",
    default="",
    metavar="EXPR",
    help="Only some scenarios, such as 'RST-03', 'RST', 'unlock' or 'reset and not captcha'.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    help="How many browsers work side by side.  [default: one a core; 1 on a live tenant]",
)
@click.option(
    "--emulate",
    type=FILE,
    help="Let the emulator follow another policy than the declared one (drift).",
)
@click.option(
    "--deviate",
    multiple=True,
    metavar="NAME",
    help="Let the emulator break one rule, see 'sspr deviations list'; may be repeated.",
)
@click.option(
    "--waivers",
    type=FILE,
    help="Deviations that were accepted: who accepted which, why and until when.",
)
@click.option(
    "--fault",
    "faults",
    multiple=True,
    metavar="NAME",
    help="Let something go wrong on the way, see 'sspr faults list'; may be repeated.",
)
@click.option(
    "--shuffle",
    type=int,
    metavar="SEED",
    help="Carry the scenarios out in a random order, the same one for the same number.",
)
@click.option(
    "--results",
    type=FOLDER,
    help="Where the results go; must be new or empty.  [default: results/<time in UTC>]",
)
@click.option(
    "--service-date",
    type=DAY,
    metavar="DATE",
    help="The day whose Microsoft behaviour the emulator shows.  [default: the policy's]",
)
@click.option("--headed", is_flag=True, help="Show the browser at work.")
@click.option(
    "--trace",
    type=click.Choice(["never", "failure", "always"]),
    default="never",
    show_default=True,
    help="Keep a trace of each window, without secrets, for playwright's trace viewer.",
)
def command(results: Path | None, **options: Any) -> int:
    """
    Check a tenant against its policy and report on it.

    Every scenario acts as users and administrators do, in a private browser window, and keeps
    screenshots, mails and audit rows as evidence. At the end stand the verdict, the requirements
    that are violated, and where the reports lie. The emulated tenant is made for the run and gone
    after it; nothing leaves this machine.

    Without a policy, and nothing else that says what to check, it is Microsoft's tutorial that is
    carried out; with a policy everything that is known is checked.
    """
    order = Order.of(**options)
    order.check()
    return _run(order, results)


def _run(order: Order, named: Path | None) -> int:
    from sspr.bootstrap.browser_install import ensure_browser
    from sspr.cli.reporting import make_reports, prepare_allure

    folder = results_folder.make(named)
    try:
        browser = ensure_browser(headed=order.headed)
        allure = prepare_allure()
        carry_out(order, folder, browser, display())
    except UsageError:
        results_folder.discard(folder)
        raise
    except KeyboardInterrupt:
        raise KeyboardInterrupt(_keep(folder)) from None
    summary, page = make_reports(folder, allure)
    results_folder.point_latest(folder)
    print_closing(summary, folder, page)
    if order.select == TUTORIAL:
        click.echo(EVERYTHING)
    return summary.exit_code


def _keep(folder: Path) -> str:
    """Report on what was recorded before the interruption, and say where it is."""
    from sspr.cli.reporting import make_reports

    if not (folder / JOURNAL).exists():
        results_folder.discard(folder)
        return "Interrupted; nothing was recorded yet."
    make_reports(folder, "no Allure report: the run was interrupted")
    results_folder.point_latest(folder)
    return f"Interrupted. What was recorded until then is in {folder}."
