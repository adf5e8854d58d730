"""`docs/retraining.md`, made from the triggers and the decision table; `make docs` runs it."""

import sys
from types import ModuleType

from mlops_platform.core.drift.relation import HIGH, MEDIUM
from mlops_platform.core.recommend_retraining import TABLE, TRIGGERS, Decision
from mlops_platform.core.registry import plugins
from mlops_platform.core.report.section_overview import ACTIONS
from mlops_platform.core.signs.confidence import HIGH_PSI, WEIGHTS
from mlops_platform.core.signs.observed import TELLING
from mlops_platform.core.signs.plans import PROMOTION, SAMPLE_ROWS

HEADER = """\
# Retraining

The section `retraining_recommendation` says whether a model in operation should be trained again,
how, how soon, and why. It is asked where something serves a model or runs by a schedule, or where
the catalog names data to compare; elsewhere it does not apply. No language model is asked, and
the same data give the same bytes.

## What is looked at

The drift that `monitoring_health` observed between a reference and the current data
([drift](drift.md)), its score, the evaluation's claims, and the metrics of recorded runs once
there are any. Training and test parts of one data set are compared too, but never ask for a
training: they are not of two times. What the time of the year explains (the current rows against
those of the reference from the same weeks of the year: no column drifts, and at least half of the
drift is gone) is no drift of the world either.

**Concept drift** is measured where both tables have labels, in points of R²: what keeping the
relation learned from the reference costs on the current rows, medium from {medium:.2f}, high from
{high:.2f}. Both relations are regressions on the same terms (numbers, their squares and products
where rows allow, categories), weighed to where both tables have rows, so that features which move
along a bent relation are not taken for a changed one. A level counts only above a noise floor of
1 % (`mlops_platform/core/drift/relation.py` holds formulas and sources). The relation is said to
stand only where that floor is at most {telling:.2f}.

## Triggers

The urgency of a recommendation is the highest that one of its triggers mandates. Nothing lowers
it.
"""
SURE = """
## Confidence

Σ of the weights of what was known ({weights}), times the mean over the counted columns of max(0,
1 − noise floor of PSI / {high_psi:.2f}): many unanswered questions and few rows make a
recommendation unsure.

## Promotion

A new model takes the place of the old one when

{promotion}

Before labels are at hand, a random sample of {rows} rows tells an error rate to five points (95 %).

## Measured

`benchmarks/retraining_simulation.py` draws worlds of known truth (what is right was written down
first; it says how), with 5 and 20 columns. Right recommendations, both widths together:

| Rows a side | no drift | covariate | concept | schema fault | seasonal | label decay |
|---|---|---|---|---|---|---|
| 200 | 40 of 40 | 40 of 40 | 40 of 40 | 40 of 40 | 34 of 40 | 40 of 40 |
| 1 000 | 40 of 40 | 40 of 40 | 40 of 40 | 40 of 40 | 40 of 40 | 40 of 40 |
| 10 000 | 10 of 10 | 10 of 10 | 10 of 10 | 10 of 10 | 10 of 10 | 10 of 10 |

534 of 540 are right (98.9 %), and none of the 450 without a changed relation was told to train
again. The very first run, before any change, gave 536 of 540 and 2 needless retrains (0.4 %); with
other seeds a later one gave 536 and none. The misses ask for labels: with 200 rows a year, about
twenty are of one season. With 200 rows a side, 25 of the 40 covariate worlds ask for labels too,
which counts as right there: a quarter of R² could go unseen. The worlds are strong ones: effects
turn around, features move by a deviation.

This page is made from `mlops_platform/core/triggers/` and
`mlops_platform/core/recommend_retraining.py` by `make docs`.
"""


def retraining_page() -> str:
    """Return the page as Markdown."""
    header = HEADER.format(medium=MEDIUM, high=HIGH, telling=TELLING)
    sure = SURE.format(
        weights=", ".join(f"{question} {weight:g}" for question, weight in WEIGHTS.items()),
        high_psi=HIGH_PSI,
        promotion="\n".join(f"* {step}" + (";" if n else "") for n, step in _steps()) + ".",
        rows=SAMPLE_ROWS,
    )
    return header + "".join(_trigger(module) for module in plugins(TRIGGERS)) + _table() + sure


def _steps() -> list[tuple[int, str]]:
    return [(len(PROMOTION) - 1 - number, step) for number, step in enumerate(PROMOTION)]


def _trigger(module: ModuleType) -> str:
    claim, _, rest = " ".join((module.__doc__ or "").split()).partition(". ")
    return f"\n* `{module.__name__.rpartition('.')[2]}`: **{claim}.** {rest}"


def _table() -> str:
    head = "\n\n## Decisions\n\nThe first line whose case holds decides.\n\n"
    columns = "| | Case | Recommended | Strategy | Because |\n| ---: | --- | --- | --- | --- |\n"
    return head + columns + "".join(_line(number, line) for number, line in enumerate(TABLE, 1))


def _line(number: int, line: Decision) -> str:
    action, strategy = ACTIONS[line.action.value], line.strategy.value.replace("_", " ")
    return f"| {number} | {line.case} | **{action}** | {strategy} | {line.because} |\n"


if __name__ == "__main__":
    sys.stdout.write(retraining_page())
