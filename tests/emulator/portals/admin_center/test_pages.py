"""The *Password reset* pages of the admin center."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from emulator.deviations import Bent
from emulator.portals.wording import words
from emulator.rules.auditing import POLICY_CHANGED
from emulator.store import AuditEvent, Group
from emulator.store.people import group_by_name
from emulator.store.questions import Defined, defined_questions

if TYPE_CHECKING:
    from tests.emulator.portals.admin_center.conftest import Office

ADMIN = "Global Administrator"
METHODS = {
    "numberOfAuthenticationMethodsRequired": "2",
    "numberOfQuestionsToRegister": "5",
    "numberOfQuestionsToReset": "3",
    **{f"question.{key}": "on" for key in words("questions", "en-US")},
}
QUESTIONS_ON = {"securityQuestionsOptionEnabled": "on", "emailOptionEnabled": "on"}
OWN = "customSecurityQuestions"
FEW = {key: value for key, value in METHODS.items() if not key.startswith("question.")}


def _rows(office: Office) -> list[AuditEvent]:
    with office.emulator.tenant.store.begin() as session:
        return session.query(AuditEvent).filter_by(activity=POLICY_CHANGED).all()


def test_nobody_enters_without_signing_in(office: Office) -> None:
    """The page sends a stranger to the sign-in page, and a form of a stranger saves nothing."""
    assert "/signin" in office.request("GET", "/").text
    sent = office.request("GET", "/signin", params={"to": "#view/elsewhere"})
    assert sent.headers["location"].startswith("https://login.microsoftonline.com/")
    before = office.emulator.tenant.policy
    assert office.save("Notifications", "x").status_code == 303
    assert office.emulator.tenant.policy == before


@pytest.mark.parametrize(
    ("blade", "fields", "key", "value"),
    [
        ("Registration", {"registrationRequiredOnSignIn": "false",
                          "registrationReconfirmIntevalInDays": "90"},
         "registration", {"required_at_sign_in": False, "reconfirm_after_days": 90}),
        ("Notifications", {"notifyUsersOnPasswordReset": "false",
                           "notifyOnAdminPasswordReset": "true"},
         "notifications", {"users": False, "all_admins": True}),
        ("Customization", {"customizeHelpdeskLink": "true",
                           "customHelpdeskEmailOrUrl": "https://support.contoso.com/"},
         "customization", {"helpdesk": "https://support.contoso.com/"}),
        ("OnPremisesIntegration", {"enablementForTenant": "false", "accountUnlockEnabled": "true"},
         "writeback", {"enabled": False, "unlock_without_reset": True}),
    ],
)  # fmt: skip
def test_a_page_saves_what_it_shows(
    office: Office, blade: str, fields: dict[str, str], key: str, value: dict[str, object]
) -> None:
    """Saving a page puts its section in force, and the page shows it afterwards."""
    canary = office.seat(office.employ(ADMIN))
    answer = office.save(blade, canary, **fields)
    assert answer.headers["location"].endswith(f"/~/{blade}")
    assert office.emulator.tenant.policy.model_dump()[key] == value
    page = office.request("GET", "/").text
    for name, said in fields.items():
        assert f'name="{name}" value="{said}"' in page


def test_the_log_has_old_and_new_values(office: Office) -> None:
    """A policy edit is one row with the values before and after, by whoever saved it (J13)."""
    user = office.employ(ADMIN)
    canary = office.seat(user)
    office.save("Properties", canary, enablementType="2", passwordResetEnabledGroupIds="")
    (row,) = _rows(office)
    assert row.actor_id == user
    assert {"displayName": "enablement.enabled", "oldValue": '"selected"', "newValue": '"all"'} in (
        row.changes
    )


@pytest.mark.parametrize("name", ["", "saved-enablement-unheeded"])
def test_whom_it_is_to_serve_holds_once_it_is_saved(office: Office, name: str) -> None:
    """What was saved is in force, unless a deviation shows it and goes on as before."""
    tenant = office.emulator.tenant
    tenant.bent = Bent.of(*[name] if name else [])
    office.save("Properties", office.seat(office.employ(ADMIN)), enablementType="2")
    assert tenant.saved.enablement.enabled == "all"
    assert tenant.policy_in_force.enablement.enabled == ("selected" if name else "all")


def test_saving_what_is_there_is_no_edit(office: Office) -> None:
    """Nothing is logged where nothing changes."""
    canary = office.seat(office.employ(ADMIN))
    allowed = ("mobileAppNotificationEnabled", "mobileAppCodeEnabled", "emailOptionEnabled",
               "mobilePhoneOptionEnabled")  # fmt: skip
    office.save("AuthenticationMethods", canary, **METHODS, **dict.fromkeys(allowed, "on"))
    assert _rows(office) == []


def test_another_group_can_be_selected(office: Office) -> None:
    """The one enabled group is chosen among the tenant's groups (A2)."""
    tenant = office.emulator.tenant
    with tenant.store.begin() as session:
        session.add(Group(display_name="Second wave", created_at=tenant.clock.now()))
    with tenant.store.begin() as session:
        group = group_by_name(session, "second wave")
        assert group is not None
        chosen = group.id
    canary = office.seat(office.employ(ADMIN))
    office.save("Properties", canary, enablementType="1", passwordResetEnabledGroupIds=chosen)
    assert tenant.policy.enablement.group == "Second wave"


