"""The words that every format of a report shares: titles, bands, numbers, and the verdict."""

from mlops_platform.core.evidence import Cap, Outcome
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform.core.sections.readiness_report import ReadinessReport

TITLES = {
    "project_profile": "Project profile",
    "dataset_health": "Dataset health",
    "training_assessment": "Training",
    "evaluation_assessment": "Evaluation",
    "mlops_readiness": "MLOps practice",
    "deployment_readiness": "Deployment readiness",
    "monitoring_health": "Monitoring",
    "retraining_recommendation": "Retraining",
}

QUESTIONS = {
    "project_profile": "What is this repository made of?",
    "dataset_health": "Is the data fit to learn from?",
    "training_assessment": "Would training be reproducible and sound?",
    "evaluation_assessment": "Does the evaluation prove anything?",
    "mlops_readiness": "Does the project practise the lifecycle?",
    "deployment_readiness": "Could it be served, and rolled back, tomorrow?",
    "monitoring_health": "Is live data still the training data, and would anyone notice?",
    "retraining_recommendation": "Train again? How, how soon, and why?",
}

OUTCOMES = {
    Outcome.MET: "met",
    Outcome.PARTLY_MET: "partly met",
    Outcome.UNMET: "not met",
    Outcome.UNKNOWN: "unknown",
    Outcome.NOT_APPLICABLE: "not applicable",
}

READY, MOSTLY_READY, PARTLY_READY = 8.0, 6.0, 4.0
"""Where the bands begin; of the score as it is shown, with one decimal."""

LENIENTLY_JUDGED = {
    ProjectKind.TEMPLATE: "a template: what it lacks is not held against it",
    ProjectKind.MANY_PROJECTS: "a collection of projects: what they lack is not held against it",
    ProjectKind.NOTEBOOKS_ONLY: "notebooks: what a product would need is not held against them",
}

THIN_COVERAGE = 0.75
"""Below this the verdict says that much could not be known."""

PLAIN_BEGINNINGS = frozenset(
    "a all an another any as batches between both by bytes calls cells chance classes classifiers"
    " columns compared compose copies debug default dependencies downloaded each estimators"
    " evaluation every far features fewer files folds from functions gradients held held-out"
    " hyperparameters in infinite it its labels losses many most neither no nobody none not"
    " nothing numbers of one only other output paths predictions rows samples settings some that"
    " the there these they this too training two unreadable weights what where whether which with"
    " without writes".split()
)
"""First words that are never the name of something in a repository, so they may take a capital."""


def title(asset: str) -> str:
    """Return the heading of a section."""
    return TITLES.get(asset, asset.replace("_", " ").capitalize())


def question(asset: str) -> str:
    """Return what a section answers."""
    return QUESTIONS.get(asset, "")


def shown_score(score: float | None) -> str:
    """Return a score with one decimal, and a dash where there is none."""
    return "—" if score is None else f"{score:.1f}"


def shown_points(points: float) -> str:
    """Return regained points with two decimals; what is smaller is not shown as nothing."""
    return f"+{points:.2f}" if round(points, 2) else "+<0.01"


def percent(share: float) -> str:
    """Return a share as whole percent; only all is 100 %, only none is 0 %."""
    whole = min(99, max(1, round(100 * share))) if 0 < share < 1 else round(100 * share)
    return f"{whole} %"


def within_sentence(words: str) -> str:
    """Return a heading as it stands inside a sentence; abbreviations keep their capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def as_sentence(text: str) -> str:
    """Return a rule's own words with a capital and a full stop."""
    return ended(text[:1].upper() + text[1:])


def as_reason(text: str) -> str:
    """Return an answer's words as a sentence; a name that they begin with keeps its letters."""
    is_plain = text.partition(" ")[0] in PLAIN_BEGINNINGS
    return as_sentence(text) if is_plain else ended(text)


def ended(text: str) -> str:
    """Return a clause with a full stop."""
    clause = _clause(text)
    return f"{clause}." if clause else ""


def heading(claim: str) -> str:
    """Return a claim without its full stop."""
    return _clause(claim)


def band(score: float | None) -> str:
    """Return the word for a score."""
    if score is None:
        return "not scored"
    shown = round(score, 1)
    if shown >= READY:
        return "ready"
    if shown >= MOSTLY_READY:
        return "mostly ready"
    return "partly ready" if shown >= PARTLY_READY else "not ready"


def verdict(report: ReadinessReport) -> str:
    """Say in one sentence how ready this repository is, and what holds it back most."""
    profile = report.sections.project_profile
    if report.is_ml_project is False and profile.facts:
        reason = _clause(profile.facts.because)
        return f"Not a machine-learning project, so it is not scored: {reason}."
    if report.readiness_score is None:
        reason = _clause(profile.failure) or "no claim could be answered"
        return f"This repository could not be assessed: {reason}."
    sentence = f"{band(report.readiness_score).capitalize()}: {_weak_spot(report)}"
    if report.coverage < THIN_COVERAGE:
        sentence += f", and only {percent(report.coverage)} of what was asked could be answered"
    if profile.facts and profile.facts.kind in LENIENTLY_JUDGED:
        sentence += f". It was judged as {LENIENTLY_JUDGED[profile.facts.kind]}"
    return f"{sentence}."


def holding_caps(report: ReadinessReport) -> tuple[Cap, ...]:
    """Return the caps that the readiness score stands at: without them it would be higher."""
    score = report.readiness_score
    return tuple(c for c in report.caps if c.scope == "total" and c.limit == score)


def _weak_spot(report: ReadinessReport) -> str:
    if holding := holding_caps(report):
        limit, reason = shown_score(holding[0].limit), _clause(holding[0].reason)
        return f"the score is held at {limit} because {reason}"
    weakest = report.weakest_section
    if weakest is None:
        return "no section has a score"
    score = shown_score(report.sections.by_asset()[weakest].score)
    return f"the weakest part is {within_sentence(title(weakest))}, with {score} of 10"


def _clause(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
