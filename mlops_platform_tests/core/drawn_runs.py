"""Draw a run that is over: what it printed, what it left, and what was there before."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.collect import collect
from mlops_platform.core.measuring.printed_text import printed_text
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.run_log import STDERR_MARK, STDOUT_MARK, phase_note
from mlops_platform.core.run_outcome import (
    Ending,
    FinishedRun,
    LogDigest,
    OutputFile,
    RunResults,
    SandboxOutcome,
)
from mlops_platform_tests.drawing import REVISION, draw_checkout

LOG = "run.log"
Files = Mapping[str, str | bytes]


def draw_files(tmp_path: Path, files: Files, before: Files | None = None) -> RunFiles:
    """Store files as a run's outputs; what `before` holds too, the run changed."""
    outputs, stored = _stored(tmp_path, files, before or {})
    return RunFiles(stored, outputs, draw_checkout(tmp_path, before or {}))


def draw_run(
    tmp_path: Path,
    files: Files | None = None,
    before: Files | None = None,
    *,
    stdout: str = "",
    stderr: str = "",
) -> tuple[Checkout, FinishedRun]:
    """Draw a run with its log, as the sandbox hands it over."""
    outputs, stored = _stored(tmp_path, files or {}, before or {})
    lines = [phase_note("train", "python train.py"), *_marked(STDOUT_MARK, stdout)]
    (stored.root / LOG).write_text("\n".join([*lines, *_marked(STDERR_MARK, stderr)]) + "\n")
    outcome = SandboxOutcome(ending=Ending.SUCCEEDED, log=LogDigest(file=LOG), outputs=outputs)
    run = FinishedRun(folder=str(stored.root), outcome=outcome)
    return draw_checkout(tmp_path, before or {}), run


def results_of(text: str) -> RunResults:
    """Collect from one printed text."""
    nowhere = Checkout(revision=REVISION, root=Path("/nowhere"))
    return collect([printed_text("stdout", text)], RunFiles(nowhere, (), nowhere))


def measured(text: str) -> dict[str, float]:
    """Return what a printed text states, by key."""
    return {metric.key: metric.value for metric in results_of(text).metrics}


def _marked(mark: str, text: str) -> Iterable[str]:
    return [f"{mark}{line}" for line in text.split("\n")] if text else []


def _stored(tmp_path: Path, files: Files, before: Files) -> tuple[tuple[OutputFile, ...], Checkout]:
    folder = tmp_path / "outputs"
    folder.mkdir(exist_ok=True)
    outputs = []
    for path, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        digest = hashlib.sha256(data).hexdigest()
        name = hashlib.sha256(path.encode()).hexdigest()[:32]
        (folder / name).write_bytes(data)
        change = "new" if path not in before else "changed"
        output = OutputFile(
            path=path, stored_as=name, size_bytes=len(data), sha256=digest, change=change
        )
        outputs.append(output)
    return tuple(outputs), Checkout(revision=REVISION, root=folder)
