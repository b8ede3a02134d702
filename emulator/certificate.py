"""The certificate of one run: made at its start, for the real names, trusted by nobody else."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import ipaddress
import ssl
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

if TYPE_CHECKING:
    from collections.abc import Iterable

LIFE = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Certificate:
    """
    A self-signed server certificate with its key.

    Attributes:
        pem: The certificate, for clients to trust.
        spki: Base64 of the SHA-256 of its public key, as Chromium's pin wants it.
    """

    pem: str
    spki: str
    _key_pem: bytes

    @classmethod
    def issue(cls, hosts: Iterable[str]) -> Certificate:
        """A fresh certificate for ``hosts`` and the loopback address."""
        key = ec.generate_private_key(ec.SECP256R1())
        public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return cls(
            pem=_sign(key, hosts).public_bytes(Encoding.PEM).decode(),
            spki=base64.b64encode(hashlib.sha256(public).digest()).decode(),
            _key_pem=key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        )

    def server_context(self) -> ssl.SSLContext:
        """The TLS side of a server; the key touches the disk only while it is read."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "server.pem")
            path.write_bytes(self._key_pem + self.pem.encode())
            context.load_cert_chain(path)
        return context


def _sign(key: ec.EllipticCurvePrivateKey, hosts: Iterable[str]) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sspr-harness emulator")])
    now = dt.datetime.now(dt.UTC)
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + LIFE)
    )
    for extension, critical in _extensions(key, hosts):
        builder = builder.add_extension(extension, critical=critical)
    return builder.sign(key, hashes.SHA256())


def _extensions(
    key: ec.EllipticCurvePrivateKey, hosts: Iterable[str]
) -> list[tuple[x509.ExtensionType, bool]]:
    public = key.public_key()
    loopback = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    return [
        (x509.SubjectAlternativeName([*map(x509.DNSName, hosts), loopback]), False),
        (x509.BasicConstraints(ca=True, path_length=0), True),
        (_key_usage(), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (x509.SubjectKeyIdentifier.from_public_key(public), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(public), False),
    ]


def _key_usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
