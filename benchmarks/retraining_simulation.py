"""How often `retraining_recommendation` is right, on worlds of which the truth is known.

    python benchmarks/retraining_simulation.py [--seeds 40] [--seed 0]

A world has numeric columns (one heavy-tailed, one of counts), a category and a date; the target is
a class whose log-odds bend and depend on two numbers, the category and one count. Reference and
current table are drawn anew for every seed; the tables go through the whole engine except the file.
The operator's catalog names them and the target, and nothing else watches over the model.

What is right was written down before the first run, from the literature's point of view:

* **no drift**: do nothing.
* **covariate**: one strong feature moves by a deviation, and means what it meant (Shimodaira 2000:
  the old conditional stays right). Watch: measure the model on the labels before training. With 200
  rows a side asking for labels is right too, as a quarter of R² could be lost unseen.
* **concept**: the effects of two features turn around (Gama et al. 2014, real concept drift). Train
  again.
* **schema fault**: a column is lost, or is words instead of numbers, or half of it is missing
  (Breck et al. 2019, data validation before training). Fix the data.
* **seasonal**: two features swing over the year; the reference is a whole year, the current table
  the month of July after it (Gama et al. 2014, reoccurring). Watch.
* **label decay**: nothing moves, and labels come for 15 % of the rows only (Žliobaitė 2010, delayed
  labels). Collect labels.

A **needless retrain** is the advice to train again in any world but that of the concept.
"""

import argparse
import datetime as dt
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from mlops_platform.core.assess import assess  # noqa: E402
from mlops_platform.core.checkout import Revision  # noqa: E402
from mlops_platform.core.drift.tables import Table  # noqa: E402
from mlops_platform.core.observe_drift import observe_tables  # noqa: E402
from mlops_platform.core.recommend_retraining import recommend_retraining  # noqa: E402
from mlops_platform.core.sections.monitoring_health import (  # noqa: E402
    DriftQuestion,
    MonitoringHealth,
    MonitoringHealthFacts,
    Source,
)
from mlops_platform.core.sections.retraining_recommendation import (  # noqa: E402
    Action,
    RetrainingRecommendationFacts,
    Situation,
)

SIZES = (200, 1_000, 10_000)
COLUMNS = (5, 20)
FEWER_SEEDS_FROM = 10_000
FEW = 200
QUESTION = DriftQuestion(source=Source.CATALOG, reference="then", current="now", target="churned")
REVISION = Revision(repository="local/simulated", url=None, commit="tree-0")
YEAR, QUARTER = dt.date(2023, 1, 1), dt.date(2024, 1, 1)
LABELLED = 0.15


class World(NamedTuple):
    """How a table is drawn: its size, its first day and length, and what is different in it."""

    rows: int
    columns: int
    start: dt.date = YEAR
    days: int = 90
    shift: float = 0.0
    sign: float = 1.0
    swing: float = 0.0


def draw(random: np.random.Generator, world: World) -> pl.DataFrame:
    """Draw a table of a world."""
    days = np.sort(random.integers(0, world.days, world.rows))
    dates = [world.start + dt.timedelta(days=int(day)) for day in days]
    season = world.swing * np.array([-np.cos(2 * np.pi * _day(date) / 365.25) for date in dates])
    numbers = random.normal(size=(world.rows, world.columns))
    numbers[:, 0] += world.shift + season
    numbers[:, 1] += season
    counts = random.poisson(3, world.rows)
    plan = random.choice(["basic", "plus", "family"], world.rows, p=[0.5, 0.3, 0.2])
    odds = (
        world.sign * (1.5 * numbers[:, 0] - 1.0 * numbers[:, 1])
        + 0.4 * (numbers[:, 0] ** 2 - 1)
        + 0.5 * (plan == "family")
        + 0.2 * (counts - 3)
    )
    known = {f"x{n}": numbers[:, n] for n in range(world.columns - 1)}
    known |= {"wealth": np.exp(numbers[:, -1]), "visits": counts, "plan": plan, "day": dates}
    churned = random.random(world.rows) < 1 / (1 + np.exp(-odds))
    return pl.DataFrame({**known, "churned": np.where(churned, "yes", "no")})


Pair = tuple[pl.DataFrame, pl.DataFrame]


def no_drift(random: np.random.Generator, rows: int, columns: int) -> Pair:
    """Draw twice from one world."""
    now = World(rows, columns, QUARTER)
    return draw(random, World(rows, columns)), draw(random, now)


def covariate(random: np.random.Generator, rows: int, columns: int) -> Pair:
    """Move one strong feature by a deviation."""
    now = World(rows, columns, QUARTER, shift=1.0)
    return draw(random, World(rows, columns)), draw(random, now)


