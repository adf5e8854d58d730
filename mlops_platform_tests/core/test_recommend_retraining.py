import itertools
import json

import pytest

from mlops_platform.core.recommend_retraining import (
    ORDER,
    TABLE,
    TRIGGERS,
    pulled,
    recommend_retraining,
    urgency,
)
from mlops_platform.core.registry import plugins
from mlops_platform.core.sections.monitoring_health import SeasonMatch
from mlops_platform.core.sections.retraining_recommendation import Action
from mlops_platform.core.urgency import Strategy, Urgency
from mlops_platform_tests.core.rules.cases import moved, observed, related
from mlops_platform_tests.core.triggers.situations import history, measure, situation

LABELLED = {"target": "y", "reference_labelled": 1.0, "current_labelled": 1.0}
SEASON = SeasonMatch(column="day", reference_rows=90, is_explained=True)


def drifted(**known):
    return observed(moved(level="high"), health="at_risk", **known)


CASES = {
    "no drift": (observed(moved(), **LABELLED, relation=related()), {}, "do_nothing", "none"),
    "a lost column": (
        observed(moved(), health="critical", only_in_reference=("x",)),
        {},
        "fix_data",
        "immediate",
    ),
    "a gap": (
        observed(
            moved(level="high", measures=(measure("missingness"),), current_missing=400),
            health="at_risk",
        ),
        {},
        "fix_data",
        "soon",
    ),
    "concept": (
        observed(moved(), **LABELLED, relation=related(0.4, "high")),
        {},
        "retrain",
        "immediate",
    ),
    "a little concept": (
        observed(moved(), **LABELLED, relation=related(0.07, "medium")),
        {},
        "retrain",
        "soon",
    ),
    "a metric": (None, {"metrics": (history(0.8, 0.6),)}, "retrain", "immediate"),
    "season": (drifted(**LABELLED, season=SEASON, relation=related()), {}, "watch", "monitor"),
    "rare labels": (
        observed(moved(), target="y", reference_labelled=1.0, current_labelled=0.1),
        {},
        "collect_labels",
        "soon",
    ),
    "covariates, and the relation stands": (
        drifted(**LABELLED, relation=related()),
        {},
        "watch",
        "immediate",
    ),
    "covariates against a profile": (
        drifted(**LABELLED, source="model"),
        {},
        "watch",
        "immediate",
    ),
    "live covariates against a profile, almost without labels": (
        drifted(target="y", reference_labelled=0.02, current_labelled=0.02, source="live"),
        {},
        "collect_labels",
        "immediate",
    ),
    "covariates without labels": (
        drifted(target="y", reference_labelled=1.0),
        {},
        "collect_labels",
        "immediate",
    ),
    "covariates and too few labels to tell": (
        drifted(**LABELLED, relation=related(noise_floor=0.6)),
        {},
        "collect_labels",
        "immediate",
    ),
    "covariates out of reach": (
        drifted(**LABELLED, hardly_overlaps=True),
        {},
        "retrain",
        "immediate",
    ),
    "covariates mostly out of reach": (
        drifted(**LABELLED, relation=related(noise_floor=0.6).model_copy(update={"overlap": 0.1})),
        {},
        "retrain",
        "immediate",
    ),
    "nothing is seen": (None, {"unobserved": "no table"}, "watch", "monitor"),
    "nothing moved and little is watched": (
        observed(moved(), **LABELLED, relation=related()),
        {"monitoring_score": 2.0},
        "watch",
        "soon",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_table_decides(case):
    drift, known, action, mandated = CASES[case]
    found = recommend_retraining(situation(drift, **known))
    assert (found.action, found.urgency) == (action, mandated), found.triggers
    assert found.is_asked
    assert found.because


def test_every_line_of_the_table_is_reached_by_a_case():
    reached = set()
    for drift, known, _, _ in CASES.values():
        given = situation(drift, **known)
        signs = frozenset(trigger.sign for trigger in pulled(given))
        reached.add(next(line.case for line in TABLE if line.applies(given, signs)))
    assert reached == {line.case for line in TABLE}


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"is_ml_project": False}, "not a machine-learning project"),
        ({"kind": "library"}, "no one model"),
        ({"kind": "notebooks_only"}, "no one model"),
        ({"is_operated": False}, "the repository brings nothing into operation"),
        (
            {"is_operated": False, "drift": drifted(source="split")},
            "the repository brings nothing into operation",
        ),
    ],
)
def test_it_is_not_asked_where_no_model_grows_old(known, words):
    found = recommend_retraining(situation(**known))
    assert not found.is_asked
    assert (found.action, found.urgency, found.strategy) == ("do_nothing", "none", "none")
    assert words in found.because
    assert found.triggers == ()


def test_what_the_operator_declares_is_asked_of_anything():
    known = {"is_operated": False, "is_declared": True, "kind": "library"}
    assert recommend_retraining(situation(drifted(source="catalog"), **known)).is_asked


def test_a_split_alone_never_asks_for_a_training():
    drift = drifted(source="split", **LABELLED, relation=related(0.5, "high"))
    found = recommend_retraining(situation(drift))
    assert (found.action, found.urgency) == ("watch", "monitor")


def test_the_urgency_is_the_highest_that_is_mandated():
    for drift, known, _, _ in CASES.values():
        given = situation(drift, **known)
        mandated = [trigger.urgency for trigger in pulled(given)]
        found = recommend_retraining(given).urgency
        assert all(ORDER.index(found) <= ORDER.index(each) for each in mandated)
        assert found in {*mandated, Urgency.NONE}
    assert urgency([]) is Urgency.NONE


def test_a_further_trigger_never_lowers_the_urgency():
    drifts = [drift for drift, _, _, _ in CASES.values()]
    for drift, score in itertools.product(drifts, (None, 2.0)):
        without = recommend_retraining(situation(drift)).urgency
        with_it = recommend_retraining(situation(drift, monitoring_score=score)).urgency
        assert ORDER.index(with_it) <= ORDER.index(without)


def test_every_answer_is_one_of_the_lists():
    assert {line.action for line in TABLE} == set(Action)
    assert {line.strategy for line in TABLE} <= set(Strategy)
    assert len({line.case for line in TABLE}) == len(TABLE)


def test_triggers_are_named_as_their_files():
    names = {module.__name__.rpartition(".")[2] for module in plugins(TRIGGERS)}
    seen = {
        t.name for drift, known, _, _ in CASES.values() for t in pulled(situation(drift, **known))
    }
    assert seen <= names


def test_the_same_situation_gives_the_same_bytes():
    for drift, known, _, _ in CASES.values():
        texts = {
            recommend_retraining(situation(drift, **known)).model_dump_json() for _ in range(2)
        }
        assert len(texts) == 1
        assert json.loads(texts.pop())
