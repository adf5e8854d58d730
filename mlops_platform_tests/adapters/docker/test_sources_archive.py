import io
import os
import tarfile

import pytest

from mlops_platform.adapters.docker.sources_archive import (
    END,
    WRITTEN_AT,
    SourcesArchive,
    files_archive,
)
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.sandbox import CarriedFile
from mlops_platform_tests.drawing import draw_checkout


def unpacked(chunks):
    archive = tarfile.TarFile(fileobj=io.BytesIO(b"".join(chunks) + END))
    return {entry.name: entry for entry in archive}, archive


def test_files_folders_and_links_go_in_as_they_are(tmp_path):
    checkout = draw_checkout(
        tmp_path,
        {
            "src/train.py": "print(1)",
            "data.csv": b"a,b\n",
            "empty/": "",
            "big.bin": b"x" * 3_000_000,
        },
        links={"latest": "data.csv"},
    )
    sources = SourcesArchive(checkout.root)
    entries, archive = unpacked(sources.stream())
    assert set(entries) == {
        "src", "src/src", "src/src/train.py", "src/data.csv", "src/empty", "src/big.bin",
        "src/latest",
    }  # fmt: skip
    assert archive.extractfile("src/src/train.py").read() == b"print(1)"
    assert archive.extractfile("src/big.bin").read() == b"x" * 3_000_000
    assert entries["src/latest"].linkname == "data.csv"
    assert {entry.uid for entry in entries.values()} == {65534}
    assert {entry.mtime for entry in entries.values()} == {WRITTEN_AT}
    assert set(sources.files) == {"src/train.py", "data.csv", "big.bin"}
    assert sources.folders == {".", "src", "empty"}
    assert sources.links == {"latest"}


def test_what_is_executable_stays_so(tmp_path):
    checkout = draw_checkout(tmp_path, {"run.sh": "#!/bin/sh", "train.py": ""})
    (checkout.root / "run.sh").chmod(0o755)
    entries, _ = unpacked(SourcesArchive(checkout.root).stream())
    assert entries["src/run.sh"].mode == 0o755
    assert entries["src/train.py"].mode == 0o644


def test_names_of_any_length_and_bytes_survive(tmp_path):
    checkout = draw_checkout(tmp_path, {"/".join(["deep" * 10] * 5) + "/größe.csv": "1"})
    raw = os.fsdecode(b"bad-\xff.txt")
    (checkout.root / raw).write_text("2")
    entries, _ = unpacked(SourcesArchive(checkout.root).stream())
    assert f"src/{raw}" in entries
    assert any(name.endswith("/größe.csv") for name in entries)


def test_the_digest_is_of_the_content_alone(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = draw_checkout(tmp_path / "a", {"x": "1"})
    second = draw_checkout(tmp_path / "b", {"x": "1"})
    assert SourcesArchive(first.root).digest() == SourcesArchive(second.root).digest()
    (second.root / "x").write_text("2")
    assert SourcesArchive(first.root).digest() != SourcesArchive(second.root).digest()


def test_neither_fifo_nor_socket_is_opened(tmp_path):
    checkout = draw_checkout(tmp_path, {"a": "1"})
    os.mkfifo(checkout.root / "pipe")
    entries, _ = unpacked(SourcesArchive(checkout.root).stream())
    assert set(entries) == {"src", "src/a"}


def test_small_files_are_laid_in_to_be_executed():
    entries, archive = unpacked(files_archive("install", {"install.sh": b"exit"}))
    assert entries["install/install.sh"].mode == 0o755
    assert archive.extractfile("install/install.sh").read() == b"exit"


def test_a_file_that_becomes_shorter_is_no_archive(tmp_path):
    checkout = draw_checkout(tmp_path, {"a": b"x" * 3_000_000})
    stream = SourcesArchive(checkout.root).stream()
    for chunk in stream:
        if len(chunk) > 512:
            os.truncate(checkout.root / "a", 10)
            break
    with pytest.raises(PlatformError, match="shorter"):
        list(stream)


@pytest.fixture
def carried(tmp_path):
    """Make a file of an earlier run that goes to a path."""

    def make(path, content="carried"):
        file = tmp_path / f"stored-{len(list(tmp_path.iterdir()))}"
        file.write_text(content)
        return CarriedFile(path=path, file=file)

    return make


def test_what_an_earlier_run_made_is_laid_beside_the_sources(tmp_path, carried):
    checkout = draw_checkout(tmp_path, {"train.py": "print(1)", "models/old.pkl": "old"})
    made = (carried("models/new.pkl"), carried("models/old.pkl", "newer"), carried("out/deep/a"))
    sources = SourcesArchive(checkout.root, carried=made)
    entries, archive = unpacked(sources.stream())
    assert archive.extractfile("src/models/new.pkl").read() == b"carried"
    assert archive.extractfile(entries["src/models/old.pkl"]).read() == b"newer"
    assert entries["src/out/deep"].isdir()
    assert {"models/new.pkl", "models/old.pkl", "out/deep/a"} <= set(sources.files)
    assert sources.files["models/old.pkl"].size_bytes == 5


@pytest.mark.parametrize(
    "path", ["train.py", "../outside", "/etc/passwd", "link/a", "train.py/a", "models", "."]
)
def test_nothing_is_carried_over_code_through_links_or_outside(tmp_path, carried, path):
    files = {"train.py": "print(1)", "models/old.pkl": "old"}
    checkout = draw_checkout(tmp_path, files, links={"link": "models"})
    plain = b"".join(SourcesArchive(checkout.root).stream())
    assert b"".join(SourcesArchive(checkout.root, carried=[carried(path)]).stream()) == plain