@pytest.mark.parametrize(
    ("blade", "fields"),
    [
        ("AuthenticationMethods", {**METHODS, "mobileAppCodeEnabled": "on"}),
        ("AuthenticationMethods", METHODS),
        ("AuthenticationMethods", {**FEW, **QUESTIONS_ON, "question.father_city": "on"}),
        ("AuthenticationMethods", {**METHODS, **QUESTIONS_ON, OWN: "Same?\nsame?"}),
        ("AuthenticationMethods", {**METHODS, **QUESTIONS_ON, OWN: "?"}),
        ("AuthenticationMethods", {**METHODS, **QUESTIONS_ON, OWN:
                                   "\n".join(f"Number {n}?" for n in range(21))}),
        ("Properties", {"enablementType": "1", "passwordResetEnabledGroupIds": ""}),
        ("Properties", {"enablementType": "1", "passwordResetEnabledGroupIds": "nothing"}),
        ("Registration", {"registrationRequiredOnSignIn": "true",
                          "registrationReconfirmIntevalInDays": "731"}),
        ("Registration", {"registrationRequiredOnSignIn": "true"}),
        ("Customization", {"customizeHelpdeskLink": "true", "customHelpdeskEmailOrUrl": ""}),
    ],
)  # fmt: skip
def test_what_is_refused_is_not_saved(office: Office, blade: str, fields: dict[str, str]) -> None:
    """A refusal is an alert on the page and leaves policy and log as they were (B14)."""
    canary = office.seat(office.employ(ADMIN))
    before = office.emulator.tenant.policy
    answer = office.save(blade, canary, **fields)
    assert (answer.status_code, 'role="alert"' in answer.text) == (400, True)
    assert office.emulator.tenant.policy == before
    assert _rows(office) == []


@pytest.mark.parametrize("days", ["731", "a week", "9" * 5_000])
def test_what_was_typed_stays_after_a_refusal(office: Office, days: str) -> None:
    """Nobody has to type a page anew because one field of it was wrong."""
    canary = office.seat(office.employ(ADMIN))
    fields = {"registrationRequiredOnSignIn": "false", "registrationReconfirmIntevalInDays": days}
    page = office.save("Registration", canary, **fields).text
    assert f'value="{days}"' in page
    assert 'name="registrationRequiredOnSignIn" value="false" checked' in page


def test_selected_questions_are_kept(office: Office) -> None:
    """As many questions as users register can be selected, and no other is offered (B53)."""
    selected = ("father_city", "first_job_city", "mother_city")
    canary = office.seat(office.employ(ADMIN))
    fields = {**FEW, **QUESTIONS_ON, "numberOfQuestionsToRegister": "3"}
    fields |= {f"question.{key}": "on" for key in selected}
    assert office.save("AuthenticationMethods", canary, **fields).status_code == 303
    with office.emulator.tenant.store.begin() as session:
        assert sorted(defined_questions(session).selected or ()) == sorted(selected)
    page = office.request("GET", "/").text
    shown = re.findall(r'name="question\.(\w+)" checked', page)
    assert sorted(shown) == sorted(selected)


