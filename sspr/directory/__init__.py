"""The tenant's directory, through the unmodified Microsoft Graph SDK."""

from sspr.directory.audit import AuditRow
from sspr.directory.directory import Directory
from sspr.directory.groups import Group
from sspr.directory.refusals import GraphRefused
from sspr.directory.registration import RegistrationDetails
from sspr.directory.session import GraphSession, graph_session, warm_up
from sspr.directory.users import Leftover

__all__ = [
    "AuditRow",
    "Directory",
    "GraphRefused",
    "GraphSession",
    "Group",
    "Leftover",
    "RegistrationDetails",
    "graph_session",
    "warm_up",
]
