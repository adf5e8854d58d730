"""Verbs that the tests of automation share."""

from mlops_platform.core.facts.automation import read_automation
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.drawing import draw_checkout


def read(tmp_path, files, **world):
    checkout = draw_checkout(tmp_path, files, **world)
    return read_automation(checkout, read_repository(checkout))


def only(tmp_path, path, text):
    facts = read(tmp_path, {path: text})
    assert facts.unread == ()
    (pipeline,) = facts.pipelines
    return pipeline
