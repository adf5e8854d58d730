"""One attempt from its base image to its outputs: what was reached is kept, however it ends."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mlops_platform.adapters.docker.base_image import PythonNotAvailableError, base_image
from mlops_platform.adapters.docker.collected_outputs import CollectedOutputs, Left
from mlops_platform.adapters.docker.endings import CAUSES
from mlops_platform.adapters.docker.engine import Engine, EngineError, EngineUnavailableError
from mlops_platform.adapters.docker.environment_image import EnvironmentImages, Site
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.adapters.docker.labels import Tags
from mlops_platform.adapters.docker.path_links import linked_image, refused_mappings, root_links
from mlops_platform.adapters.docker.run_steps import Stage, probed_configuration, run_steps
from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.adapters.docker.sources_archive import SourcesArchive
from mlops_platform.adapters.docker.sweeping import sweep_engine
from mlops_platform.adapters.docker.verdicts import Verdicts
from mlops_platform.adapters.docker.workspace import Workspace
from mlops_platform.adapters.docker.workspace_archive import workspace_archive
from mlops_platform.core.causes import Cause
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.run_outcome import Ending, LogDigest, Phase, SandboxOutcome
from mlops_platform.core.run_plan import RunPlan
from mlops_platform.core.sandbox import SandboxOrder

PROBE_SECONDS = 120
MARGIN_SECONDS = 300
"""Beyond the time limit: what laying in, collecting and removing may take."""

NO_SPACE = "no space left on device"
NO_GPU = "could not select device driver"


class Task(NamedTuple):
    """What an attempt is given."""

    engine: Engine
    settings: SandboxSettings
    order: SandboxOrder
    checkout: Checkout
    outputs: Path

    @property
    def tags(self) -> Tags:
        """Return whose its containers are."""
        return Tags(self.settings.platform, self.order.run_id, self.order.attempt)


class Attempt:
    """Call `run` once, then ask for the `outcome`."""

    def __init__(self, task: Task, log: KeptLog) -> None:
        self._task = task
        self._log = log
        self._phases: list[Phase] = []
        self._image = ""
        self._packages: tuple[str, ...] = ()
        self._left = Left((), (), ())
        self._ending = Ending.FAILED
        self._because = self._cause = ""

    def run(self) -> None:
        """Install, run and collect; an engine that fails is an ending, not an exception."""
        try:
            with self._task.tags.under_way():
                # What cannot be removed is no reason to fail; an engine that is gone says so next.
                with suppress(EngineError):
                    sweep_engine(self._task.engine)
                self._run(self._task.order.plan)
        except PythonNotAvailableError as error:
            self._end(Ending.NOT_RUNNABLE, str(error), Cause.PYTHON_NOT_AVAILABLE)
        except EngineError as error:
            self._engine_failed(error)
        except PlatformError as error:
            self._end(Ending.NOT_RUNNABLE, str(error))

    def outcome(self, log: LogDigest) -> SandboxOutcome:
        """Return what came of it."""
        return SandboxOutcome(
            ending=self._ending,
            phases=tuple(self._phases),
            log=log,
            image=self._image,
            packages=self._packages,
            outputs=self._left.outputs,
            modified_sources=self._left.modified_sources,
            refused_outputs=self._left.refused,
            because=self._task.settings.without_secrets(self._because),
            cause=self._cause,
        )

    def _run(self, plan: RunPlan) -> None:
        engine, settings = self._task.engine, self._task.settings
        if not self._is_runtime_there(engine, settings.runtime):
            return
        base = base_image(engine, settings, plan.environment.python)
        if not self._is_safe(base, plan):
            return
        site = Site(engine, settings, self._task.tags, self._log)
        repository = self._task.checkout.revision.repository
        images = EnvironmentImages(site, base, repository, plan.limits)
        installed = images.install(plan.environment, self._task.checkout)
        self._phases.append(installed.phase)
        if not installed.image:
            self._end(installed.phase.ending, installed.because, installed.cause)
            return
        self._image, self._packages = installed.image, installed.packages
        links = root_links(plan)
        image = self._image
        if links:
            labels = self._task.tags.labels("links", plan.limits.run_seconds + MARGIN_SECONDS)
            image = linked_image(engine, self._image, links, labels)
        try:
            self._work(plan, base, image)
        finally:
            if links:
                with suppress(EngineError):
                    engine.remove_image(image)

    def _work(self, plan: RunPlan, base: str, image: str) -> None:
        engine, settings, tags = self._task.engine, self._task.settings, self._task.tags
        sources = SourcesArchive(self._task.checkout.root, carried=self._task.order.carried)
        seconds = plan.limits.run_seconds + MARGIN_SECONDS
        with Workspace(engine, base, tags, seconds) as workspace:
            workspace.fill(workspace_archive(sources, plan, settings))
            stage = Stage(engine, settings, tags, self._log, workspace, image)
            for step in run_steps(stage, plan):
                self._phases.append(step.phase)
                self._end(step.phase.ending, step.because)
            if self._ending is Ending.ENGINE_UNAVAILABLE:
                return
            left = CollectedOutputs(sources, self._task.outputs).collect(workspace.contents())
        refused = (f"the path {path} was not mapped" for path in refused_mappings(plan))
        self._left = left._replace(refused=(*left.refused, *refused))

    def _end(self, ending: Ending, because: str, cause: str = "") -> None:
        if NO_GPU in because:
            ending, cause = Ending.NOT_RUNNABLE, Cause.GPU_NEEDED
            because = "A GPU was asked for (EXECUTION_GPUS), and the Docker engine offers none."
        self._ending, self._because = ending, because
        self._cause = cause or str(CAUSES.get(ending, ""))

    def _engine_failed(self, error: EngineError) -> None:
        if isinstance(error, EngineUnavailableError):
            self._end(
                Ending.ENGINE_UNAVAILABLE,
                f"No Docker engine answers ({error}); start it, or set DOCKER_HOST.",
            )
        elif NO_SPACE in str(error):
            self._end(Ending.OUT_OF_DISK, f"The Docker engine's disk is full: {error}.")
        else:
            self._end(Ending.ENGINE_UNAVAILABLE, f"The Docker engine refused: {error}.")

    def _is_safe(self, base: str, plan: RunPlan) -> bool:
        if self._task.settings.verdicts is None:
            return True
        refusal = Verdicts(self._task.settings.verdicts).refusal(
            self._task.engine,
            base,
            probed_configuration(plan.limits, self._task.settings),
            self._task.tags.labels("probe", PROBE_SECONDS),
        )
        if refusal:
            self._end(Ending.NOT_RUNNABLE, refusal, Cause.SANDBOX_NOT_SAFE)
        return not refusal

    def _is_runtime_there(self, engine: Engine, runtime: str) -> bool:
        there = sorted(engine.info().get("Runtimes") or ())
        if not runtime or runtime in there:
            return True
        self._end(
            Ending.NOT_RUNNABLE,
            f"EXECUTION_RUNTIME asks for {runtime}, and the Docker engine has only"
            f" {', '.join(there)}.",
            Cause.ENGINE_UNAVAILABLE,
        )
        return False
