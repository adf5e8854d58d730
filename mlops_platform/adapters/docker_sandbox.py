"""The sandbox on a Docker engine: foreign code runs in its containers, and nowhere else."""

from pathlib import Path
from uuid import uuid4

from mlops_platform.adapters.docker.attempt import PROBE_SECONDS, Attempt, Task
from mlops_platform.adapters.docker.base_image import (
    PythonNotAvailableError,
    available_pythons,
    base_image,
)
from mlops_platform.adapters.docker.engine import Engine, EngineError
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.adapters.docker.labels import Tags
from mlops_platform.adapters.docker.probe import probe_sandbox
from mlops_platform.adapters.docker.run_steps import probed_configuration
from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.adapters.docker.sweeping import sweep_engine
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.run_outcome import SandboxOutcome
from mlops_platform.core.sandbox import HasEnded, LiveLog, SandboxOrder, SandboxProbe

LOG = "log.txt"
DEFAULT_PYTHON = "3.11"


class DockerSandbox:
    """Fits the port `Sandbox`; the engine is asked for the first time when it is needed."""

    def __init__(self, settings: SandboxSettings) -> None:
        self._settings = settings
        self._engine = Engine()

    def run(
        self, order: SandboxOrder, checkout: Checkout, outputs: Path, live: LiveLog
    ) -> SandboxOutcome:
        """Run one attempt; its containers are gone afterwards, whatever happens."""
        log = KeptLog(outputs / LOG, live, self._settings.without_secrets)
        attempt = Attempt(Task(self._engine, self._settings, order, checkout, outputs), log)
        try:
            attempt.run()
        finally:
            digest = log.close()
        return attempt.outcome(digest)

    def pythons(self) -> tuple[str, ...]:
        """Return the versions ("3.X") that the engine has images of; () where none answers."""
        try:
            return available_pythons(self._engine, self._settings)
        except EngineError:
            return ()

    def probe(self) -> SandboxProbe:
        """Start a probe with the limits of the settings. Raises PlatformError."""
        tags = Tags(self._settings.platform, f"probe-{uuid4().hex}", 1)
        try:
            image = base_image(self._engine, self._settings, self._python())
        except (EngineError, PythonNotAvailableError) as error:
            raise PlatformError(f"The sandbox could not be examined: {error}") from error
        configuration = probed_configuration(self._settings.limits, self._settings)
        labels = tags.labels("probe", PROBE_SECONDS)
        with tags.under_way():
            return probe_sandbox(self._engine, image, configuration, labels)

    def sweep(self, has_ended: HasEnded = lambda _: False) -> tuple[str, ...]:
        """Remove what dead runs left behind, and name it. Raises PlatformError."""
        try:
            return sweep_engine(self._engine, has_ended)
        except EngineError as error:
            raise PlatformError(
                f"What dead runs left could not be looked for ({error}); is the engine running?"
            ) from error

    def _python(self) -> str:
        there = available_pythons(self._engine, self._settings)
        return DEFAULT_PYTHON if DEFAULT_PYTHON in there or not there else there[-1]
