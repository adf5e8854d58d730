"""Sample reports for tests: a middling project, one that is not ML, one that could not be read.

The findings are judged answers of made-up rules, so scores, caps and points belong together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Answer, not_applicable, unknown
from mlops_platform.core.language_model import Silence, Words
from mlops_platform.core.recommend_retraining import recommend_retraining
from mlops_platform.core.sections.dataset_health import DatasetHealth, DatasetHealthFacts
from mlops_platform.core.sections.deployment_readiness import (
    DeploymentReadiness,
    DeploymentReadinessFacts,
)
from mlops_platform.core.sections.evaluation_assessment import (
    EvaluationAssessment,
    EvaluationAssessmentFacts,
)
from mlops_platform.core.sections.mlops_readiness import MlopsReadiness, MlopsReadinessFacts
from mlops_platform.core.sections.monitoring_health import (
    MonitoringHealth,
    MonitoringHealthFacts,
)
from mlops_platform.core.sections.project_profile import ProjectProfile, ProjectProfileFacts
from mlops_platform.core.sections.readiness_report import ReadinessReport, ReportSections
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendation
from mlops_platform.core.sections.training_assessment import (
    TrainingAssessment,
    TrainingAssessmentFacts,
)
from mlops_platform.core.summarize import summarize
from mlops_platform.core.survey_situation import survey_situation
from mlops_platform_tests.core.sample_claims import CLAIMS, Claim, claim, judged
from mlops_platform_tests.core.sample_facts import (
    APPLICATION,
    DEFECTS,
    DRIFT,
    PROFILE_FACTS,
    PROFILES,
    PROGRAMS,
    SERVICES,
    TOOLS,
    WEBSITE_FACTS,
)
from mlops_platform_tests.core.sample_words import CHANGES, MODEL, WHOLE, WORDS, silent

REVISION = Revision(
    repository="github.com/acme/churn-prediction",
    url="https://github.com/acme/churn-prediction",
    commit="4f2a9c71d0b8e6a35c1f7e92ab40d8c6135e7f90",
)


def sample_sections(
    claims: Mapping[str, Sequence[Claim]] | None = None,
    facts: ProjectProfileFacts = PROFILE_FACTS,
    revision: Revision = REVISION,
) -> ReportSections:
    """Make the sections of a project; `claims` by asset replace the sample's own."""
    claims = {**CLAIMS, **(claims or {})}
    of_deployment = DeploymentReadinessFacts(
        is_ml_project=facts.is_ml_project,
        dependency_state=facts.dependency_state,
        containers=facts.containers,
        ci=facts.ci,
        serving=facts.serving,
        applications=(APPLICATION,) if facts.serving else (),
    )
    of_data = DatasetHealthFacts.model_validate(
        DatasetHealthFacts.shared(facts) | {"profiles": PROFILES if facts.datasets else ()}
    )
    read = {"programs": PROGRAMS, "tools": TOOLS, "defects": DEFECTS} if facts.datasets else {}
    of_training = TrainingAssessmentFacts.model_validate(
        TrainingAssessmentFacts.shared(facts) | read
    )
    of_monitoring = MonitoringHealthFacts.model_validate(
        MonitoringHealthFacts.shared(facts)
        | ({"services": SERVICES, "drift": DRIFT} if facts.serving else {})
    )
    of_evaluation = EvaluationAssessmentFacts.of(of_training, of_data)
    monitoring = MonitoringHealth.model_validate(
        {"revision": revision, "facts": of_monitoring} | judged(claims["monitoring_health"])
    )
    evaluation = EvaluationAssessment.model_validate(
        {"revision": revision, "facts": of_evaluation} | judged(claims["evaluation_assessment"])
    )
    situation = survey_situation(monitoring, evaluation)
    return ReportSections(
        project_profile=ProjectProfile.model_validate(
            {"revision": revision, "facts": facts} | judged(claims["project_profile"])
        ),
        dataset_health=DatasetHealth.model_validate(
            {"revision": revision, "facts": of_data} | judged(claims["dataset_health"])
        ),
        training_assessment=TrainingAssessment.model_validate(
            {"revision": revision, "facts": of_training} | judged(claims["training_assessment"])
        ),
        evaluation_assessment=evaluation,
        mlops_readiness=MlopsReadiness.model_validate(
            {"revision": revision, "facts": MlopsReadinessFacts.of(facts)}
            | judged(claims["mlops_readiness"])
        ),
        deployment_readiness=DeploymentReadiness.model_validate(
            {"revision": revision, "facts": of_deployment} | judged(claims["deployment_readiness"])
        ),
        monitoring_health=monitoring,
        retraining_recommendation=RetrainingRecommendation.model_validate(
            {"revision": revision, "facts": recommend_retraining(situation)}
            | judged(claims["retraining_recommendation"])
        ),
    )


def sample_report() -> ReadinessReport:
    """Return the report of a middling project with caps, gaps, and something unknown."""
    return summarize(sample_sections(), {})


def interpreted_report() -> ReadinessReport:
    """Return the sample as it is delivered: with words of a model, its silence, and changes."""
    report = sample_report()
    spoken = {
        asset: section.model_copy(update={"interpretation": WORDS.get(asset, silent(asset))})
        for asset, section in report.sections.by_asset().items()
    }
    update = {
        "language_model": MODEL,
        "interpretation": WHOLE,
        "changes": CHANGES,
        "sections": report.sections.model_copy(update=spoken),
    }
    return report.model_copy(update=update)


def silent_report(model: str = "") -> ReadinessReport:
    """Return the sample as it is delivered where no model was asked, or none is configured."""
    words = Words(
        asset="readiness_report",
        silence=Silence.NOT_ASKED,
        because="`--no-llm` was given" if model else "no language model is configured",
    )
    return sample_report().model_copy(update={"language_model": model, "interpretation": words})


def not_ml_report() -> ReadinessReport:
    """Return the report of a web project: next to nothing applies, and nothing is scored."""
    claims = _answering(not_applicable("this is not a machine-learning project"))
    claims["project_profile"] = CLAIMS["project_profile"]
    revision = replace(REVISION, repository="github.com/acme/website")
    return summarize(sample_sections(claims, WEBSITE_FACTS, revision), {})


def unread_report(failure: str = "reading src/train.py killed the reader") -> ReadinessReport:
    """Return the report of a repository whose facts could not be gathered."""
    sections = sample_sections(_answering(unknown(failure)))
    failed = {
        asset: section.model_copy(update={"facts": None, "failure": failure})
        for asset, section in sections.by_asset().items()
    }
    return summarize(sections.model_copy(update=failed), {})


def _answering(answer: Answer) -> dict[str, Sequence[Claim]]:
    return {
        asset: [claim(asset, c.rule.name, answer, c.rule.weight) for c in claims]
        for asset, claims in CLAIMS.items()
    }
