"""The hidden fields of the portal's one form, under the names that the real page has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.portals.reset.delta import Part

if TYPE_CHECKING:
    from emulator.store import ResetFlow

_PREFIX = "ctl00$ContentPlaceholderMainContent$"
STATE_FIELD = "__VIEWSTATE"  # carries the anti-forgery value here
CHECK_FIELD = _PREFIX + "WorkflowConsistencyCheck"
VIEW_FIELD = _PREFIX + "CurrentViewName"
IDS = {
    CHECK_FIELD: "ContentPlaceholderMainContent_WorkflowConsistencyCheck",
    VIEW_FIELD: "ContentPlaceholderMainContent_CurrentViewName",
}


def stage(flow: ResetFlow) -> str:
    """Where the flow stands, so that a page that was left behind is known by its value."""
    return f"{flow.view}-{len(flow.passed)}"


def hidden_fields(flow: ResetFlow, view_name: str) -> dict[str, str]:
    """Every hidden field with its value."""
    return {
        "__EVENTTARGET": "",
        "__EVENTARGUMENT": "",
        "__LASTFOCUS": "",
        STATE_FIELD: flow.canary,
        "__VIEWSTATEGENERATOR": "",
        "__VIEWSTATEENCRYPTED": "",
        "__EVENTVALIDATION": "",
        CHECK_FIELD: stage(flow),
        VIEW_FIELD: view_name,
        _PREFIX + "LiveCaptchaMode": "Image" if flow.captcha_id else "",
        "ctl00$CorrelationID": flow.correlation_id,
        "ctl00$OrgIdUserName": flow.typed_name,
        "ctl00$OrgIdTenantDomain": "",
        "ctl00$NameCoexistenceAccount": "",
    }


def updates(flow: ResetFlow, view_name: str) -> list[Part]:
    """The fields that a partial postback writes anew."""
    changed = {CHECK_FIELD: stage(flow), VIEW_FIELD: view_name}
    return [Part("hiddenField", IDS[name], value) for name, value in changed.items()]
