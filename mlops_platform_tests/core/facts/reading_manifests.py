"""Verbs that the tests of manifests share."""

from mlops_platform.core.facts.manifests import read_manifests
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.drawing import draw_checkout


def read(tmp_path, files, **world):
    checkout = draw_checkout(tmp_path, files, **world)
    return read_manifests(checkout, read_repository(checkout))


def only(tmp_path, path, text):
    (manifest,) = read(tmp_path, {path: text}).manifests
    return manifest


def said(manifest):
    return [(each.name, each.specifier, each.group, each.line) for each in manifest.dependencies]
