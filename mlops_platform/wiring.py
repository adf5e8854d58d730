"""Which adapter stands behind which port, by the settings."""

from functools import cache
from typing import NamedTuple

from upath import UPath

from mlops_platform.adapters.catalog_checkouts import CatalogCheckouts
from mlops_platform.adapters.directory_checkouts import DirectoryCheckouts
from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.adapters.docker_sandbox import DockerSandbox
from mlops_platform.adapters.experiment_outbox import ExperimentOutbox
from mlops_platform.adapters.git_checkouts import FetchSettings, GitCheckouts
from mlops_platform.adapters.language_model.presets import endpoint_of
from mlops_platform.adapters.mlflow_addresses import MlflowAddresses, mlflow_addresses
from mlops_platform.adapters.mlflow_experiment_store import MlflowExperimentStore
from mlops_platform.adapters.mlflow_model_registry import MlflowModelRegistry
from mlops_platform.adapters.mlflow_traces import MlflowTraces
from mlops_platform.adapters.openai_language_model import OpenAILanguageModel
from mlops_platform.adapters.read_ahead import ReadAhead
from mlops_platform.adapters.remembered_replies import RememberedReplies
from mlops_platform.adapters.sandboxed_trials import SandboxedTrials
from mlops_platform.adapters.subprocess_isolation import SubprocessIsolation
from mlops_platform.adapters.upath_sections import UPathSections
from mlops_platform.adapters.yaml_catalog import YamlCatalog
from mlops_platform.core.catalog_entry import Catalog
from mlops_platform.core.execution_settings import listed
from mlops_platform.core.experiment_store import ExperimentStore
from mlops_platform.core.git_hosts import read_git_hosts
from mlops_platform.core.language_model import LanguageModel, Traces
from mlops_platform.core.model_registry import ModelRegistry
from mlops_platform.core.model_trial import ModelTrials
from mlops_platform.core.ports import Checkouts, Sections
from mlops_platform.core.run_plan import Limits
from mlops_platform.core.sandbox import Sandbox
from mlops_platform.core.settings import Settings


class Ports(NamedTuple):
    """The adapters of one process; `directories` is for the command line alone."""

    catalog: Catalog
    checkouts: Checkouts
    directories: DirectoryCheckouts
    isolation: ReadAhead
    models: ModelRegistry
    experiments: ExperimentStore
    sandbox: Sandbox
    trials: ModelTrials
    limits: Limits
    sections: Sections
    language_model: LanguageModel | None = None
    token_budget: int = 0
    traces: Traces | None = None


@cache
def wire(settings: Settings) -> Ports:
    """Make every adapter, once; nothing is opened or created before it is used."""
    hosts = read_git_hosts(settings.git_mirrors, settings.allowed_hosts)
    trees = settings.home / "checkouts"
    catalog = YamlCatalog(settings.home / settings.catalog, hosts.names())
    fetched = GitCheckouts(trees, FetchSettings(hosts, settings.ca_bundle))
    addresses = addresses_of_mlflow(settings)
    sandbox = DockerSandbox(_sandbox_settings(settings))
    sections = UPathSections(UPath(settings.sections or settings.home / "sections"))
    return Ports(
        catalog=catalog,
        checkouts=CatalogCheckouts(fetched, catalog),
        directories=DirectoryCheckouts(trees),
        isolation=ReadAhead(SubprocessIsolation()),
        models=MlflowModelRegistry(addresses),
        experiments=MlflowExperimentStore(
            addresses, ExperimentOutbox(settings.home / "runs_to_send")
        ),
        sandbox=sandbox,
        trials=SandboxedTrials(sandbox),
        limits=settings.execution_limits(),
        sections=sections,
        language_model=language_model_of(settings, sections),
        token_budget=settings.token_budget,
        traces=MlflowTraces(addresses),
    )


def language_model_of(settings: Settings, sections: Sections) -> LanguageModel | None:
    """Return whom to ask for words, None where nobody is configured. Raises BadSettingError."""
    endpoint = endpoint_of(settings)
    if endpoint is None:
        return None
    return RememberedReplies(OpenAILanguageModel(endpoint), sections, endpoint.address)


def addresses_of_mlflow(settings: Settings) -> MlflowAddresses:
    """Return where runs and models are, for whoever starts or names MLflow's server."""
    return mlflow_addresses(settings.home, settings.mlflow_tracking_uri)


def _sandbox_settings(settings: Settings) -> SandboxSettings:
    return SandboxSettings(
        platform=str(settings.home),
        image=settings.execution_docker_image,
        may_pull=settings.execution_pull_images,
        runtime=settings.execution_runtime,
        ca_bundle=settings.ca_bundle,
        index_url=settings.index_url,
        find_links=listed(settings.find_links),
        proxy=settings.proxy,
        no_proxy=settings.no_proxy,
        limits=settings.execution_limits(),
        verdicts=settings.home / "sandbox" / "verdicts",
    )
