"""Dependencies inside a script (PEP 723)."""

from mlops_platform_tests.core.facts.reading_manifests import only, said


def test_a_script_declares_its_own_dependencies(tmp_path):
    text = """\
'Train.'
# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "numpy~=1.2",
# ]
# ///
import numpy
"""
    manifest = only(tmp_path, "train.py", text)
    assert said(manifest) == [("numpy", "~=1.2", "", 5)]
    assert (manifest.kind, manifest.python_requires, manifest.python_requires_line) == (
        "inline_script",
        ">=3.11",
        3,
    )
