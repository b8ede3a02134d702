"""The unmodified Graph client against every emulated route that the harness uses."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from sspr.directory import Directory, GraphRefused
from sspr.errors import Deviation, Inconclusive, UsageError
from sspr.people import People, Person
from sspr.retries import Retries

if TYPE_CHECKING:
    from sspr.directory import GraphSession
    from sspr.embedded import Embedded
    from sspr.tenant import Tenant

GROUP = "SSPR-Test-Group"


@pytest.fixture
def retries() -> Retries:
    """What had to be tried again."""
    return Retries()


@pytest.fixture
def directory(emulated_graph: GraphSession, emulated: Tenant, retries: Retries) -> Directory:
    """The directory of a fresh tenant."""
    return Directory(emulated_graph, emulated, "run-1", retries)


@pytest.fixture
def people(emulated: Tenant) -> People:
    """Persons without an account."""
    return People(emulated, "seed")


@pytest.fixture
def person(directory: Directory, people: People) -> Person:
    """A person with an account."""
    return directory.users.create(people.make())


def test_an_account_is_as_it_was_made(directory: Directory, person: Person) -> None:
    """What was asked for is what stands in the directory."""
    fields = ("displayName", "mail", "userPrincipalName", "employeeType", "usageLocation")
    there = directory.users.read(person, *fields)
    assert [there[field] for field in fields] == [
        person.display_name,
        person.mail,
        person.user_principal_name,
        "sspr-harness run-1",
        "US",
    ]


def test_contact_data_can_be_put_in(directory: Directory, person: Person) -> None:
    """An administrator's contact data stands in the directory without being registered."""
    directory.users.populate(person)
    there = directory.users.read(person, "otherMails", "mobilePhone", "businessPhones")
    assert there["otherMails"] == [person.alternate_email]
    assert there["mobilePhone"] == person.mobile_phone
    assert there["businessPhones"] == [person.office_phone]


def test_a_second_account_of_the_same_name_is_refused(
    directory: Directory, people: People, person: Person
) -> None:
    """Two accounts never share a name; the refusal says so in Graph's own words."""
    namesake = People(people.tenant, "seed").make()
    assert namesake.user_principal_name == person.user_principal_name
    with pytest.raises(GraphRefused, match="already exists"):
        directory.users.create(namesake)


def test_leftovers_are_found_and_removed(directory: Directory, person: Person) -> None:
    """A run's accounts are found by their mark, the administrator is not, and all can go."""
    assert [each.user_principal_name for each in directory.users.leftovers()] == [
        person.user_principal_name
    ]
    directory.clean_up()
    assert directory.users.leftovers() == []
    with pytest.raises(GraphRefused) as gone:
        directory.users.read(person)
    assert gone.value.not_found


def test_groups_nest(directory: Directory, people: People, person: Person) -> None:
    """Members of a group in a group are members, and adding somebody twice changes nothing."""
    group, inner = directory.groups.named(GROUP), directory.groups.create("Inner group")
    nested = directory.users.create(people.make())
    for _ in range(2):
        directory.groups.add(group, person)
    directory.groups.add(inner, nested)
    directory.groups.add(group, inner)
    assert directory.groups.member_ids(group) == {person.id, inner.id, nested.id}
    directory.groups.remove(group, person)
    assert directory.groups.member_ids(group) == {inner.id, nested.id}
    directory.groups.clean_up()
    assert directory.groups.member_ids(group) == set()


def test_an_unknown_group_is_told_with_its_mend(directory: Directory) -> None:
    """A group that is not there is one line that names the policy key."""
    with pytest.raises(Inconclusive, match=r"no groups called \"Nobody's\".*\[enablement\] group"):
        directory.groups.named("Nobody's")


def test_roles_have_holders(directory: Directory, emulated: Tenant, person: Person) -> None:
    """Whoever is made Global Administrator is listed as one, beside the first one."""
    assert emulated.administrator is not None
    directory.roles.assign(person)
    names = {each["userPrincipalName"] for each in directory.roles.global_administrators()}
    assert names == {person.user_principal_name, emulated.administrator.user_principal_name}


def test_other_roles_do_not_count(directory: Directory, person: Person) -> None:
    """A Helpdesk Administrator is no Global Administrator."""
    directory.roles.assign(person, "Helpdesk Administrator")
    directory.roles.assign(person, "Helpdesk Administrator")
    assert [each["id"] for each in directory.roles.holders("Helpdesk Administrator")] == [person.id]
    assert person.id not in {each["id"] for each in directory.roles.global_administrators()}
    with pytest.raises(UsageError, match="no role called"):
        directory.roles.assign(person, "Ruler of the World")


