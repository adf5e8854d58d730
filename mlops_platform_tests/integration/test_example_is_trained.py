"""The example, trained twice in the real sandbox: what it measures and makes, and how soon."""

import os
from pathlib import Path
from uuid import uuid4

import pytest

from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.adapters.docker_sandbox import DockerSandbox
from mlops_platform.core.checkout import Checkout, Revision
from mlops_platform.core.run_log import read_run_log
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.run_plan import Environment, Limits, Purpose, RunPlan, RunStep
from mlops_platform.core.sandbox import SandboxOrder

pytestmark = pytest.mark.integration

EXAMPLE = Path(__file__).parents[2] / "examples" / "churn_prediction"
FASTER = 10
"""The second start of an environment, at least so many times."""


def requirements():
    lines = (EXAMPLE / "requirements.txt").read_text().splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def plan():
    steps = tuple(
        RunStep(
            purpose=purpose,
            arguments=("python", "-m", f"churn.{purpose if purpose == 'train' else 'evaluate'}"),
            recipe="documented_command",
            because="the README says so",
        )
        for purpose in (Purpose.TRAIN, Purpose.EVALUATE)
    )
    environment = Environment(python="3.11", source="requirements_txt", requirements=requirements())
    return RunPlan(environment=environment, steps=steps, limits=Limits(run_seconds=900))


def trained(folder, repository):
    folder.mkdir()
    # Where the machine's own certificates are: inside a container there may be none of a company's.
    bundle = os.environ.get("MLOPS_PLATFORM_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE")
    settings = SandboxSettings(platform="example-tests", ca_bundle=Path(bundle) if bundle else None)
    revision = Revision(repository=repository, url=None, commit="c" * 40)
    order = SandboxOrder(run_id=f"example-{uuid4().hex}", attempt=1, plan=plan())
    checkout = Checkout(revision=revision, root=EXAMPLE)
    return DockerSandbox(settings).run(order, checkout, folder, lambda _: None)


def test_the_example_is_trained_and_its_environment_is_there_the_second_time(
    docker_engine, tmp_path
):
    # A name of its own each time: nothing is installed for it yet.
    repository = f"local/churn-{uuid4().hex}"
    first = trained(tmp_path / "first", repository)
    assert first.ending is Ending.SUCCEEDED, first.log.tail
    second = trained(tmp_path / "second", repository)
    try:
        assert second.ending is Ending.SUCCEEDED, second.log.tail
        assert not first.phases[0].is_cached
        assert second.phases[0].is_cached
        first_install, second_install = first.phases[0], second.phases[0]
        assert second_install.duration_seconds * FASTER < first_install.duration_seconds
        assert second.packages == first.packages
        assert any(each.startswith("scikit-learn==") for each in first.packages)
        for outcome in (first, second):
            made = {each.path: each.change for each in outcome.outputs}
            assert made == {"metrics.json": "new", "model.joblib": "new"}
            assert outcome.modified_sources == ()
        kept = (tmp_path / "first" / first.log.file).read_text()
        lines = {line.text for line in read_run_log(kept.splitlines()) if line.phase == "train"}
        assert "roc_auc: 0.8055" in lines
    finally:
        docker_engine.images.remove(first.image, force=True)
