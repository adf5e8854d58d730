"""A failed attempt, read once: which step failed, what was raised, and what the log says."""

import posixpath
import re
from typing import NamedTuple

from mlops_platform.core.failures.log_lines import log_lines, quoted, without_box
from mlops_platform.core.failures.raised import Frame, Raised
from mlops_platform.core.failures.tracebacks import read_tracebacks
from mlops_platform.core.run_log import INSTALL
from mlops_platform.core.run_outcome import Ending, SandboxOutcome
from mlops_platform.core.run_plan import SOURCES, RunPlan, RunStep

CELL = "Cell In"
"""How IPython names a cell of a notebook."""

LAST_LINES = 60
_INSTALLED = re.compile(r"/(?:site|dist)-packages/|^[\w./]*\.pyx$")
_LIBRARY = re.compile(r"/(?:site|dist)-packages/|/lib/python3|^<|^[\w./]*\.pyx$")


class Failure(NamedTuple):
    """What a repair looks at. `step` is None where the environment could not be installed.

    `raised` is the last chain of exceptions, the root cause first. `cause` and `because` are what
    the sandbox itself says, "" where it knows nothing.
    """

    ending: Ending
    step: RunStep | None
    exit_code: int | None
    lines: tuple[str, ...]
    raised: tuple[Raised, ...]
    cause: str = ""
    because: str = ""

    @property
    def is_install(self) -> bool:
        """Tell whether the environment could not be installed, so that nothing ran."""
        return self.step is None

    @property
    def error(self) -> Raised | None:
        """Return the exception that ended the program."""
        return self.raised[-1] if self.raised else None

    def error_of(self, *kinds: str) -> Raised | None:
        """Return the last exception of one of these classes."""
        return next((each for each in reversed(self.raised) if each.kind in kinds), None)

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Search the log from its end, line by line."""
        return next(
            (found for line in reversed(self.lines) if (found := pattern.search(line))), None
        )

    def told(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Search what was raised; only where nothing was, the last lines of the log.

        A warning further up may have been about something that did not matter in the end.
        """
        raised = [
            line
            for each in reversed(self.raised)
            for line in f"{each.name}: {each.message}".split("\n")
        ]
        lines = raised or self.lines[: -LAST_LINES - 1 : -1]
        return next((found for line in lines if (found := pattern.search(line))), None)

    def has_unset_name(self) -> bool:
        """Tell whether a name had no value: what should have given it one may have failed before.

        That failure was caught and printed, so it stands further up in the log.
        """
        return self.error is not None and self.error.kind in ("NameError", "UnboundLocalError")

    def own_path(self, path: str) -> str | None:
        """Return a path of the sandbox relative to the root, None where it is outside."""
        folder = self.step.working_directory if self.step else "."
        whole = posixpath.normpath(posixpath.join(SOURCES, folder, path))
        return posixpath.relpath(whole, SOURCES) if is_inside(whole, SOURCES) else None

    def own_frame(self) -> Frame | None:
        """Return the innermost frame of own code, with its path relative to the root."""
        for raised in reversed(self.raised):
            for frame in reversed(raised.frames):
                if frame.path.startswith(CELL):
                    return frame
                path = None if _LIBRARY.search(frame.path) else self.own_path(frame.path)
                if path is not None:
                    return frame._replace(path=path)
        return None

    def is_raised_in_library(self) -> bool:
        """Tell whether the last frame is code that was installed, not the repository's."""
        frames = self.error.frames if self.error else ()
        return bool(frames) and bool(_INSTALLED.search(frames[-1].path))


def read_failure(plan: RunPlan, outcome: SandboxOutcome) -> Failure:
    """Read an outcome that is no success."""
    lines = log_lines(outcome.log.tail)
    runs = [phase for phase in outcome.phases if phase.name != INSTALL]
    last = outcome.phases[-1] if outcome.phases else None
    step = plan.steps[min(len(runs), len(plan.steps)) - 1] if runs else None
    return Failure(
        ending=outcome.ending,
        step=step,
        exit_code=last.exit_code if last else None,
        lines=lines,
        raised=read_tracebacks(lines),
        cause=outcome.cause,
        because=outcome.because,
    )


def is_inside(path: str, folder: str) -> bool:
    """Tell whether a path is a folder or stands in it."""
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def said(found: re.Match[str]) -> str:
    """Return the line of a match as a quote."""
    return quoted(without_box(found.string))
