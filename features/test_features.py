"""Binds every feature below this folder to the sentences in ``steps``."""

from pytest_bdd import scenarios

scenarios(".")
