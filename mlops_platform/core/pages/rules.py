"""`docs/rules.md`, made from the rules themselves; `make docs` runs this module."""

import sys
from itertools import groupby

from mlops_platform.core.judge import MOST_EVIDENCE
from mlops_platform.core.registry import Rule, all_rules

HEADER = f"""\
# Rules

What the assessed sections claim of a repository, {{number}} rules in all. A rule answers *met*,
*partly met* (with a share), *unmet*, *unknown* or *not applicable*, always with its reason.

* **Weight** 1 good to have, 2 expected, 3 a reviewer would block. A section's score is
  10 · Σ weight·share / Σ weight over the known answers; unknown ones lower its coverage only.
* **Effort** is the author's: minutes, hours or days.
* **Cap**: while the claim is unmet, no score above the limit counts.
* A finding shows at most {MOST_EVIDENCE} places, and counts the rest.

This page is made from `mlops_platform/core/rules/` by `make docs`.
"""

WEIGHTS = {1: "good to have", 2: "expected", 3: "a reviewer would block"}


def rules_page() -> str:
    """Return the page as Markdown: every rule by asset and name."""
    rules = all_rules()
    shelves = groupby(rules, key=lambda rule: rule.asset)
    return HEADER.format(number=len(rules)) + "".join(_shelf(a, list(r)) for a, r in shelves)


def _shelf(asset: str, rules: list[Rule]) -> str:
    return f"\n## {asset}\n\n{len(rules)} rules.\n" + "".join(_entry(rule) for rule in rules)


def _entry(rule: Rule) -> str:
    lines = [
        f"\n### `{rule.name}`\n",
        f"**{rule.claim}**\n",
        f"Why: {rule.why}\n",
        f"Fix: {rule.fix}\n",
        f"Weight {rule.weight} ({WEIGHTS[rule.weight]}) · effort {rule.effort}{_caps(rule)}\n",
    ]
    return "\n".join(lines)


def _caps(rule: Rule) -> str:
    limits = (("section", rule.caps_section), ("total", rule.caps_total))
    return "".join(
        f" · caps the {what} at {limit:g}" for what, limit in limits if limit is not None
    )


if __name__ == "__main__":
    sys.stdout.write(rules_page())
