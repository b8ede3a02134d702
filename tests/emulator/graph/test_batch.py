"""Several requests in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.emulator.graph.conftest import Graph


def _get(number: int, url: str, **more: Any) -> dict[str, Any]:
    return {"id": str(number), "method": "GET", "url": url, **more}


@pytest.mark.parametrize(
    "url",
    [
        "/users/admin@contoso.com",
        "users/admin@contoso.com",
        "/v1.0/users/admin@contoso.com",
        "https://graph.microsoft.com/v1.0/users/admin@contoso.com",
    ],
)
def test_every_form_of_address_is_understood(api: Graph, url: str) -> None:
    """Relative, with the version, or whole: the same user answers."""
    body = {"requests": [_get(1, url)]}
    (answer,) = api.send("POST", "/$batch", body, 200)["responses"]
    assert (answer["id"], answer["status"]) == ("1", 200)
    assert answer["body"]["userPrincipalName"] == "admin@contoso.com"


def test_a_failure_stops_only_those_that_depend_on_it(api: Graph) -> None:
    """What depends on a failed request is not tried; everything else is."""
    requests = [
        _get(1, "/users/nobody@contoso.com"),
        _get(2, "/organization", dependsOn=["1"]),
        _get(3, "/organization"),
        {
            "id": "4",
            "method": "POST",
            "url": "/groups",
            "body": {
                "displayName": "Batch",
                "mailNickname": "batch",
                "mailEnabled": False,
                "securityEnabled": True,
            },
        },
    ]
    answers = api.send("POST", "/$batch", {"requests": requests}, 200)["responses"]
    assert [answer["status"] for answer in answers] == [404, 424, 200, 201]
    assert api.get("/groups", filter="displayName eq 'Batch'")["value"]


@pytest.mark.parametrize(
    "requests",
    [
        [],
        [_get(1, "/users"), _get(1, "/users")],
        [_get(1, "/users", dependsOn=["2"])],
        [_get(n, "/users") for n in range(21)],
        [{"id": "1"}],
        "all",
    ],
)
def test_a_malformed_batch_is_refused(api: Graph, requests: Any) -> None:
    """Too many, ambiguous or incomplete requests are a bad request as a whole."""
    api.send("POST", "/$batch", {"requests": requests}, 400)


def test_a_batch_has_no_batch(api: Graph) -> None:
    """A batch within a batch is refused by itself."""
    inner = {"id": "1", "method": "POST", "url": "/$batch", "body": {"requests": []}}
    (answer,) = api.send("POST", "/$batch", {"requests": [inner]}, 200)["responses"]
    assert answer["status"] == 400
