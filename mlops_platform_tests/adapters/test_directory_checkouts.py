import os
import subprocess

import pytest

from mlops_platform.adapters.directory_checkouts import DirectoryCheckouts
from mlops_platform.adapters.git.tree_limits import CheckoutLimits
from mlops_platform.adapters.git_checkouts import FetchSettings, GitCheckouts
from mlops_platform.core.errors import RefusedRepositoryError
from mlops_platform.core.git_hosts import read_git_hosts

pytestmark = pytest.mark.integration


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "kept"


@pytest.fixture
def directories(kept):
    return DirectoryCheckouts(kept)


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "my project"
    (folder / "src").mkdir(parents=True)
    (folder / "src/train.py").write_text("print(1)\n")
    (folder / "data.csv").write_text("a,b\n")
    return folder


def git(folder, *arguments):
    author = ("-c", "user.name=Author", "-c", "user.email=author@example.org")
    subprocess.run(["git", "-C", folder, *author, *arguments], check=True, capture_output=True)


def commit_all(folder):
    git(folder, "init", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--message=first")


def texts(checkout):
    files = (path for path in checkout.root.rglob("*") if path.is_file())
    return {str(path.relative_to(checkout.root)): path.read_text() for path in files}


HONEST = {"src/train.py": "print(1)\n", "data.csv": "a,b\n"}


def test_a_plain_directory_is_read_as_it_is(directories, project):
    checkout, notice = directories.fetch_directory(project)
    assert texts(checkout) == HONEST
    assert notice == ""
    assert checkout.revision.commit.startswith("tree-")
    assert checkout.revision.repository.startswith("local/my_project-")
    assert checkout.revision.url is None


def test_the_name_of_a_copy_depends_on_names_and_contents_only(directories, project):
    first = directories.fetch_directory(project).checkout.revision.commit
    os.utime(project / "data.csv", (0, 0))
    assert directories.fetch_directory(project).checkout.revision.commit == first
    (project / "data.csv").write_text("a,c\n")
    second = directories.fetch_directory(project).checkout.revision.commit
    (project / "data.csv").rename(project / "data2.csv")
    third = directories.fetch_directory(project).checkout.revision.commit
    assert len({first, second, third}) == 3


def test_a_work_tree_is_read_at_its_head_and_says_what_it_left_out(directories, project):
    commit_all(project)
    clean = directories.fetch_directory(project)
    assert clean.notice == ""
    assert len(clean.checkout.revision.commit) == 40
    assert clean.checkout.revision.committed_at is not None
    (project / "data.csv").write_text("changed\n")
    (project / "new.py").write_text("")
    dirty = directories.fetch_directory(project)
    assert texts(dirty.checkout) == HONEST
    assert "2 changed or new files" in dirty.notice


def test_ignored_files_are_not_counted_as_changes(directories, project):
    (project / ".gitignore").write_text("*.log\n")
    commit_all(project)
    (project / "a.log").write_text("x")
    assert directories.fetch_directory(project).notice == ""


def test_a_work_tree_without_a_commit_is_read_as_it_is_and_says_so(directories, project):
    git(project, "init")
    checkout, notice = directories.fetch_directory(project)
    assert texts(checkout) == HONEST
    assert "No commit" in notice


def test_a_linked_work_tree_is_read_at_its_own_head(directories, project, tmp_path):
    commit_all(project)
    git(project, "worktree", "add", "-b", "other", str(tmp_path / "linked"))
    assert texts(directories.fetch_directory(tmp_path / "linked").checkout) == HONEST


def test_the_last_look_at_a_directory_is_found_by_its_key(directories, kept, project):
    checkouts = GitCheckouts(kept, FetchSettings(read_git_hosts("", "")))
    for body in ("one", "two"):
        (project / "data.csv").write_text(body)
        found = directories.fetch_directory(project).checkout
        assert checkouts.fetch(found.revision.repository) == found
        assert checkouts.at(found.revision) == found


def test_links_are_kept_but_never_followed_and_devices_are_left_out(directories, project, tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key").write_text("secret")
    (project / "out").symlink_to(tmp_path / "secret")
    (project / "out_file").symlink_to(tmp_path / "secret/key")
    (project / "inside").symlink_to("data.csv")
    os.mkfifo(project / "pipe")
    checkout = directories.fetch_directory(project).checkout
    assert texts(checkout) == {**HONEST, "inside": "a,b\n"}
    assert (checkout.root / "out").is_symlink()
    assert not (checkout.root / "out").exists()
    assert not (checkout.root / "out_file").exists()
    assert not (checkout.root / "pipe").exists()


@pytest.mark.parametrize("pointer", ["link", "file", "commondir"])
def test_a_directory_cannot_point_at_another_repository(directories, project, tmp_path, pointer):
    private = tmp_path / "private"
    private.mkdir()
    (private / "secret.txt").write_text("secret")
    commit_all(private)
    if pointer == "link":
        (project / ".git").symlink_to(private / ".git")
    elif pointer == "file":
        (project / ".git").write_text(f"gitdir: {private / '.git'}\n")
    else:
        git(project, "init", "--initial-branch=main")
        (project / ".git/commondir").write_text(str(private / ".git"))
    assert texts(directories.fetch_directory(project).checkout) == HONEST
    assert "secret.txt" in texts(directories.fetch_directory(private).checkout)


def test_settings_of_the_directory_run_nothing(directories, project, tmp_path):
    canary = tmp_path / "canary"
    commit_all(project)
    (project / ".gitattributes").write_text("* filter=evil\n")
    git(project, "add", ".")
    git(project, "commit", "--message=second")
    for name in ("core.fsmonitor", "uploadpack.packObjectsHook", "filter.evil.clean"):
        git(project, "config", name, f"touch {canary}; cat")
    git(project, "config", "core.sshCommand", f"touch {canary}")
    (project / "data.csv").write_text("changed\n")
    assert "1 changed" in directories.fetch_directory(project).notice
    assert not canary.exists()
    git(project, "status")
    assert canary.exists()


def test_limits_are_one_sentence(kept, project):
    few = DirectoryCheckouts(kept, CheckoutLimits(files=1))
    with pytest.raises(RefusedRepositoryError, match="more than 1 files"):
        few.fetch_directory(project)
    (project / "zeros").write_bytes(bytes(3 << 20))
    small = DirectoryCheckouts(kept, CheckoutLimits(size_bytes=2 << 20))
    with pytest.raises(RefusedRepositoryError, match="more than 2 MiB"):
        small.fetch_directory(project)
    assert DirectoryCheckouts(kept, CheckoutLimits(files=3)).fetch_directory(project)
    assert list((kept / ".partial").iterdir()) == []


def test_what_is_no_directory_is_refused_in_one_clean_sentence(directories, project):
    for path in (project / "data.csv", project / "absent", project / "\x1b[31m"):
        with pytest.raises(RefusedRepositoryError, match="not a directory") as refusal:
            directories.fetch_directory(path)
        assert str(refusal.value).isprintable()
