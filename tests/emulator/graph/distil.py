"""
Distils `metadata.json` from Microsoft's published description of Graph.

    python tests/emulator/graph/distil.py v1.0-Prod.csdl

The file (schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata) is large; what the tests
need of it, the properties of some types and the members of some enumerations, is small.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, parse

EDM = "{http://docs.oasis-open.org/odata/ns/edm}"
HERE = Path(__file__).with_name("metadata.json")
ENTITIES = (
    "authenticationMethodsPolicy",
    "authorizationPolicy",
    "directoryAudit",
    "directoryRole",
    "domain",
    "emailAuthenticationMethod",
    "emailAuthenticationMethodConfiguration",
    "fido2AuthenticationMethodConfiguration",
    "group",
    "groupSetting",
    "microsoftAuthenticatorAuthenticationMethod",
    "microsoftAuthenticatorAuthenticationMethodConfiguration",
    "organization",
    "passwordAuthenticationMethod",
    "passwordResetResponse",
    "phoneAuthenticationMethod",
    "smsAuthenticationMethodConfiguration",
    "softwareOathAuthenticationMethod",
    "softwareOathAuthenticationMethodConfiguration",
    "subscribedSku",
    "temporaryAccessPassAuthenticationMethodConfiguration",
    "unifiedRoleAssignment",
    "unifiedRoleDefinition",
    "user",
    "userRegistrationDetails",
    "voiceAuthenticationMethodConfiguration",
)
# Relations that come with their owner; all others come only when they are asked for.
CONTAINED = ("authenticationMethodConfigurations", "includeTargets")


def main(source: str) -> None:
    """Write the facts beside this file."""
    declared = _declared(source)
    types: dict[str, Any] = {}
    enums: dict[str, list[str]] = {}
    waiting = list(ENTITIES)
    while waiting:
        name = waiting.pop()
        if name in types or name in enums:
            continue
        node = declared[name]
        if node.tag == f"{EDM}EnumType":
            enums[name] = [member.attrib["Name"] for member in node.iter(f"{EDM}Member")]
            continue
        types[name] = _facts(node)
        waiting += _mentioned(types[name])
    facts = {"types": dict(sorted(types.items())), "enums": dict(sorted(enums.items()))}
    HERE.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def _declared(source: str) -> dict[str, Element]:
    root = parse(source).getroot()  # noqa: S314 - Microsoft's own file, chosen by whoever runs this
    schemas = [s for s in root.iter(f"{EDM}Schema") if s.get("Namespace") == "microsoft.graph"]
    kinds = {f"{EDM}{kind}" for kind in ("EntityType", "ComplexType", "EnumType")}
    return {node.attrib["Name"]: node for s in schemas for node in s if node.tag in kinds}


def _facts(node: Element) -> dict[str, Any]:
    properties = {
        p.attrib["Name"]: {"type": _type(p), "nullable": p.get("Nullable") != "false"}
        for p in node
        if p.tag == f"{EDM}Property"
        or (p.tag == f"{EDM}NavigationProperty" and p.attrib["Name"] in CONTAINED)
    }
    base = node.get("BaseType")
    return {"base": _plain(base) if base else None, "properties": properties}


def _type(node: Element) -> str:
    return _plain(node.attrib["Type"])


def _plain(name: str) -> str:
    return re.sub(r"\b(?:graph|self|microsoft\.graph)\.", "", name)


def _mentioned(facts: dict[str, Any]) -> list[str]:
    names = [
        re.sub(r"^Collection\((.*)\)$", r"\1", p["type"]) for p in facts["properties"].values()
    ]
    return [n for n in [*names, facts["base"]] if n and not n.startswith("Edm.") and "." not in n]


if __name__ == "__main__":
    main(sys.argv[1])