def test_registration_is_reported(directory: Directory, person: Person) -> None:
    """Enabled by the group, registered by one method, capable by the number that policy asks."""
    directory.groups.add(directory.groups.named(GROUP), person)
    before = directory.registration.details(person)
    directory.registration.add_email(person)
    directory.registration.add_mobile_phone(person)
    directory.registration.add_office_phone(person)
    after = directory.registration.details(person)
    assert (before.enabled, before.registered, before.capable) == (True, False, False)
    assert (after.enabled, after.registered, after.capable) == (True, True, True)
    assert {"email", "mobilePhone"} <= set(after.methods)
    kinds = {each["@odata.type"] for each in directory.registration.methods(person)}
    assert "#microsoft.graph.emailAuthenticationMethod" in kinds
    assert "#microsoft.graph.phoneAuthenticationMethod" in kinds


def test_administrators_can_be_shut_out(directory: Directory) -> None:
    """The administrators' switch is read and turned."""
    assert directory.policies.administrators_may_reset()
    directory.policies.let_administrators_reset(allowed=False)
    assert not directory.policies.administrators_may_reset()
    assert directory.policies.authentication_methods()["policyMigrationState"]


def test_the_audit_log_tells_what_happened(
    directory: Directory, emulated: Tenant, person: Person
) -> None:
    """Rows about a person are found by time and person, oldest first."""
    since = emulated.clock.now() - dt.timedelta(minutes=1)
    directory.groups.add(directory.groups.named(GROUP), person)
    rows = directory.audit.wait_for(
        since,
        person,
        lambda rows: any(row.activity == "Add member to group" for row in rows),
        expected="The membership is in the audit log.",
    )
    assert rows[0].activity == "Add user"
    assert all(row.about(person) for row in rows)
    assert directory.audit.rows(emulated.clock.now() + dt.timedelta(hours=1)) == []


def test_rows_that_never_come_are_a_deviation(
    directory: Directory, emulated: Tenant, person: Person
) -> None:
    """Where rows come without delay, absent ones are a deviation that says what was seen."""
    with pytest.raises(Deviation) as broken:
        directory.audit.wait_for(
            emulated.clock.now() - dt.timedelta(minutes=1),
            person,
            lambda rows: len(rows) > 99,
            expected="The audit log has a hundred rows.",
        )
    assert broken.value.expected == "The audit log has a hundred rows."
    assert "Add user" in broken.value.observed


def test_a_moved_clock_keeps_the_sign_in(directory: Directory, emulated: Tenant) -> None:
    """After the tenant's clock has been moved by days the application is still signed in."""
    directory.policies.authorization()
    emulated.capabilities.advance(dt.timedelta(days=3))
    assert directory.policies.authorization()


@pytest.mark.parametrize(
    "fault",
    [
        ({"failure": 429, "times": 2, "every": 4}, "HTTP 429"),
        ({"failure": 503, "times": 1, "every": 3}, "HTTP 503"),
        ({"failure": 500, "times": 2, "every": 4}, "HTTP 500"),
        ({"failure": "reset", "times": 1, "every": 3}, "ReadError"),
    ],
)
def test_faults_change_nothing_but_the_record(
    embedded: Embedded,
    directory: Directory,
    people: People,
    retries: Retries,
    fault: tuple[dict[str, object], str],
) -> None:
    """Whatever goes wrong on the way, the same is done once, and each second try is recorded."""
    burst, cause = fault
    embedded.control.set_faults({"graph": burst})
    made = [directory.users.create(people.make()) for _ in range(3)]
    group = directory.groups.named(GROUP)
    for person in made:
        directory.groups.add(group, person)
    embedded.control.set_faults({})
    assert directory.groups.member_ids(group) == {person.id for person in made}
    assert len(directory.users.leftovers()) == len(made)
    assert {each.cause for each in retries.records} == {cause}


def test_who_takes_two_steps_is_read_from_the_organisation(
    directory: Directory, embedded: Embedded
) -> None:
    """Without a domain of its own and without synchronisation a tenant asks one step (D8)."""
    assert directory.policies.administrators_take_two_steps()
    embedded.control.set_organization(custom_domain=False)
    assert not directory.policies.administrators_take_two_steps()
