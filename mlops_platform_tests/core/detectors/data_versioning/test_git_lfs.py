from pathlib import Path

from mlops_platform.core.detectors.data_versioning.git_lfs import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_pointer_is_use(tmp_path: Path) -> None:
    files = {
        "model.bin": (
            "version https://git-lfs.github.com/spec/v1\n"
            "oid sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
            "size 12345\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "git lfs used: model.bin"


def test_a_rule_without_pointers_is_none(tmp_path: Path) -> None:
    files = {
        ".gitattributes": "*.psd filter=lfs diff=lfs merge=lfs -text\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_text_about_it_is_none(tmp_path: Path) -> None:
    files = {
        "notes.txt": "see https://git-lfs.github.com/spec/v1\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
