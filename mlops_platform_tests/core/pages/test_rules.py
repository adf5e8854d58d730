from pathlib import Path

import pytest

from mlops_platform.core.pages.rules import rules_page
from mlops_platform.core.registry import Rule, all_rules

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"


def test_the_committed_page_is_the_generated_one() -> None:
    assert PAGE.read_text() == rules_page(), "run `make docs` and commit the result"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_is_there_with_its_texts(rule: Rule) -> None:
    entry = rules_page().split(f"### `{rule.name}`\n")[1].split("\n#")[0]
    assert all(text in entry for text in (rule.claim, rule.why, rule.fix, rule.effort))
    assert f"Weight {rule.weight} " in entry


def test_caps_are_stated() -> None:
    entry = rules_page().split("### `secrets_are_not_committed`\n")[1].split("\n#")[0]
    assert "caps the section at 4 · caps the total at 6" in entry
