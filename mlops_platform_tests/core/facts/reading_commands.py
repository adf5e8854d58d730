"""Verbs that the tests of documented commands share."""

from mlops_platform.core.facts.documented_commands import read_documented_commands
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.drawing import draw_checkout


def read(tmp_path, files, **world):
    checkout = draw_checkout(tmp_path, files, **world)
    return read_documented_commands(checkout, read_repository(checkout))


def said(tmp_path, files):
    return [
        (each.source, each.name, each.command, each.working_directory, each.line)
        for each in read(tmp_path, files).commands
    ]
