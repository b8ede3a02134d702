"""The run's certificate is trusted for the real names by those who were given it, only."""

from __future__ import annotations

import socket
import ssl
import threading

import pytest

from emulator.certificate import Certificate

HOST = "login.microsoftonline.com"


def _handshake(client: ssl.SSLContext, server: ssl.SSLContext) -> None:
    ours, theirs = socket.socketpair()
    done = threading.Thread(target=_accept, args=(server, theirs))
    done.start()
    try:
        with client.wrap_socket(ours, server_hostname=HOST):
            pass
    finally:
        ours.close()
        done.join()


def _accept(server: ssl.SSLContext, raw: socket.socket) -> None:
    try:
        server.wrap_socket(raw, server_side=True).close()
    except (ssl.SSLError, OSError):
        raw.close()


def test_a_client_that_was_given_it_trusts_it_strictly() -> None:
    """Verification of name and chain holds, also under the strict X.509 rules of newer Pythons."""
    certificate = Certificate.issue([HOST])
    client = ssl.create_default_context(cadata=certificate.pem)
    client.verify_flags |= ssl.VERIFY_X509_STRICT
    _handshake(client, certificate.server_context())


def test_nobody_else_trusts_it() -> None:
    """A client with the machine's own trust refuses the certificate."""
    with pytest.raises(ssl.SSLCertVerificationError):
        _handshake(ssl.create_default_context(), Certificate.issue([HOST]).server_context())


def test_it_does_not_speak_for_other_names() -> None:
    """A name that was not asked for is not vouched for."""
    certificate = Certificate.issue(["graph.microsoft.com"])
    client = ssl.create_default_context(cadata=certificate.pem)
    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        _handshake(client, certificate.server_context())


def test_each_run_has_its_own() -> None:
    """Two runs never share a key, so neither can be taken for the other."""
    assert Certificate.issue([HOST]).spki != Certificate.issue([HOST]).spki
