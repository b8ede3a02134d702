"""The subcommands by name, each imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from sspr import __version__

COMMANDS = {
    "run": "sspr.cli.run",
    "test": "sspr.cli.test",
    "emulator": "sspr.cli.emulator",
    "verify": "sspr.cli.verify",
    "requirements": "sspr.cli.requirements",
    "deviations": "sspr.cli.deviations",
    "policies": "sspr.cli.policies",
    "faults": "sspr.cli.faults",
}


class LazyGroup(click.Group):
    """A group whose modules hold one click command each, called ``command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order in which a person meets them."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all compliant, 1 a deviation, 3 no deviation but something inconclusive, "
    "2 wrong use, file or environment, 4 the harness itself failed, 130 interrupted.",
)
@click.version_option(__version__, message="sspr-harness %(version)s")
def app() -> None:
    """
    Prove that Microsoft Entra self-service password reset works the way its policy says.

    A policy file declares what the tenant should do. Scenarios in a real browser show what users
    and administrators really meet, and the reports say where the two differ. Without a tenant of
    your own everything runs against an emulated one on this machine.
    """
