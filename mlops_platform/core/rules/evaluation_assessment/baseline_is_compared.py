"""The model is compared with something simpler.

Why: a score means nothing until one knows what guessing, or a simple model, would score.
Fix: score a `DummyClassifier` or `DummyRegressor`, or a linear model, on the same rows, and report
both.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.by_tool import cite_tools, short_name, tools_of
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.training_assessment import LearningTool, ToolRole

WEIGHT = 1
EFFORT = "hours"

SIMPLE = frozenset(
    "LogisticRegression LogisticRegressionCV LinearRegression Ridge RidgeCV Lasso GaussianNB"
    " MultinomialNB BernoulliNB ComplementNB DecisionTreeClassifier DecisionTreeRegressor"
    " KNeighborsClassifier KNeighborsRegressor RidgeClassifier ElasticNet".split()
)
NETWORKS = ("keras.", "tensorflow.", "torch.")
SAID = ("baseline", "dummy", "majority", "naive")


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from dummy models, files of that name, and simple models beside others."""
    return without_training(facts) or _answer(facts)


def _answer(facts: EvaluationAssessmentFacts) -> Answer:
    models = tools_of(facts.tools, ToolRole.MODEL, purposes=("classification", "regression"))
    found = [*cite_tools(tools_of(facts.tools, ToolRole.BASELINE)), *_said(facts)]
    if found or (found := cite_tools(_simpler(facts, models))):
        return met(found)
    if not models:
        return unknown("no model of a known library was found, so that none is called a baseline")
    if not tools_of(facts.tools, ToolRole.METRIC) and not any(p.scores for p in facts.programs):
        return not_applicable("no score of a model was found")
    if all(short_name(each) in SIMPLE for each in models):
        return not_applicable("the model is a simple one itself")
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    names = listed(short_name(each) for each in models)
    return unmet(f"nothing simpler was found beside {names}", cite_tools(models))


def _said(facts: EvaluationAssessmentFacts) -> list[Evidence]:
    paths = {each.path for each in facts.programs}
    paths |= {each.evidence.path or "" for each in facts.tools}
    is_said = (p for p in sorted(paths) if any(word in p.lower() for word in SAID))
    return [Evidence(path=path) for path in is_said]


def _simpler(facts: EvaluationAssessmentFacts, models: list[LearningTool]) -> list[LearningTool]:
    """Return what is simpler than another model: simple ones, and any of them beside a network."""
    fits = (fit for program in facts.programs for fit in program.fits)
    if any(fit.note.startswith(NETWORKS) for fit in fits):
        return models
    simple = [each for each in models if short_name(each) in SIMPLE]
    return simple if len({short_name(each) for each in models}) > 1 else []
