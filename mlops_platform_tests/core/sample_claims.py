"""Made-up rules of a middling project with their answers, and the fields they are judged to."""

from collections.abc import Sequence
from typing import NamedTuple

from mlops_platform.core.evidence import (
    Answer,
    Effort,
    Evidence,
    met,
    not_applicable,
    partly_met,
    unknown,
    unmet,
)
from mlops_platform.core.judge import judge_answers
from mlops_platform.core.registry import Rule


class Claim(NamedTuple):
    """A made-up rule and its answer."""

    rule: Rule
    answer: Answer


# Each part of a rule is a part of the sample's table.
def claim(  # noqa: PLR0913, PLR0917
    asset: str,
    name: str,
    answer: Answer,
    weight: int = 2,
    effort: Effort = "hours",
    why: str = "a reviewer would ask for it.",
    fix: str = "make the claim true.",
    caps_section: float | None = None,
    caps_total: float | None = None,
) -> Claim:
    """Make a rule whose claim is its name as a sentence, with the answer it gives."""
    sentence = name.replace("_", " ").capitalize() + "."
    rule = Rule(
        asset, name, sentence, why, fix, weight, effort, caps_section, caps_total, lambda _: answer
    )
    return Claim(rule, answer)


def judged(claims: Sequence[Claim]) -> dict[str, object]:
    """Return the judged fields of a section."""
    rules = [c.rule for c in claims]
    return judge_answers(rules, {c.rule.name: c.answer for c in claims})._asdict()


PROFILE_CLAIMS = (
    claim(
        "project_profile",
        "training_entry_point_exists",
        met([Evidence(path="src/train.py", line=58)]),
        3,
    ),
    claim("project_profile", "license_is_stated", met([Evidence(path="LICENSE", line=1)]), 1),
    claim(
        "project_profile",
        "dependencies_are_pinned",
        partly_met(
            0.4,
            "9 packages of 15 can change their version",
            [
                Evidence(path="requirements.txt", line=n, note=name)
                for n, name in ((2, "pandas"), (5, "xgboost"))
            ],
        ),
        2,
        "minutes",
        "a new release of any unpinned package can change the trained model, or stop the training.",
        "write a lock file and commit it (`uv lock`, or `pip-compile requirements.in`).",
    ),
    claim(
        "project_profile",
        "declared_frameworks_are_used",
        unmet(
            "tensorflow is declared, but nothing imports it",
            [Evidence(path="requirements.txt", line=9)],
        ),
        1,
        "minutes",
        "an unused framework makes every install slower, and misleads the reader.",
        "remove `tensorflow` from the requirements.",
    ),
    claim(
        "project_profile",
        "notebooks_run_in_order",
        unmet(
            "1 of 1 notebook was run out of order",
            [Evidence(path="notebooks/explore.ipynb", cell=9, note="ran before cell 4")],
        ),
        1,
        "minutes",
        "outputs that stem from another order of cells cannot be made again.",
        "restart the kernel, run all cells, and save the notebook.",
    ),
    claim(
        "project_profile",
        "python_version_is_stated",
        met([Evidence(path="pyproject.toml", line=7)]),
    ),
)

MLOPS_CLAIMS = (
    claim(
        "mlops_readiness",
        "experiments_are_tracked",
        met([Evidence(path="src/train.py", line=41)]),
        3,
    ),
    claim(
        "mlops_readiness",
        "tests_run_in_ci",
        met([Evidence(path=".github/workflows/ci.yml", line=24)]),
    ),
    claim("mlops_readiness", "metrics_are_logged", met([Evidence(path="src/train.py", line=66)])),
    claim(
        "mlops_readiness",
        "code_is_formatted_in_ci",
        met([Evidence(path="pyproject.toml", line=31)]),
        1,
    ),
    claim("mlops_readiness", "secrets_are_not_committed", met(), 3),
    claim(
        "mlops_readiness",
        "data_is_versioned",
        unmet(
            "data/churn.csv is in Git, and no data versioning tool is set up",
            [Evidence(path="data/churn.csv")],
        ),
        2,
        "hours",
        "a model can only be trained again on the data it was trained on.",
        "track the data folder with `dvc add data`, and push it to a remote.",
    ),
    claim(
        "mlops_readiness",
        "models_are_registered",
        unmet("no code registers a model", []),
        2,
        "hours",
        "without a registry nobody can say which model is in production, or go back.",
        "call `mlflow.register_model` after the run that trained it.",
    ),
    claim(
        "mlops_readiness",
        "seeds_are_fixed",
        unmet(
            "no seeding call was found in the 2 files that train",
            [Evidence(path="src/train.py", line=58)],
        ),
        2,
        "minutes",
        "two runs of one commit should give one model.",
        "call one seed function before the data is split and the weights are drawn.",
    ),
    claim(
        "mlops_readiness",
        "pipeline_is_declared",
        unmet("no pipeline definition was found"),
        1,
        "days",
    ),
    claim(
        "mlops_readiness",
        "configuration_is_outside_code",
        unknown("src/settings.py could not be parsed"),
        1,
    ),
)