def concept(random: np.random.Generator, rows: int, columns: int) -> Pair:
    """Turn the effects of two features around."""
    now = World(rows, columns, QUARTER, sign=-1.0)
    return draw(random, World(rows, columns)), draw(random, now)


def schema_fault(random: np.random.Generator, rows: int, columns: int) -> Pair:
    """Lose a column, or make it words, or lose half of its values."""
    then, now = no_drift(random, rows, columns)
    fault = int(random.integers(0, 3))
    if fault == 0:
        return then, now.drop("x2")
    if fault == 1:
        words = pl.when(pl.col("x2") > 0).then(pl.lit("high")).otherwise(pl.lit("low"))
        return then, now.with_columns(x2=words)
    gone = pl.Series(random.random(rows) < 0.5)
    return then, now.with_columns(x2=pl.when(~gone).then(pl.col("x2")))


def seasonal(random: np.random.Generator, rows: int, columns: int) -> Pair:
    """Let two features swing over the year, and look at one July."""
    then = World(rows, columns, YEAR, days=365, swing=1.5)
    july = World(rows, columns, dt.date(2024, 7, 1), days=31, swing=1.5)
    return draw(random, then), draw(random, july)


def label_decay(random: np.random.Generator, rows: int, columns: int) -> Pair:
    """Let most labels of the current rows not come."""
    then, now = no_drift(random, rows, columns)
    comes = pl.Series(random.random(rows) < LABELLED)
    return then, now.with_columns(churned=pl.when(comes).then(pl.col("churned")))


Scenario = Callable[[np.random.Generator, int, int], Pair]
RIGHT: dict[Scenario, frozenset[Action]] = {
    no_drift: frozenset({Action.DO_NOTHING}),
    covariate: frozenset({Action.WATCH}),
    concept: frozenset({Action.RETRAIN}),
    schema_fault: frozenset({Action.FIX_DATA}),
    seasonal: frozenset({Action.WATCH}),
    label_decay: frozenset({Action.COLLECT_LABELS}),
}


def right_answers(scenario: Scenario, rows: int) -> frozenset[Action]:
    """Return what is right in a scenario of this size."""
    few = {Action.COLLECT_LABELS} if scenario is covariate and rows <= FEW else set()
    return RIGHT[scenario] | few


def recommended(pair: Pair) -> RetrainingRecommendationFacts:
    """Ask for the recommendation that a report would show."""
    drift = observe_tables(_table("then", pair[0]), _table("now", pair[1]), QUESTION)
    facts = MonitoringHealthFacts(is_ml_project=True, is_declared=True, drift=drift)
    section = assess(MonitoringHealth, REVISION, facts)
    return recommend_retraining(
        Situation(is_ml_project=True, is_declared=True, monitoring_score=section.score, drift=drift)
    )


def _table(name: str, frame: pl.DataFrame) -> Table:
    return Table(name, frame.lazy(), dict(frame.schema), frame.height)


def _day(date: dt.date) -> int:
    return date.timetuple().tm_yday


def main() -> None:
    """Draw, ask, count and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=40, help="worlds of each kind and size")
    parser.add_argument("--seed", type=int, default=0, help="the first of them")
    options = parser.parse_args()
    right = needless = asked = without_reason = 0
    print(f"{'scenario':<14}{'rows':>8}{'columns':>9}{'right':>12}  recommended")
    for number, scenario in enumerate(RIGHT):
        for rows in SIZES:
            for columns in COLUMNS:
                seeds = options.seeds if rows < FEWER_SEEDS_FROM else max(1, options.seeds // 4)
                found = Counter(
                    recommended(
                        scenario(
                            np.random.default_rng([options.seed + n, number, rows, columns]),
                            rows,
                            columns,
                        )
                    ).action
                    for n in range(seeds)
                )
                hits = sum(found[action] for action in right_answers(scenario, rows))
                words = ", ".join(f"{a.value} {found[a]}" for a in Action if found[a])
                name = scenario.__name__
                print(f"{name:<14}{rows:>8}{columns:>9}{hits:>6} of {seeds:<4} {words}", flush=True)
                right, asked = right + hits, asked + seeds
                if Action.RETRAIN not in RIGHT[scenario]:
                    needless += found[Action.RETRAIN]
                    without_reason += seeds
    print(f"right: {right} of {asked} ({right / asked:.1%})")
    print(f"needless retrains: {needless} of {without_reason} ({needless / without_reason:.1%})")


if __name__ == "__main__":
    main()
