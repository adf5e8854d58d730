"""A whole platform on fakes: one drawn repository whose facts are given."""

from pathlib import Path
from typing import NamedTuple

import dagster as dg

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.model_trial import ModelTrial, TrialOrder
from mlops_platform.core.run_plan import Limits
from mlops_platform.core.sandbox import LiveLog
from mlops_platform.core.sections.monitoring_health import DriftAnswer
from mlops_platform.definitions import define
from mlops_platform.wiring import Ports
from mlops_platform_tests.core.sample_facts import DRIFT, PROFILE_FACTS
from mlops_platform_tests.core.samples import REVISION, sample_sections
from mlops_platform_tests.fakes.catalog import DeclaredRepositories
from mlops_platform_tests.fakes.checkouts import DrawnCheckouts
from mlops_platform_tests.fakes.experiments import MemoryExperiments
from mlops_platform_tests.fakes.isolation import GivenFacts
from mlops_platform_tests.fakes.model_registry import MemoryModelRegistry
from mlops_platform_tests.fakes.sandbox import ForetoldSandbox, foretold
from mlops_platform_tests.fakes.sections import MemorySections

KEY = REVISION.repository
CHECKOUT = Checkout(revision=REVISION, root=Path("/nonexistent"))
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def given_facts(**more: Frozen) -> GivenFacts:
    """Return isolation that knows the sample's facts, and `more` by the names of gatherers."""
    deployment = sample_sections().deployment_readiness.facts
    data = sample_sections().dataset_health.facts
    training = sample_sections().training_assessment.facts
    monitoring = sample_sections().monitoring_health.facts
    assert deployment is not None
    assert monitoring is not None
    assert training is not None
    assert data is not None
    return GivenFacts(
        project_profile=PROFILE_FACTS,
        dataset_health=data,
        training_assessment=training,
        deployment_readiness=deployment,
        monitoring_health=monitoring,
        drift=DriftAnswer(observation=DRIFT),
        **more,
    )


class NoTrials:
    """Fits the port `ModelTrials`: a model of which nothing more is known."""

    def try_model(self, asked: TrialOrder, checkout: Checkout, live: LiveLog) -> ModelTrial | None:
        assert Path(asked.outputs).is_dir()
        assert list(Path(asked.folder).iterdir()) == []
        assert asked.tables == ("data/churn.csv",)
        return ModelTrial(model="model.pkl", kind="pickle", is_loaded=True, class_name="SVC")


class DrawnPlatform(NamedTuple):
    """Definitions, and the fakes behind them."""

    definitions: dg.Definitions
    checkouts: DrawnCheckouts
    isolation: GivenFacts
    sections: MemorySections
    catalog: DeclaredRepositories
    models: MemoryModelRegistry
    sandbox: ForetoldSandbox
    experiments: MemoryExperiments


def draw_platform(
    isolation: GivenFacts | None = None, sandbox: ForetoldSandbox | None = None
) -> DrawnPlatform:
    """Define everything on fakes."""
    checkouts, sections, catalog, models = (
        DrawnCheckouts(CHECKOUT),
        MemorySections(),
        DeclaredRepositories(),
        MemoryModelRegistry(),
    )
    isolation, sandbox = isolation or given_facts(), sandbox or foretold()
    experiments = MemoryExperiments()
    ports = Ports(
        catalog=catalog,
        checkouts=checkouts,
        directories=None,
        isolation=isolation,
        models=models,
        experiments=experiments,
        sandbox=sandbox,
        trials=NoTrials(),
        limits=Limits(),
        sections=sections,
    )
    return DrawnPlatform(
        define(ports), checkouts, isolation, sections, catalog, models, sandbox, experiments
    )


def run(
    platform: DrawnPlatform,
    instance: dg.DagsterInstance,
    *assets: str,
    key: str = KEY,
    ref: str | None = None,
    job_name: str = "analyze",
) -> dg.ExecuteInProcessResult:
    """Run `analyze` or another job, or only these of its assets, for one repository."""
    job = platform.definitions.resolve_job_def(job_name)
    has_profile = not assets or "project_profile" in assets
    ops = {"ops": {"project_profile": {"config": {"ref": ref}}}} if has_profile else {}
    return job.execute_in_process(
        run_config={**QUIET, **ops},
        instance=instance,
        partition_key=key,
        asset_selection=[dg.AssetKey(asset) for asset in assets] or None,
    )


class Analyzed(NamedTuple):
    """A platform after one run of `analyze`, and what the run answered and showed."""

    platform: DrawnPlatform
    result: dg.ExecuteInProcessResult
    shown: dict[str, dict[str, dg.MetadataValue]]


def analyze(isolation: GivenFacts | None = None) -> Analyzed:
    """Run the whole job once for the sample."""
    platform = draw_platform(isolation)
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(platform, instance)
        assets = [asset for asset, _ in platform.sections.stored]
        return Analyzed(platform, result, {a: metadata_of_last(instance, a) for a in assets})


def metadata_of_last(instance: dg.DagsterInstance, asset: str) -> dict[str, dg.MetadataValue]:
    """Return what the last materialization of an asset shows."""
    event = instance.get_latest_materialization_event(dg.AssetKey(asset))
    assert event is not None
    assert event.asset_materialization is not None
    return dict(event.asset_materialization.metadata)