DEPLOYMENT_CLAIMS = (
    claim(
        "deployment_readiness",
        "predictions_are_served",
        met([Evidence(path="app/main.py", line=21)]),
        3,
    ),
    claim(
        "deployment_readiness",
        "model_is_loaded_once",
        met([Evidence(path="app/main.py", line=14)]),
        2,
    ),
    claim(
        "deployment_readiness", "base_image_is_pinned", met([Evidence(path="Dockerfile", line=1)])
    ),
    claim(
        "deployment_readiness",
        "inputs_are_validated",
        unmet(
            "POST /predict reads the request body without a model of its fields",
            [Evidence(path="app/main.py", line=27, note="POST /predict")],
        ),
        3,
        "hours",
        "a wrong or missing field becomes a wrong prediction that nobody sees.",
        "take a pydantic model as the parameter of the route.",
        caps_section=5.0,
    ),
    claim(
        "deployment_readiness",
        "container_runs_as_a_user",
        unmet("the image never leaves root", [Evidence(path="Dockerfile", line=1)]),
        2,
        "minutes",
        "code that is broken into should not own the container.",
        "add a `USER` instruction after the packages are installed.",
    ),
    claim(
        "deployment_readiness",
        "secrets_stay_out_of_images",
        unmet(
            "a password is written into the image",
            [Evidence(path="Dockerfile", line=14, note="ENV DB_PASSWORD")],
        ),
        3,
        "minutes",
        "whoever can pull the image can read every layer of it.",
        "pass it at run time, and change the password that was published.",
        caps_total=6.0,
    ),
    claim(
        "deployment_readiness",
        "health_is_reported",
        unmet("no health route or check was found"),
        2,
        "minutes",
    ),
    claim(
        "deployment_readiness",
        "images_are_built_in_ci",
        unmet("no workflow builds the image"),
        1,
        "hours",
    ),
    claim("deployment_readiness", "demo_is_separate", not_applicable("no demo page was found"), 1),
)

DATA_CLAIMS = (
    claim("dataset_health", "labels_are_whole", not_applicable("the target is not known"), 3),
)

TRAINING_CLAIMS = (
    claim("training_assessment", "models_are_saved_whole", not_applicable("none is saved"), 2),
)

EVALUATION_CLAIMS = (
    claim("evaluation_assessment", "rows_are_new", not_applicable("no score was found"), 3),
)

MONITORING_CLAIMS = (
    claim("monitoring_health", "curves_are_watched", not_applicable("none is drawn"), 2),
)

RETRAINING_CLAIMS = (
    claim("retraining_recommendation", "model_is_young", not_applicable("it has no age"), 2),
)

CLAIMS: dict[str, Sequence[Claim]] = {
    "project_profile": PROFILE_CLAIMS,
    "dataset_health": DATA_CLAIMS,
    "training_assessment": TRAINING_CLAIMS,
    "evaluation_assessment": EVALUATION_CLAIMS,
    "mlops_readiness": MLOPS_CLAIMS,
    "deployment_readiness": DEPLOYMENT_CLAIMS,
    "monitoring_health": MONITORING_CLAIMS,
    "retraining_recommendation": RETRAINING_CLAIMS,
}
