"""For each deviation of the portal's decision an account and a world in which it matters."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from emulator.rules.account import Account, Belonging, Conditions, Holding, Kind
from emulator.rules.roles import GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR
from tests.emulator.rules.worlds import (
    ADMIN,
    AFTER_REGISTERED_ONLY,
    ALL,
    APP,
    EMAIL,
    HYBRID,
    NONE,
    OFFICE,
    ONE,
    PHONE,
    READY,
    UNLISTED,
    UNREGISTERED,
    conditions,
    member,
)

MIGRATED = {"methods": {"migration_state": "migrationComplete"}}
BARE = {"custom_domain": False}
OATH = Holding(Kind.SOFTWARE_OATH, "JBSWY3DPEHPK3PXP")
UNREGISTERED_PHONE = Holding(Kind.MOBILE_PHONE, "+1 4255550107", registered=False)

BENT_DECISIONS: list[tuple[str, Account, Conditions]] = [
    ("group-check-missing", replace(READY, belonging=Belonging.NOT), conditions()),
    ("nested-group-ignored", replace(READY, belonging=Belonging.NESTED), conditions()),
    ("none-ignored", READY, conditions(**NONE)),
    ("admins-follow-none", Account(holdings=(EMAIL, APP), roles=ADMIN), conditions(**NONE)),
    (
        "admin-switch-ignored",
        replace(READY, roles=ADMIN),
        conditions(enablement={"administrators": False}),
    ),
    ("free-tier-resets", READY, conditions(facts={"licensed": False})),
    ("disabled-account-resets", replace(READY, enabled=False), conditions()),
    ("any-guest-resets", replace(READY, guest_home="msa"), conditions()),
    ("outsider-answered-as-none", replace(READY, belonging=Belonging.NOT), conditions()),
    ("one-method-enough-for-two", member(EMAIL), conditions()),
    ("forbidden-method-offered", member(EMAIL, APP, OFFICE), conditions()),
    (
        "migration-ignored",
        READY,
        conditions(
            methods={"migration_state": "migrationComplete"},
            facts={"methods_policy": {"Email": False}},
        ),
    ),
    ("admin-one-gate", replace(READY, roles=ADMIN), conditions()),
    (
        "admin-questions-offered",
        replace(READY, roles=ADMIN, answers=5),
        conditions(),
    ),
    (
        "admin-follows-users-methods",
        replace(member(EMAIL, APP, OFFICE), roles=ADMIN),
        conditions(),
    ),
    (
        "lesser-admin-follows-users",
        replace(READY, roles=frozenset({HELPDESK_ADMINISTRATOR})),
        conditions(**ONE),
    ),
    ("every-role-counts", replace(READY, roles=frozenset({UNLISTED})), conditions(**ONE)),
    ("trial-users-called", member(EMAIL, PHONE), conditions(facts={"paid": False})),
    (
        "trial-offices-called",
        member(EMAIL, OFFICE),
        conditions(methods={"allowed": ["email", "officePhone"]}, facts={"paid": False}),
    ),
    (
        "unpaid-calls-offered",
        replace(member(EMAIL, PHONE), roles=ADMIN),
        conditions(facts={"paid": False}),
    ),
    ("text-and-call-are-two", member(PHONE), conditions()),
    ("push-for-one-step-offered", READY, conditions(**ONE)),
    (
        "retired-telephony-serves",
        member(EMAIL, APP, PHONE),
        conditions(day=dt.date(2027, 2, 1)),
    ),
    (
        "alternate-phone-serves",
        member(EMAIL, Holding(Kind.ALTERNATE_MOBILE_PHONE, "+1 5550100")),
        conditions(),
    ),
    (
        "invited-address-ignored",
        replace(member(replace(EMAIL, invited=True), APP), guest_home="email"),
        conditions(),
    ),
    ("directory-data-refused", member(UNREGISTERED, APP), conditions()),
    (
        "unregistered-data-accepted",
        member(UNREGISTERED, APP),
        conditions(day=AFTER_REGISTERED_ONLY),
    ),
    ("writeback-off-ignored", replace(READY, on_premises=True), conditions()),
    (
        "unreachable-ignored",
        replace(READY, on_premises=True),
        conditions(facts={"writeback_reachable": False}, **HYBRID),
    ),
    ("unlock-not-offered", replace(READY, on_premises=True), conditions(**HYBRID)),
    (
        "unlock-offered-though-off",
        replace(READY, on_premises=True),
        conditions(writeback={"enabled": True}),
    ),
    ("all-means-members", replace(READY, belonging=Belonging.NOT), conditions(**ALL)),
    ("direct-members-ignored", READY, conditions()),
    ("missing-licences-misnamed", READY, conditions(facts={"licensed": False})),
    ("google-guest-resets", replace(READY, guest_home="google"), conditions()),
    (
        "admins-follow-the-group",
        Account(holdings=(EMAIL, APP), roles=ADMIN),
        conditions(),
    ),
    ("migrated-number-ignored", READY, conditions(**MIGRATED)),
    (
        "bare-tenant-two-gates",
        replace(READY, roles=ADMIN),
        conditions(facts=BARE),
    ),
    (
        "old-trial-takes-one",
        replace(READY, roles=ADMIN),
        conditions(facts=BARE | {"trial_days": 30}),
    ),
    (
        "unregistered-phone-accepted",
        member(UNREGISTERED_PHONE, EMAIL),
        conditions(day=AFTER_REGISTERED_ONLY),
    ),
    ("cloud-users-need-writeback", READY, conditions()),
    (
        "one-policy-decides",
        READY,
        conditions(
            methods={"migration_state": "migrationInProgress"},
            facts={"methods_policy": {"Email": False}},
        ),
    ),
    (
        "migration-in-progress-ignored",
        replace(READY, holdings=(EMAIL,)),
        conditions(
            methods={
                "migration_state": "migrationInProgress",
                "allowed": ["mobilePhone"],
                "required_to_reset": 1,
            },
            facts={"methods_policy": {"Email": True}},
        ),
    ),
    (
        "texts-follow-calls",
        member(EMAIL, PHONE),
        conditions(**MIGRATED, facts={"methods_policy": {"Voice": False, "Sms": True}}),
    ),
    (
        "unlicensed-writeback-serves",
        replace(READY, on_premises=True),
        conditions(facts={"writeback_licensed": False}, **HYBRID),
    ),
    (
        "young-trial-takes-two",
        replace(READY, roles=ADMIN),
        conditions(facts=BARE | {"trial_days": 29}),
    ),
    (
        "unpaid-global-called",
        member(EMAIL, PHONE, roles=frozenset({GLOBAL_ADMINISTRATOR})),
        conditions(facts={"paid": False}),
    ),
    (
        "questions-offered-when-texts-end",
        replace(READY, roles=ADMIN, answers=5),
        conditions(day=dt.date(2027, 2, 10)),
    ),
    ("admin-in-scope-follows-users", replace(READY, roles=ADMIN), conditions(**ONE)),
    (
        "admin-in-scope-keeps-reset",
        replace(READY, roles=ADMIN),
        conditions(enablement={"administrators": False}),
    ),
    ("too-few-methods-misnamed", member(EMAIL), conditions()),
    ("writeback-off-misnamed", replace(READY, on_premises=True), conditions()),
    (
        "unreachable-misnamed",
        replace(READY, on_premises=True),
        conditions(facts={"writeback_reachable": False}, **HYBRID),
    ),
    ("admin-switch-stops-users", READY, conditions(enablement={"administrators": False})),
    ("admin-not-texted", member(EMAIL, PHONE, APP, roles=ADMIN), conditions()),
    ("admin-without-office-phone", member(EMAIL, OFFICE, APP, roles=ADMIN), conditions()),
    ("admin-without-notification", member(EMAIL, APP, roles=ADMIN), conditions()),
    ("admin-without-app-code", member(EMAIL, APP, roles=ADMIN), conditions()),
    ("questions-unending-when-migrated", replace(READY, answers=5), conditions(**MIGRATED)),
    (
        "questions-lost-by-migration",
        replace(READY, answers=5),
        conditions(
            methods={
                "migration_state": "migrationComplete",
                "allowed": ["email", "mobileAppCode", "securityQuestions"],
            }
        ),
    ),
    ("one-method-enough-for-admins", member(EMAIL, roles=ADMIN), conditions()),
    (
        "admin-data-unregistered-accepted",
        member(UNREGISTERED, APP, roles=ADMIN),
        conditions(day=AFTER_REGISTERED_ONLY),
    ),
    (
        "administrators-need-no-writeback",
        replace(READY, roles=ADMIN, on_premises=True),
        conditions(),
    ),
    (
        "unlock-not-offered-to-administrators",
        replace(READY, roles=ADMIN, on_premises=True),
        conditions(**HYBRID),
    ),
    (
        "calls-follow-texts",
        member(EMAIL, PHONE),
        conditions(**MIGRATED, facts={"methods_policy": {"Voice": True, "Sms": False}}),
    ),
    (
        "migrated-apps-follow-reset-policy",
        READY,
        conditions(
            **MIGRATED,
            facts={"methods_policy": {"SoftwareOath": False, "MicrosoftAuthenticator": False}},
        ),
    ),
    (
        "global-telephony-ends-with-users",
        member(EMAIL, PHONE, APP, roles=frozenset({GLOBAL_ADMINISTRATOR})),
        conditions(day=dt.date(2027, 4, 1)),
    ),
    (
        "migrated-apps-follow-reset-policy",
        READY,
        conditions(
            **MIGRATED,
            facts={
                "methods_policy": {
                    "MicrosoftAuthenticator": False,
                    "MicrosoftAuthenticator.isSoftwareOathEnabled": False,
                    "SoftwareOath": False,
                }
            },
        ),
    ),
    (
        "guests-telephony-ends-with-users",
        replace(member(EMAIL, PHONE), guest_home="email"),
        conditions(day=dt.date(2027, 4, 1)),
    ),
    (
        "synchronised-data-unregistered-accepted",
        replace(member(UNREGISTERED, APP), on_premises=True),
        conditions(day=AFTER_REGISTERED_ONLY, **HYBRID),
    ),
    (
        "office-calls-follow-calls",
        member(EMAIL, OFFICE),
        conditions(
            **MIGRATED,
            facts={"methods_policy": {"Voice": True, "Voice.isOfficePhoneAllowed": False}},
        ),
    ),
    (
        "one-policy-decides-about-phones",
        member(EMAIL, PHONE),
        conditions(
            methods={
                "migration_state": "migrationInProgress",
                "allowed": ["email", "mobilePhone"],
            },
            facts={"methods_policy": {"Voice": False, "Sms": False}},
        ),
    ),
    ("notifications-to-any-app", member(EMAIL, OATH), conditions()),
    (
        "guests-need-no-group",
        replace(READY, belonging=Belonging.NOT, guest_home="email"),
        conditions(),
    ),
    (
        "all-leaves-guests-out",
        replace(READY, belonging=Belonging.NOT, guest_home="email"),
        conditions(enablement={"enabled": "all"}),
    ),
    (
        "disabled-administrator-resets",
        replace(READY, roles=ADMIN, enabled=False),
        conditions(),
    ),
    (
        "global-administrators-keep-reset",
        replace(READY, roles=frozenset({GLOBAL_ADMINISTRATOR})),
        conditions(enablement={"administrators": False}),
    ),
    (
        "global-administrators-follow-users",
        replace(READY, roles=frozenset({GLOBAL_ADMINISTRATOR})),
        conditions(**ONE),
    ),
]
"""The deviation, the account, and the world that decides otherwise under it."""