def test_own_questions_count_and_are_logged(office: Office) -> None:
    """Own questions make up for predefined ones, and the edit is one row with both (B52, J13)."""
    canary = office.seat(office.employ(ADMIN))
    fields = {**FEW, **QUESTIONS_ON, "question.father_city": "on", "mobilePhoneOptionEnabled": "on"}
    own = [f"Number {n}?" for n in range(4)]
    fields[OWN] = "\r\n".join(["", *own, " "])
    assert office.save("AuthenticationMethods", canary, **fields).status_code == 303
    with office.emulator.tenant.store.begin() as session:
        assert defined_questions(session) == Defined(("father_city",), tuple(own))
    (row,) = _rows(office)
    values = {change["displayName"]: change["newValue"] for change in row.changes}
    assert "Number 3?" in values["methods.security_questions"]
    assert "Number 3?</textarea>" in office.request("GET", "/").text


def test_the_administrators_policy_is_told(office: Office) -> None:
    """Its page says how many methods are required and which, and has nothing to save (D1, D3)."""
    office.seat(office.employ(ADMIN))
    page = office.request("GET", "/").text
    told = page.partition('data-blade="AdminPasswordResetPolicy"')[2].partition("</section>")[0]
    assert "<td>Number of methods required to reset</td><td>2</td>" in told
    assert "Mobile app notification, Mobile app code, Email, Mobile phone, Office phone<" in told
    assert "<button" not in told


def test_a_forged_form_is_refused(office: Office) -> None:
    """A form without the page's own value saves nothing."""
    office.seat(office.employ(ADMIN))
    fields = {"notifyUsersOnPasswordReset": "false", "notifyOnAdminPasswordReset": "true"}
    assert office.save("Notifications", "made-up", **fields).status_code == 400
    assert office.emulator.tenant.policy.notifications.users


def test_a_reader_looks_and_does_not_save(office: Office) -> None:
    """Global Reader sees every page with its buttons off, and a posted form is refused (A8)."""
    canary = office.seat(office.employ("Global Reader"))
    assert 'class="primary">' not in office.request("GET", "/").text
    fields = {"notifyUsersOnPasswordReset": "false", "notifyOnAdminPasswordReset": "true"}
    assert office.save("Notifications", canary, **fields).status_code == 403


@pytest.mark.parametrize(
    ("roles", "licensed"), [((), True), (("Helpdesk Administrator",), True), ((ADMIN,), False)]
)
def test_some_see_nothing(office: Office, roles: tuple[str, ...], *, licensed: bool) -> None:
    """Without a role that may look, or without a license, there are no pages (A8, A9)."""
    office.seat(office.employ(*roles, licensed=licensed))
    assert "data-blade" not in office.request("GET", "/").text.partition("<script>")[0]


def test_no_connect_no_on_premises_page(office: Office) -> None:
    """The on-premises page needs Entra Connect (H15)."""
    office.seat(office.employ(ADMIN))
    assert 'data-blade="OnPremisesIntegration"' in office.request("GET", "/").text
    office.emulator.tenant.organization.writeback.connected = False
    assert 'data-blade="OnPremisesIntegration"' not in office.request("GET", "/").text


def test_after_the_migration_only_questions_are_chosen(office: Office) -> None:
    """A migrated tenant's page leaves the other methods to the methods policy (I10)."""
    tenant = office.emulator.tenant
    tenant.policy = tenant.policy.model_validate(
        tenant.policy.model_dump()
        | {
            "methods": {
                **tenant.policy.methods.model_dump(),
                "migration_state": "migrationComplete",
            }
        }
    )
    canary = office.seat(office.employ(ADMIN))
    assert "emailOptionEnabled" not in office.request("GET", "/").text
    allowed = set(tenant.policy.methods.allowed)
    keys = ("father_city", "first_job_city", "mother_city", "parents_city", "sibling_city")
    selected = {f"question.{key}": "on" for key in keys}
    fields = {**METHODS, "securityQuestionsOptionEnabled": "on", **selected}
    office.save("AuthenticationMethods", canary, **fields)
    assert set(tenant.policy.methods.allowed) == allowed | {"securityQuestions"}


def test_writeback_has_rows_of_its_own(office: Office) -> None:
    """Switching writeback off and on is told by its own activities (J2)."""
    canary = office.seat(office.employ(ADMIN))
    for enabled in ("false", "true"):
        office.save(
            "OnPremisesIntegration",
            canary,
            enablementForTenant=enabled,
            accountUnlockEnabled="false",
        )
    with office.emulator.tenant.store.begin() as session:
        rows = session.query(AuditEvent).filter_by(category="DirectoryManagement").all()
        assert [row.activity for row in rows] == [
            "Disable password writeback for directory",
            "Enable password writeback for directory",
        ]
