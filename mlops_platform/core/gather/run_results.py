"""What is read of a run when it is over: its log, and the files that it left."""

from itertools import chain, starmap
from pathlib import Path

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.collect import collect
from mlops_platform.core.facts.text.texts import read_bytes, shown
from mlops_platform.core.measuring.measurement import PRINTED, TEXT_FILE, Unread
from mlops_platform.core.measuring.printed_text import (
    PrintedLine,
    PrintedText,
    printed_lines,
    text_of_lines,
)
from mlops_platform.core.measuring.run_files import SAYS_SETTINGS, RunFiles
from mlops_platform.core.recognize_artifacts import recognize_artifacts
from mlops_platform.core.run_log import INSTALL, read_run_log
from mlops_platform.core.run_outcome import Artifact, FinishedRun, OutputFile, RunResults

LARGEST_LOG = 32 << 20
LARGEST_TEXT = 1 << 20


def gather_run_results(checkout: Checkout, run: FinishedRun) -> RunResults:
    """Collect metrics, parameters and artifacts of one run; `checkout` is what it began with."""
    stored = Checkout(revision=checkout.revision, root=Path(run.folder))
    outcome = run.outcome
    recognized = list(recognize_artifacts(stored, outcome.outputs))
    artifacts = tuple(one for one in recognized if isinstance(one, Artifact))
    models = {one.path for one in artifacts if one.is_model}
    told = tuple(output for output in outcome.outputs if output.path not in models)
    files = RunFiles(stored, told, checkout)
    texts, unread = _log(stored, outcome.log.file)
    for read in (_text_file(files, output) for output in files.with_suffix(".txt", ".log", ".out")):
        if isinstance(read, Unread):
            unread.append(read.sentence)
        elif read is not None:
            texts.append(read)
    unread += [f"{one.path}: {one.reason}" for one in recognized if isinstance(one, UnreadFile)]
    return collect(texts, files, artifacts, tuple(unread))


def _log(stored: Checkout, name: str) -> tuple[list[PrintedText], list[str]]:
    """Return what each phase printed to stdout and to stderr; installers measure nothing."""
    data = read_bytes(stored, shown(name), LARGEST_LOG)
    if isinstance(data, UnreadFile):
        return [], [f"the log: {data.reason}"]
    printed: dict[tuple[str, str], list[PrintedLine]] = {}
    for line in read_run_log(data.decode("utf-8", "replace").split("\n")):
        if line.phase != INSTALL:
            lines = printed.setdefault((line.phase, line.source), [])
            lines.extend(printed_lines(line.line, line.text))
    texts = [text_of_lines(source, lines, PRINTED) for (_, source), lines in printed.items()]
    return texts, []


def _text_file(files: RunFiles, output: OutputFile) -> PrintedText | Unread | None:
    """Return a text that the run wrote, or what it added to one."""
    if SAYS_SETTINGS.search(output.path):
        return None
    added = files.added(output, LARGEST_TEXT)
    if isinstance(added, Unread):
        return added
    numbered = enumerate(added.lines, start=1)
    lines = chain.from_iterable(starmap(printed_lines, numbered))
    return text_of_lines(output.path, lines, TEXT_FILE)
