"""Everything that this Graph serves."""

from __future__ import annotations

from emulator.graph.directory.resources import RESOURCES as DIRECTORY
from emulator.graph.groups.resources import RESOURCES as GROUPS
from emulator.graph.methods.resources import RESOURCES as METHODS
from emulator.graph.policies.resources import RESOURCES as POLICIES
from emulator.graph.reports.resources import RESOURCES as REPORTS
from emulator.graph.roles.resources import RESOURCES as ROLES
from emulator.graph.users.resources import RESOURCES as USERS

# The first address that fits is taken, so those with fixed parts stand before their variables.
RESOURCES = (*USERS, *GROUPS, *ROLES, *POLICIES, *METHODS, *REPORTS, *DIRECTORY)
