"""From the journal of a run to what auditors, people and machines read."""

from reports.making import build
from reports.summary import Finding, Summary

__all__ = ["Finding", "Summary", "build"]
