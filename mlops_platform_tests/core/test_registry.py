"""Shelves find their files; a file of the wrong shape is refused with its name."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlops_platform.core import registry
from mlops_platform.core.registry import MalformedPluginError, all_rules, plugins, rules_of
from mlops_platform.core.rules import project_profile as shelf

RULE = '''"""Bread is fresh.

Why: stale bread
is hard.
Fix: bake `bread` daily.
"""

from mlops_platform.core.evidence import met

WEIGHT = 2
EFFORT = "minutes"
CAPS_TOTAL = 4


def answer(facts):
    return met()
'''


@pytest.fixture
def shelf_folder(tmp_path: Path) -> Iterator[Path]:
    """A further folder of the rules of project_profile, gone after the test."""
    _forget()
    shelf.__path__.append(str(tmp_path))
    yield tmp_path
    shelf.__path__.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.endswith(".bread_is_fresh")]:
        del sys.modules[name]
    _forget()


def test_a_new_file_is_a_new_rule_and_nothing_else_is_needed(shelf_folder: Path) -> None:
    (shelf_folder / "bread_is_fresh.py").write_text(RULE)
    rule = next(rule for rule in rules_of("project_profile") if rule.name == "bread_is_fresh")
    assert (rule.asset, rule.claim) == ("project_profile", "Bread is fresh.")
    assert (rule.why, rule.fix) == ("stale bread is hard.", "bake `bread` daily.")
    assert (rule.weight, rule.effort) == (2, "minutes")
    assert (rule.caps_section, rule.caps_total) == (None, 4)
    assert rule in all_rules()


@pytest.mark.parametrize(
    ("removed", "missing"),
    [
        ("Fix: ", "docstring"),
        ("Why: ", "docstring"),
        ("WEIGHT = 2", "WEIGHT"),
        ("EFFORT", "EFFORT"),
    ],
)
def test_a_file_of_another_shape_is_refused_by_name(
    shelf_folder: Path, removed: str, missing: str
) -> None:
    (shelf_folder / "bread_is_fresh.py").write_text(RULE.replace(removed, "OTHER = 1 #", 1))
    with pytest.raises(MalformedPluginError, match=f"bread_is_fresh.*{missing}"):
        rules_of("project_profile")


def test_plugins_come_in_the_order_of_their_names() -> None:
    names = [module.__name__ for module in plugins("mlops_platform.core.rules.project_profile")]
    assert names == sorted(names)


def _forget() -> None:
    for remembered in (registry.plugins, registry.rules_of, registry.all_rules):
        remembered.cache_clear()
