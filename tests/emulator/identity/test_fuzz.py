"""Whatever a program sends to the token service, it is answered as OAuth has it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulator import identity
from emulator.hosts import HOSTS
from emulator.identity.device_code import GRANT

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from emulator.emulator import Emulator

LOGIN = "https://login.microsoftonline.com"
FUZZED = {  # each host, and the tests that send nonsense to it
    "aka.ms": "portals/test_fuzz.py",
    "entra.microsoft.com": "portals/admin_center/test_fuzz.py",
    "graph.microsoft.com": "graph/test_fuzz.py",
    "login.microsoftonline.com": "portals/test_fuzz.py, identity/test_fuzz.py",
    "main.iam.ad.ext.azure.com": "portals/admin_center/test_fuzz.py",
    "myaccount.microsoft.com": "portals/test_fuzz.py",
    "mysignins.microsoft.com": "portals/test_fuzz.py",
    "passwordreset.microsoftonline.com": "portals/reset/test_fuzz.py",
    "mailosaur.com": "control/test_fuzz.py",
    "emulator.test": "control/test_fuzz.py",
}
GRANTS = ["client_credentials", "authorization_code", "password", GRANT, "refresh_token"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SCOPES = ["https://graph.microsoft.com/.default", "User.Read", "openid Mail.Read", "x/.default"]
FORMS = st.fixed_dictionaries(
    {},
    optional={
        "grant_type": st.sampled_from(GRANTS) | TEXTS,
        "client_id": st.just("{client_id}") | TEXTS,
        "client_secret": st.just("{client_secret}") | TEXTS,
        "scope": st.sampled_from(SCOPES) | TEXTS,
        **dict.fromkeys(("code", "device_code", "code_verifier", "redirect_uri"), TEXTS),
        "username": st.just("admin@contoso.com") | TEXTS,
        "password": TEXTS,
    },
)
FUZZ = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_nonsense_is_sent_to_every_host() -> None:
    """No name under which the emulator answers is left out."""
    assert set(FUZZED) == set(HOSTS)


@FUZZ
@given(
    path=st.sampled_from(["token", "devicecode"]),
    tenant=st.sampled_from(["common", "contoso.com"]) | TEXTS.filter(str.strip),
    form=FORMS,
)
def test_no_form_breaks_the_token_service(
    emulator: Emulator,
    call: Callable[..., httpx.Response],
    *,
    path: str,
    tenant: str,
    form: dict[str, str],
) -> None:
    """The answer is a token, a code, or an error with a number; nothing of the inside."""
    known = emulator.application
    for name, value in form.items():
        form[name] = value.replace("{client_id}", known.client_id).replace(
            "{client_secret}", known.client_secret
        )
    url = f"{LOGIN}/{quote(tenant, safe='')}/oauth2/v2.0/{path}"
    answer = call("POST", url, data=form)
    assert answer.status_code < 500, answer.text
    if answer.status_code in {400, 401}:
        assert answer.json()["error_codes"]


@FUZZ
@given(
    body=st.binary(max_size=200),
    kind=st.sampled_from(["application/x-www-form-urlencoded", "multipart/form-data", "x/y", ""]),
    header=st.text(st.characters(codec="latin-1"), max_size=40),
)
def test_no_body_breaks_the_token_service(
    call: Callable[..., httpx.Response], *, body: bytes, kind: str, header: str
) -> None:
    """Bytes that are no form, and headers that name nobody, are refused."""
    headers = {"content-type": kind.encode(), "authorization": f"Basic {header}".encode("latin-1")}
    for path in ("token", "devicecode"):
        url = f"{LOGIN}/common/oauth2/v2.0/{path}"
        answer = call("POST", url, content=body, headers=headers)
        assert answer.status_code in {400, 401}


@FUZZ
@given(
    path=st.sampled_from([route.path for route in identity.routes() if "GET" in route.methods]),
    name=TEXTS.filter(str.strip),
    query=st.dictionaries(TEXTS | st.just("authorization_endpoint"), TEXTS, max_size=3),
)
def test_no_name_breaks_discovery(
    call: Callable[..., httpx.Response], *, path: str, name: str, query: dict[str, str]
) -> None:
    """Any tenant and any name is described or refused."""
    quoted = quote(name, safe="")
    url = LOGIN + path.replace("{tenant}", quoted).replace("{name}", quoted)
    assert call("GET", url, params=query).status_code < 500
