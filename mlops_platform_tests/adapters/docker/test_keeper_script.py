from mlops_platform.adapters.docker.keeper_script import measured


def test_bytes_and_files_are_counted_without_following_links(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "data").write_bytes(b"x" * 100_000)
    (tmp_path / "around").symlink_to(tmp_path)
    used, files = measured(str(tmp_path))
    assert files == 4
    assert 100_000 <= used < 200_000


def test_a_sparse_file_counts_with_what_it_fills(tmp_path):
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(1 << 40)
    used, _ = measured(str(tmp_path))
    assert used < 1 << 20


def test_what_is_not_there_holds_nothing(tmp_path):
    assert measured(str(tmp_path / "gone")) == (0, 0)
