import os
import threading
from pathlib import Path

import pytest
from upath import UPath

from mlops_platform.adapters.upath_sections import UPathSections
from mlops_platform.core.errors import RefusedRepositoryError

KEY = "github.com/acme/project"
HOSTILE_KEYS = [
    "../../etc/passwd",
    "github.com/../../../tmp/x",
    "/etc/passwd",
    "github.com//project",
    "github.com/./project",
    "github.com/acme/.hidden",
    "github.com\\acme\\project",
    "github.com/acme/pro\x00ject",
    "github.com/acme/pro ject",
    "s3://bucket/key",
    "a" * 300,
    "",
]


def files_below(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]


@pytest.fixture(params=["disk", "memory"])
def base(request, tmp_path):
    if request.param == "disk":
        return UPath(tmp_path / "sections")
    return UPath(f"memory://{tmp_path.name}/sections")


@pytest.fixture
def sections(base):
    return UPathSections(base)


def test_a_section_reads_back_as_it_was_written(sections):
    sections.write("readiness_report", KEY, '{"a": "ä"}\n')
    assert sections.read("readiness_report", KEY) == '{"a": "ä"}\n'


def test_what_was_never_stored_is_none(sections):
    assert sections.read("readiness_report", KEY) is None
    assert sections.repositories("readiness_report") == ()


def test_the_last_write_counts(sections):
    sections.write("readiness_report", KEY, "first, and longer")
    sections.write("readiness_report", KEY, "second")
    assert sections.read("readiness_report", KEY) == "second"


def test_a_section_is_a_file_by_asset_and_key(base, sections):
    sections.write("readiness_report", KEY, "{}")
    assert (base / "readiness_report/github.com/acme/project.json").read_text() == "{}"


def test_repositories_are_listed_by_asset_and_sorted(sections):
    for key in ("gitlab.com/group/sub/name", KEY, "local/project-0123456789ab"):
        sections.write("readiness_report", key, "{}")
    sections.write("project_profile", "github.com/acme/other", "{}")
    assert sections.repositories("readiness_report") == (
        KEY,
        "gitlab.com/group/sub/name",
        "local/project-0123456789ab",
    )


def test_one_keys_file_is_never_anothers_folder(sections):
    keys = ("gitlab.com/g/x", "gitlab.com/g/x.json", "gitlab.com/g/x.json/y", "gitlab.com/g/x/y")
    for key in keys:
        sections.write("readiness_report", key, key)
    assert [sections.read("readiness_report", key) for key in keys] == list(keys)
    assert sections.repositories("readiness_report") == tuple(sorted(keys))


@pytest.mark.parametrize("key", HOSTILE_KEYS)
def test_a_key_cannot_leave_the_store(sections, key):
    with pytest.raises(RefusedRepositoryError):
        sections.write("readiness_report", key, "{}")
    with pytest.raises(RefusedRepositoryError):
        sections.read("readiness_report", key)


def test_a_reader_never_sees_half_a_section(tmp_path):
    sections = UPathSections(UPath(tmp_path))
    texts = {letter * 200_000 for letter in "ab"}
    sections.write("readiness_report", KEY, "a" * 200_000)
    stopping = threading.Event()

    def rewrite() -> None:
        while not stopping.is_set():
            for text in texts:
                sections.write("readiness_report", KEY, text)

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        assert all(sections.read("readiness_report", KEY) in texts for _ in range(200))
    finally:
        stopping.set()
        writer.join()
    assert files_below(tmp_path) == ["readiness_report/github.com/acme/project.json"]


def test_a_failed_write_leaves_the_former_section(tmp_path, monkeypatch):
    sections = UPathSections(UPath(tmp_path))
    sections.write("readiness_report", KEY, "former")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        sections.write("readiness_report", KEY, "new")
    assert sections.read("readiness_report", KEY) == "former"
    assert files_below(tmp_path) == ["readiness_report/github.com/acme/project.json"]
