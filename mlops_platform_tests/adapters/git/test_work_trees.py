import os

import pytest

from mlops_platform.adapters.git.work_trees import is_work_tree


@pytest.fixture
def repository(tmp_path):
    git = tmp_path / "own/.git"
    for folder in ("objects", "refs", "worktrees/linked"):
        (git / folder).mkdir(parents=True)
    (git / "HEAD").write_text("ref: refs/heads/main\n")
    return tmp_path / "own"


def test_a_directory_with_its_own_repository_is_one(repository, tmp_path):
    assert is_work_tree(repository)
    assert not is_work_tree(tmp_path)
    assert not is_work_tree(repository / ".git")


@pytest.mark.parametrize("part", ["HEAD", "objects", "refs"])
def test_a_part_that_is_a_link_or_absent_makes_it_none(repository, tmp_path, part):
    (repository / ".git" / part).rename(tmp_path / "elsewhere")
    assert not is_work_tree(repository)
    (repository / ".git" / part).symlink_to(tmp_path / "elsewhere")
    assert not is_work_tree(repository)


def test_a_pointer_counts_only_when_the_repository_points_back(repository, tmp_path):
    linked = tmp_path / "linked"
    linked.mkdir()
    administration = repository / ".git/worktrees/linked"
    (linked / ".git").write_text(f"gitdir: {administration}\n")
    assert not is_work_tree(linked)
    (administration / "gitdir").write_text(f"{linked / '.git'}\n")
    assert is_work_tree(linked)
    (administration / "gitdir").write_text(f"{tmp_path / 'other/.git'}\n")
    assert not is_work_tree(linked)


@pytest.mark.parametrize("text", ["", "gitdir: ", "nonsense", "gitdir: /etc\n", "gitdir: \x00\n"])
def test_a_pointer_to_nothing_is_none(tmp_path, text):
    (tmp_path / ".git").write_text(text)
    assert not is_work_tree(tmp_path)


def test_a_pipe_in_the_place_of_a_pointer_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / ".git")
    assert not is_work_tree(tmp_path)
