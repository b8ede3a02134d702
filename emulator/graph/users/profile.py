"""Texts that only stand in a user's profile; nothing in the tenant depends on them."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from emulator.graph.bodies import Body

Text = Annotated[str, StringConstraints(max_length=1024)] | None


class ProfileBody(Body):
    """The profile as a caller may write it."""

    age_group: Text = None
    city: Text = None
    company_name: Text = None
    consent_provided_for_minor: Text = None
    country: Text = None
    department: Text = None
    employee_id: Text = None
    employee_type: Text = None
    fax_number: Text = None
    job_title: Text = None
    office_location: Text = None
    postal_code: Text = None
    preferred_language: Text = None
    state: Text = None
    street_address: Text = None

    @property
    def profile(self) -> dict[str, str | None]:
        """What the caller said of the profile, under Graph's names."""
        fields = self.model_fields_set & ProfileBody.model_fields.keys()
        return self.model_dump(include=set(fields), by_alias=True)


PROFILE = tuple(str(field.alias) for field in ProfileBody.model_fields.values())
