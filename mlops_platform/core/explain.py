"""The engine of explanations: why an attempt ended without a result, and what to do about it.

What the engine and the clock say comes before what a log says; a log can claim anything.
"""

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import Failure
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.registry import plugins
from mlops_platform.core.run_outcome import Ending

EXPLANATIONS = "mlops_platform.core.explanations"

_BY_ENDING = {
    Ending.TIMED_OUT: Explained(
        Cause.TIME_LIMIT,
        "the time limit was reached before the run ended; what it printed and wrote until then is"
        " kept",
        "Give it more time (`--timeout`), or a command that ends sooner: fewer epochs or steps.",
    ),
    Ending.OUT_OF_MEMORY: Explained(
        Cause.MEMORY_LIMIT,
        "the run needed more memory than it was given",
        "Give it more (`--memory`), or a command that needs less: fewer rows, smaller batches.",
    ),
    Ending.OUT_OF_DISK: Explained(
        Cause.DISK_LIMIT,
        "the run wrote more than it may",
        "Give it more disk in the settings, or write fewer and smaller files.",
    ),
    Ending.KILLED: Explained(
        Cause.KILLED,
        "the run was ended from outside",
        "Start it again.",
    ),
    Ending.ENGINE_UNAVAILABLE: Explained(
        Cause.ENGINE_UNAVAILABLE,
        "the container engine did not answer",
        "Start the engine; `mlops-platform doctor` says what it lacks.",
    ),
}


def explain(case: Case) -> Explained:
    """Return the cause of a failure; the surest explanations are asked first."""
    failure = case.failure
    if failure.ending in _BY_ENDING:
        return _of_ending(failure)
    if failure.cause in list(Cause):
        return _of_sandbox(failure)
    for module in sorted(plugins(EXPLANATIONS), key=lambda each: each.CERTAINTY):
        found: Explained | None = module.explain(case)
        if found is not None:
            return found
    return Explained(
        Cause.CODE_RAISES,
        f"the command ended with exit code {failure.exit_code} and said nothing about why",
        "Run the command by hand in a fresh environment and make it say what is wrong.",
    )


def sources_modified(paths: tuple[str, ...]) -> Explained:
    """Explain a run that changed the code or configuration that it was started from."""
    shown = ", ".join(f"`{quoted(path)}`" for path in paths[:3])
    more = f" and {len(paths) - 3} more" if len(paths) > 3 else ""  # noqa: PLR2004 (shown above)
    return Explained(
        Cause.SOURCES_MODIFIED,
        f"the run changed files of the repository's own code or configuration: {shown}{more}",
        "Write results into a folder of their own; nobody can repeat a run that edits its sources.",
    )


def nothing_measured(unread: tuple[str, ...] = ()) -> Explained:
    """Explain a run that ended well and left neither a metric nor an artifact."""
    seen = f"; {quoted(unread[0])}" if unread else ""
    return Explained(
        Cause.NOTHING_MEASURED,
        f"the command ended without an error, but left no metric and no file{seen}",
        "Print the metrics (`accuracy: 0.93`) or write them to a file such as `metrics.json`.",
    )


def _of_ending(failure: Failure) -> Explained:
    found = _BY_ENDING[failure.ending]
    if failure.ending is Ending.TIMED_OUT and failure.is_install:
        return Explained(
            Cause.TIME_LIMIT,
            "the time limit was reached while the environment was installed",
            "Pin the dependencies, so that the installer need not search, or give it more time.",
        )
    if failure.because and failure.ending in (Ending.KILLED, Ending.ENGINE_UNAVAILABLE):
        return found._replace(because=quoted(failure.because))
    return found


_NEXT_ACTIONS = {
    Cause.PYTHON_NOT_AVAILABLE: "Name an image of that Python in the settings, or ask for another.",
    Cause.SANDBOX_NOT_SAFE: "`mlops-platform doctor` shows which limits are not in force.",
}


def _of_sandbox(failure: Failure) -> Explained:
    """Explain what the sandbox knows by itself."""
    cause = Cause(failure.cause)
    default = "`mlops-platform doctor` says what the sandbox lacks."
    because = quoted(failure.because) or cause.value.replace("_", " ")
    return Explained(cause, because, _NEXT_ACTIONS.get(cause, default))
