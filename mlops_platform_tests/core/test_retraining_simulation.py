"""A small run of `benchmarks/retraining_simulation.py`; the figures are in `docs/retraining.md`."""

import importlib.util
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from mlops_platform.core.sections.retraining_recommendation import Action

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "retraining_simulation.py"
SEEDS = 4


@pytest.fixture(scope="module")
def simulation():
    spec = importlib.util.spec_from_file_location("retraining_simulation", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def answers(simulation):
    return {
        (scenario, rows): Counter(
            simulation.recommended(scenario(np.random.default_rng([seed, rows]), rows, 5)).action
            for seed in range(SEEDS)
        )
        for scenario in simulation.RIGHT
        for rows in (200, 1000)
    }


def test_the_recommendation_is_right(simulation, answers):
    right = sum(
        found[action]
        for (scenario, rows), found in answers.items()
        for action in simulation.right_answers(scenario, rows)
    )
    assert right >= 0.95 * SEEDS * len(answers), answers


def test_hardly_a_model_is_trained_again_without_a_reason(simulation, answers):
    without_reason = {
        key: found
        for key, found in answers.items()
        if Action.RETRAIN not in simulation.RIGHT[key[0]]
    }
    needless = sum(found[Action.RETRAIN] for found in without_reason.values())
    assert needless <= 0.05 * SEEDS * len(without_reason)


def test_the_same_tables_give_the_same_bytes(simulation):
    texts = {
        simulation.recommended(
            simulation.concept(np.random.default_rng(1), 200, 5)
        ).model_dump_json()
        for _ in range(2)
    }
    assert len(texts) == 1
