"""What a model says of the sample project, and how its report differs from the last one."""

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Outcome
from mlops_platform.core.language_model import (
    Interpretation,
    Override,
    Silence,
    Statement,
    Words,
)
from mlops_platform.core.sections.report_changes import Changes, FindingChange, ScoreChange
from mlops_platform.core.urgency import Strategy, Urgency

MODEL = "groq/llama-3.3-70b-versatile"
SEEDS = "mlops_readiness.seeds_are_fixed"
DATA = "mlops_readiness.data_is_versioned"
REGISTRY = "mlops_readiness.models_are_registered"
INPUTS = "deployment_readiness.inputs_are_validated"
SECRETS = "deployment_readiness.secrets_stay_out_of_images"
AGE = "retraining_recommendation.model_is_young"


def say(text: str, *findings: str) -> Statement:
    """Make a sentence that cites findings."""
    return Statement(text=text, findings=findings)


WHOLE = Words(
    asset="readiness_report",
    interpretation=Interpretation(
        summary=(
            say(
                "The project can be served today, and a published password is what to mend.",
                SECRETS,
            ),
            say(
                "Nobody could train the model in production again: no seed is set, and the data"
                " are kept without versions.",
                SEEDS,
                DATA,
            ),
        ),
        changes=(
            say(
                "Experiments are tracked since then, and a password was published.",
                "mlops_readiness.experiments_are_tracked",
                "report_changes",
                SECRETS,
            ),
        ),
        recommendations=(
            say(
                "Change the password first, then call one seed function in `src/train.py`.",
                SECRETS,
                SEEDS,
            ),
        ),
        rationale=(
            say(
                "Think of a recipe without amounts: the dish was good, and cannot be cooked again.",
                SEEDS,
                DATA,
            ),
        ),
    ),
    prompt="a" * 64,
    evidence="b" * 64,
    left_out=4,
)

PRACTICE = Words(
    asset="mlops_readiness",
    interpretation=Interpretation(
        summary=(
            say(
                "Runs are tracked and tested, yet the model in production cannot be told from"
                " its runs.",
                "mlops_readiness.experiments_are_tracked",
                REGISTRY,
            ),
        ),
        root_causes=(
            say(
                "The project grew from one script, so data and models are plain files.",
                DATA,
                REGISTRY,
            ),
        ),
        recommendations=(
            say("Register the model at the end of the run that trains it.", REGISTRY),
            say("Fix the seeds before the data is split.", SEEDS),
        ),
        rationale=(
            say(
                "Without a register of models nobody can say which one answers customers.", REGISTRY
            ),
        ),
    ),
    prompt="c" * 64,
    evidence="d" * 64,
)

RETRAINING = Words(
    asset="retraining_recommendation",
    interpretation=Interpretation(
        summary=(say("The age of the model says little here.", AGE),),
        urgency=Urgency.IMMEDIATE,
        strategy=Strategy.NONE,
        overrides=(
            Override(
                decision="urgency",
                said="monitor",
                stands="immediate",
                because="the PSI of `tenure` is at least 0.25",
            ),
        ),
    ),
    prompt="e" * 64,
    evidence="f" * 64,
)

WORDS = {
    "mlops_readiness": PRACTICE,
    "retraining_recommendation": RETRAINING,
    "deployment_readiness": Words(
        asset="deployment_readiness",
        silence=Silence.REJECTED,
        because="twice it cited findings that this section does not have",
    ),
    "dataset_health": Words(
        asset="dataset_health",
        silence=Silence.NOTHING_TO_SAY,
        because="no finding of this section applies",
    ),
}


def silent(asset: str) -> Words:
    """Return why an asset has no words where its question had no answer."""
    return Words(
        asset=asset, silence=Silence.TIMED_OUT, because="no answer came within 120 seconds"
    )


CHANGES = Changes(
    since=Revision(
        repository="github.com/acme/churn-prediction",
        url="https://github.com/acme/churn-prediction",
        commit="9d0c4be21f7a6e05d8c3b1f294e7a60c5d1b8e3a",
    ),
    scores=(
        ScoreChange(asset="readiness_report", before=5.1, after=5.4852),
        ScoreChange(asset="mlops_readiness", before=4.2, after=6.1),
        ScoreChange(asset="deployment_readiness", before=4.4, after=3.9),
    ),
    mended=(
        FindingChange(
            asset="mlops_readiness",
            rule="experiments_are_tracked",
            claim="Experiments are tracked.",
            before=Outcome.UNMET,
            after=Outcome.MET,
        ),
    ),
    broken=(
        FindingChange(
            asset="deployment_readiness",
            rule="secrets_stay_out_of_images",
            claim="Secrets stay out of images.",
            before=Outcome.MET,
            after=Outcome.UNMET,
            because="a password is written into the image",
        ),
    ),
    other=(
        FindingChange(
            asset="mlops_readiness",
            rule="configuration_is_outside_code",
            claim="Configuration is outside code.",
            before=None,
            after=Outcome.UNKNOWN,
            because="src/settings.py could not be parsed",
        ),
    ),
)
