"""Where a user's methods are."""

from __future__ import annotations

from emulator.graph.methods import operations as do
from emulator.graph.methods.reset import reset_password
from emulator.graph.permissions import Need, any_of
from emulator.graph.resource import Operation, Resource, resource

_EVERYTHING = ("UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All")
_READ = any_of(*_EVERYTHING)
_BASE = "/users/{id}/authentication"


def _read(name: str) -> Need:
    narrow = (f"UserAuthMethod-{name}.Read.All", f"UserAuthMethod-{name}.ReadWrite.All")
    return any_of(*narrow, *_EVERYTHING)


def _write(name: str) -> Need:
    return any_of(f"UserAuthMethod-{name}.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All")


def _read_and_delete(segment: str, kinds: tuple[str, ...], name: str) -> tuple[Resource, Resource]:
    return (
        resource(f"{_BASE}/{segment}", GET=Operation(do.lister(segment, kinds), _read(name))),
        resource(
            f"{_BASE}/{segment}/{{method}}",
            GET=Operation(do.getter(segment, kinds), _read(name)),
            DELETE=Operation(do.remover(kinds), _write(name)),
        ),
    )


RESOURCES = (
    resource(f"{_BASE}/methods", GET=Operation(do.list_methods, _READ)),
    resource(f"{_BASE}/passwordMethods", GET=Operation(do.list_passwords, _read("Password"))),
    resource(
        f"{_BASE}/passwordMethods/{{method}}", GET=Operation(do.get_password, _read("Password"))
    ),
    resource(
        f"{_BASE}/methods/{{method}}/resetPassword",
        POST=Operation(reset_password, Need((), ("UserAuthenticationMethod.ReadWrite.All",))),
    ),
    resource(
        f"{_BASE}/emailMethods",
        GET=Operation(do.lister("emailMethods", do.EMAIL), _read("Email")),
        POST=Operation(do.add_email, _write("Email")),
    ),
    resource(
        f"{_BASE}/emailMethods/{{method}}",
        GET=Operation(do.getter("emailMethods", do.EMAIL), _read("Email")),
        PATCH=Operation(do.change_email, _write("Email")),
        DELETE=Operation(do.remover(do.EMAIL), _write("Email")),
    ),
    resource(
        f"{_BASE}/phoneMethods",
        GET=Operation(do.lister("phoneMethods", do.PHONES), _read("Phone")),
        POST=Operation(do.add_phone, _write("Phone")),
    ),
    resource(
        f"{_BASE}/phoneMethods/{{method}}",
        GET=Operation(do.getter("phoneMethods", do.PHONES), _read("Phone")),
        PATCH=Operation(do.change_phone, _write("Phone")),
        DELETE=Operation(do.remover(do.PHONES), _write("Phone")),
    ),
    *_read_and_delete("softwareOathMethods", do.OATH, "SoftwareOATH"),
    *_read_and_delete("microsoftAuthenticatorMethods", do.APP, "MicrosoftAuthApp"),
)
