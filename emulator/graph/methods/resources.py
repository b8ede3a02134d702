"""Where a user's methods are."""

from __future__ import annotations

from emulator.graph.methods import operations as do
from emulator.graph.methods.reset import reset_password
from emulator.graph.permissions import Need
from emulator.graph.resource import Operation, Resource, resource
from emulator.rules.delegation import Right

_EVERYTHING = ("UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All")
_EVERYTHING_OWN = ("UserAuthenticationMethod.Read", "UserAuthenticationMethod.ReadWrite")
_READ = Need(_EVERYTHING, _EVERYTHING, _EVERYTHING_OWN)
_RESET = Need((), ("UserAuthenticationMethod.ReadWrite.All",))
_BASE = "/users/{id}/authentication"


def _read(name: str) -> Need:
    narrow = (f"UserAuthMethod-{name}.Read.All", f"UserAuthMethod-{name}.ReadWrite.All")
    own = (f"UserAuthMethod-{name}.Read", f"UserAuthMethod-{name}.ReadWrite")
    every = narrow + _EVERYTHING
    return Need(every, every, own + _EVERYTHING_OWN)


def _write(name: str) -> Need:
    every = (f"UserAuthMethod-{name}.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All")
    own = (f"UserAuthMethod-{name}.ReadWrite", "UserAuthenticationMethod.ReadWrite")
    return Need(every, every, own)


def _read_and_delete(segment: str, kinds: tuple[str, ...], name: str) -> tuple[Resource, Resource]:
    return (
        resource(
            f"{_BASE}/{segment}",
            GET=Operation(do.lister(segment, kinds), _read(name), Right.READ_METHODS),
        ),
        resource(
            f"{_BASE}/{segment}/{{method}}",
            GET=Operation(do.getter(segment, kinds), _read(name), Right.READ_METHODS),
            DELETE=Operation(do.remover(kinds), _write(name), Right.CHANGE_METHODS),
        ),
    )


RESOURCES = (
    resource(f"{_BASE}/methods", GET=Operation(do.list_methods, _READ, Right.READ_METHODS)),
    resource(
        f"{_BASE}/passwordMethods",
        GET=Operation(do.list_passwords, _read("Password"), Right.READ_METHODS),
    ),
    resource(
        f"{_BASE}/passwordMethods/{{method}}",
        GET=Operation(do.get_password, _read("Password"), Right.READ_METHODS),
    ),
    resource(
        f"{_BASE}/methods/{{method}}/resetPassword",
        POST=Operation(reset_password, _RESET, Right.RESET_PASSWORDS),
    ),
    resource(
        f"{_BASE}/emailMethods",
        GET=Operation(do.lister("emailMethods", do.EMAIL), _read("Email"), Right.READ_METHODS),
        POST=Operation(do.add_email, _write("Email"), Right.CHANGE_METHODS),
    ),
    resource(
        f"{_BASE}/emailMethods/{{method}}",
        GET=Operation(do.getter("emailMethods", do.EMAIL), _read("Email"), Right.READ_METHODS),
        PATCH=Operation(do.change_email, _write("Email"), Right.CHANGE_METHODS),
        DELETE=Operation(do.remover(do.EMAIL), _write("Email"), Right.CHANGE_METHODS),
    ),
    resource(
        f"{_BASE}/phoneMethods",
        GET=Operation(do.lister("phoneMethods", do.PHONES), _read("Phone"), Right.READ_METHODS),
        POST=Operation(do.add_phone, _write("Phone"), Right.CHANGE_METHODS),
    ),
    resource(
        f"{_BASE}/phoneMethods/{{method}}",
        GET=Operation(do.getter("phoneMethods", do.PHONES), _read("Phone"), Right.READ_METHODS),
        PATCH=Operation(do.change_phone, _write("Phone"), Right.CHANGE_METHODS),
        DELETE=Operation(do.remover(do.PHONES), _write("Phone"), Right.CHANGE_METHODS),
    ),
    *_read_and_delete("softwareOathMethods", do.OATH, "SoftwareOATH"),
    *_read_and_delete("microsoftAuthenticatorMethods", do.APP, "MicrosoftAuthApp"),
)
