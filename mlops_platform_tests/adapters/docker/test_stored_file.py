import hashlib
import io

import pytest

from mlops_platform.adapters.docker.stored_file import store_file


def test_a_file_is_named_after_its_content_and_is_not_executable(tmp_path):
    stored = store_file(io.BytesIO(b"model"), tmp_path, ".PKL")
    assert stored.sha256 == hashlib.sha256(b"model").hexdigest()
    assert stored.name == stored.sha256[:32] + ".pkl"
    assert (tmp_path / stored.name).read_bytes() == b"model"
    assert (tmp_path / stored.name).stat().st_mode & 0o777 == 0o644
    assert [each.name for each in tmp_path.iterdir()] == [stored.name]


def test_files_of_one_content_share_their_name(tmp_path):
    names = {store_file(io.BytesIO(b"same"), tmp_path, ".csv").name for _ in range(3)}
    assert len(names) == 1


@pytest.mark.parametrize("suffix", ["", ".a/b", ".a\nb", ".ä", "." + "x" * 50, "..", ".a b"])
def test_a_strange_suffix_is_left_out(tmp_path, suffix):
    stored = store_file(io.BytesIO(b"x"), tmp_path, suffix)
    assert stored.name == stored.sha256[:32]
