"""Graph over TLS, called by Microsoft's own SDK and credential, both unmodified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import requests
from azure.core.exceptions import ClientAuthenticationError
from azure.core.pipeline.transport import RequestsTransport
from azure.identity import ClientSecretCredential
from msgraph.generated.models.authentication_phone_type import AuthenticationPhoneType
from msgraph.generated.models.authorization_policy import AuthorizationPolicy
from msgraph.generated.models.email_authentication_method import EmailAuthenticationMethod
from msgraph.generated.models.group import Group
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.password_profile import PasswordProfile
from msgraph.generated.models.phone_authentication_method import PhoneAuthenticationMethod
from msgraph.generated.models.reference_create import ReferenceCreate
from msgraph.generated.models.unified_role_assignment import UnifiedRoleAssignment
from msgraph.generated.models.user import User

from emulator.rules.roles import GLOBAL_ADMINISTRATOR
from sspr.directory.session import graph_session
from sspr.wire import lead

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from sspr.directory.session import GraphSession
    from sspr.embedded import Embedded

GRAPH = "https://graph.microsoft.com/v1.0"
SCOPE = "https://graph.microsoft.com/.default"
PASSWORD = "Orchard-window-77"


@pytest.fixture(scope="module")
def session() -> Iterator[GraphSession]:
    """The loop in which the SDK's client lives."""
    with graph_session() as session:
        yield session


@pytest.fixture(scope="module")
def client(embedded: Embedded, session: GraphSession) -> Any:
    """The SDK's client, led to the emulator by its transport alone."""
    return session.client(embedded.tenant)


@pytest.fixture
def do(session: GraphSession) -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """Wait for one call of the client."""

    async def wait(call: Coroutine[Any, Any, Any]) -> Any:
        return await call

    return lambda call: session.call(wait, call)


def _user(name: str) -> User:
    password = PasswordProfile(password=PASSWORD, force_change_password_next_sign_in=False)
    return User(
        account_enabled=True,
        display_name=name.title(),
        mail_nickname=name,
        user_principal_name=f"{name}@contoso.com",
        password_profile=password,
    )


def test_group_membership_goes_in_and_out(client: Any, do: Any) -> None:
    """A user joins a group by reference, is seen among its members as a user, and leaves it."""
    user = do(client.users.post(_user("member")))
    body = Group(display_name="SDK", mail_nickname="sdk", mail_enabled=False, security_enabled=True)
    group = client.groups.by_group_id(do(client.groups.post(body)).id)
    address = ReferenceCreate(odata_id=f"{GRAPH}/directoryObjects/{user.id}")
    do(group.members.ref.post(address))
    found = do(group.transitive_members.get()).value
    assert [(type(member), member.id) for member in found] == [(User, user.id)]
    do(group.members.by_directory_object_id(user.id).ref.delete())
    assert do(group.members.get()).value == []


def test_methods_are_registered_on_behalf(client: Any, do: Any) -> None:
    """Address and phone are registered by an administrator and listed by their kinds."""
    user = do(client.users.post(_user("registered")))
    authentication = client.users.by_user_id(user.id).authentication
    email = EmailAuthenticationMethod(email_address="sdk@home.example")
    assert do(authentication.email_methods.post(email)).email_address == "sdk@home.example"
    phone = PhoneAuthenticationMethod(
        phone_number="+1 5550100", phone_type=AuthenticationPhoneType.Mobile
    )
    made = do(authentication.phone_methods.post(phone))
    kinds = [type(method).__name__ for method in do(authentication.methods.get()).value]
    assert sorted(kinds) == [
        "EmailAuthenticationMethod",
        "PasswordAuthenticationMethod",
        "PhoneAuthenticationMethod",
    ]
    do(authentication.phone_methods.by_phone_authentication_method_id(made.id).delete())
    assert do(authentication.phone_methods.get()).value == []


def test_a_role_makes_an_administrator(client: Any, do: Any) -> None:
    """Whom a role is assigned to is an administrator in the registration report."""
    user = do(client.users.post(_user("keeper")))
    assignments = client.role_management.directory.role_assignments
    body = UnifiedRoleAssignment(
        principal_id=user.id, role_definition_id=GLOBAL_ADMINISTRATOR, directory_scope_id="/"
    )
    held = do(assignments.post(body))
    report = client.reports.authentication_methods.user_registration_details
    row = report.by_user_registration_details_id(user.id)
    assert do(row.get()).is_admin is True
    do(assignments.by_unified_role_assignment_id(held.id).delete())
    assert do(row.get()).is_admin is False


def test_a_deleted_user_is_an_odata_error(client: Any, do: Any) -> None:
    """The SDK reads the refusal: status, code and the id it is traced by."""
    user = do(client.users.post(_user("leaver")))
    do(client.users.by_user_id(user.id).delete())
    with pytest.raises(ODataError) as caught:
        do(client.users.by_user_id(user.id).get())
    assert caught.value.response_status_code == 404
    error: Any = caught.value.error
    assert error.code == "Request_ResourceNotFound"
    assert error.inner_error.request_id


def test_the_switch_for_administrators(client: Any, do: Any) -> None:
    """The authorization policy's allowedToUseSSPR can be read, switched and audited (D9)."""
    policy = client.policies.authorization_policy
    assert do(policy.get()).allowed_to_use_s_s_p_r is True
    do(policy.patch(AuthorizationPolicy(allowed_to_use_s_s_p_r=False)))
    assert do(policy.get()).allowed_to_use_s_s_p_r is False
    rows = do(client.audit_logs.directory_audits.get()).value
    assert "Update authorization policy" in {row.activity_display_name for row in rows}


def test_pages_are_followed(client: Any, do: Any) -> None:
    """The next link leads the SDK to the rest."""
    for number in range(3):
        do(client.users.post(_user(f"paged{number}")))
    page, seen = do(client.users.with_url(f"{GRAPH}/users?$top=2").get()), []
    while page:
        seen += [user.id for user in page.value]
        link = page.odata_next_link
        page = do(client.users.with_url(link).get()) if link else None
    assert len(seen) == len(set(seen)) > 3


def test_a_wrong_secret_is_told(embedded: Embedded) -> None:
    """The credential's own error names what is wrong with a secret."""
    tenant = embedded.tenant
    with lead(requests.Session(), tenant.route) as http:
        credential = ClientSecretCredential(
            tenant.tenant_id,
            tenant.application.client_id,
            "not-it",
            transport=RequestsTransport(session=http, session_owner=False),
        )
        with pytest.raises(ClientAuthenticationError, match="AADSTS7000215"):
            credential.get_token(SCOPE)
