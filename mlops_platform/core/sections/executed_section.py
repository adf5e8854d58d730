"""What every executing asset stores of a run in the sandbox. Nothing here is scored."""

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.run_outcome import Ending, Execution
from mlops_platform.core.run_plan import Planning


class ExecutedSection(Frozen):
    """The plan, what came of it, and where it was recorded.

    `failure` says why there is no plan at all. `store_id` and `link` are the experiment store's,
    "" while the run waits to be sent (`is_waiting`).
    """

    asset: str = ""
    revision: Revision
    failure: str = ""
    planning: Planning | None = None
    execution: Execution | None = None
    store_id: str = ""
    link: str = ""
    is_waiting: bool = False

    @property
    def has_succeeded(self) -> bool:
        """Tell whether the run gave what it was made for."""
        return self.execution is not None and self.execution.ending is Ending.SUCCEEDED
