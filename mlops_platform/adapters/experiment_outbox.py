"""Executions on their way to the experiment store: kept whole on disk until they have arrived.

One folder an execution, made in a single step: `record.json`, and `artifacts/` as they will lie in
the store. Files are linked, so keeping them takes no room. A lock sees to it that of two processes
one sends.
"""

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from mlops_platform.core.errors import PlatformError
from mlops_platform.core.recorded_run import RunRecord
from mlops_platform.core.recording.deciding import deciding
from mlops_platform.core.recording.documents import documents_of, presentable
from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.core.report.escaping import one_line

RECORD, ARTIFACTS, WHY = "record.json", "artifacts", "why.txt"
PARTIAL = ".partial-"
MOST_FILES = 2000
LONGEST_WHY = 300
SAFE_NAME = re.compile(r"(?!\.)[A-Za-z0-9._-]{1,200}\Z")
DESCRIPTION = "MLmodel"
"""What MLflow takes for the description of a model to load; a foreign one must not be that."""


class Parcel(NamedTuple):
    """One execution that waits; its folder is gone once it has arrived."""

    folder: Path
    record: RunRecord

    @property
    def identity(self) -> str:
        """Return what tells this execution from every other, in hexadecimal digits."""
        return self.folder.name

    @property
    def ended_at(self) -> datetime:
        """Return when it ended; the outbox sees to it that every record says so."""
        return self.record.ended_at or datetime.now(UTC)

    @property
    def artifacts(self) -> Path:
        """Return the folder of what is to be stored beside the run."""
        return self.folder / ARTIFACTS

    @property
    def why(self) -> str:
        """Return why it still waits."""
        try:
            return one_line((self.folder / WHY).read_text(encoding="utf-8"), LONGEST_WHY)
        except OSError:
            return "it was not sent yet"

    def waits_because(self, why: str) -> None:
        """Remember why it could not be sent."""
        # It may have arrived meanwhile, or the disk be full: it waits all the same.
        with contextlib.suppress(OSError):
            (self.folder / WHY).write_text(one_line(why, LONGEST_WHY), encoding="utf-8")


class ExperimentOutbox:
    """The folder of everything that waits; it is made when something first does."""

    def __init__(self, base: Path) -> None:
        self._base = base

    def put(self, record: RunRecord, outputs: Path) -> Parcel:
        """Keep an execution, with the files that are stored with it. Raises PlatformError.

        An execution that waits already stays as it is.
        """
        record = presentable(record)
        if record.ended_at is None:
            record = record.model_copy(update={"ended_at": datetime.now(UTC)})
        folder = self._base / _name(record)
        try:
            if not folder.is_dir():
                self._make(folder, record, outputs)
            return _read(folder)
        except OSError as error:
            raise PlatformError(
                f"The run could not be kept in {self._base}: {error.strerror}; make room or make it"
                " writable, and execute again."
            ) from error

    def waiting(self) -> tuple[Parcel, ...]:
        """Return what waits, in the order in which it ended."""
        folders = self._base.iterdir() if self._base.is_dir() else iter(())
        parcels = [_read(each) for each in folders if (each / RECORD).is_file()]
        return tuple(sorted(parcels, key=lambda each: (str(each.record.ended_at), each.folder)))

    @contextlib.contextmanager
    def taken(self, parcel: Parcel) -> Iterator[bool]:
        """Tell whether we may send it: nobody else does now, and it has not left meanwhile."""
        try:
            descriptor = os.open(parcel.folder / RECORD, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            yield False
            return
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield (parcel.folder / RECORD).exists()
        finally:
            os.close(descriptor)

    def remove(self, parcel: Parcel) -> None:
        """Take an execution off, which has arrived."""
        gone = self._base / f"{PARTIAL}{parcel.folder.name}"
        shutil.rmtree(gone, ignore_errors=True)
        # Renamed first: half a parcel must never look like one.
        parcel.folder.rename(gone)
        shutil.rmtree(gone)

    def _make(self, folder: Path, record: RunRecord, outputs: Path) -> None:
        self._base.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=PARTIAL, dir=self._base))
        try:
            _lay_out(record, outputs, partial / ARTIFACTS)
            with (partial / RECORD).open("x", encoding="utf-8") as file:
                file.write(canonical_json(record.model_dump(mode="json")))
                file.flush()
                os.fsync(file.fileno())
            try:
                partial.rename(folder)
            except OSError:
                # Somebody else kept the same execution meanwhile.
                if not folder.is_dir():
                    raise
        finally:
            shutil.rmtree(partial, ignore_errors=True)


def _name(record: RunRecord) -> str:
    identity = f"{record.execution.run_id}\n{record.purpose}\n{record.repository}"
    return hashlib.sha256(identity.encode(errors="replace")).hexdigest()[:32]


def _read(folder: Path) -> Parcel:
    try:
        text = (folder / RECORD).read_text(encoding="utf-8")
        return Parcel(folder, RunRecord.model_validate_json(text))
    except ValidationError as error:
        raise PlatformError(
            f"{folder / RECORD} cannot be read: it is of another version of the platform; move it"
            " away, or send it with that version."
        ) from error


def _lay_out(record: RunRecord, outputs: Path, target: Path) -> None:
    """Link the outputs to where they will lie: models under `model`, others under `outputs`."""
    target.mkdir(parents=True)
    for name, text in documents_of(record):
        (target / name).write_text(text, encoding="utf-8", errors="replace")
    attempt = deciding(record.execution)
    if attempt is None:
        return
    outcome = attempt.outcome
    models = {each.stored_as for each in record.execution.results.artifacts if each.is_model}
    names = [each.stored_as for each in outcome.outputs]
    for name in sorted({*names, *models})[:MOST_FILES]:
        _link(outputs, name, target / ("model" if name in models else "outputs"))
    if not _link(outputs, outcome.log.file, target):
        (target / "log_end.txt").write_text(outcome.log.tail, encoding="utf-8", errors="replace")


def _link(outputs: Path, name: str, folder: Path) -> bool:
    """Link one file of ours, or copy it to another disk; only a plain one with a safe name."""
    parts = name.split("/")
    source = outputs.joinpath(*parts)
    if not all(SAFE_NAME.match(part) for part in parts) or not _is_plain(source):
        return False
    stored = f"{parts[-1]}.txt" if parts[-1] == DESCRIPTION else parts[-1]
    place = folder.joinpath(*parts[:-1], stored)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, place, follow_symlinks=False)
    except OSError:
        shutil.copyfile(source, place, follow_symlinks=False)
    return True


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
