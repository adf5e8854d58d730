import pytest

from mlops_platform.adapters.git.remote_refs import NoCommitError, check_ref, chosen_commit
from mlops_platform.core.errors import RefusedRepositoryError

A, B, C = "a" * 40, "b" * 40, "c" * 40


def printed(**refs):
    return "".join(f"{commit}\t{name}\n" for name, commit in refs.items()).encode()


def test_a_branch_goes_before_a_tag_and_a_tag_is_peeled():
    tag = {"refs/tags/v1": A, "refs/tags/v1^{}": B}
    assert chosen_commit(printed(**tag), "v1", "it") == B
    assert chosen_commit(printed(**tag, **{"refs/heads/v1": C}), "v1", "it") == C
    assert chosen_commit(printed(**tag), "refs/tags/v1", "it") == B


def test_a_ref_that_only_ends_alike_is_another_one():
    with pytest.raises(RefusedRepositoryError, match="no branch or tag `main`"):
        chosen_commit(printed(**{"refs/remotes/refs/heads/main": A}), "main", "it")


def test_lines_that_are_no_refs_are_passed_over():
    assert chosen_commit(b"\xff\n<html>\n" + printed(HEAD=A), None, "it") == A
    with pytest.raises(NoCommitError):
        chosen_commit(b"<html>", None, "it")


@pytest.mark.parametrize("ref", ["main", "v1.0", "feature/x-1", "refs/pull/1/head", "é", "a" * 40])
def test_names_of_refs_are_accepted(ref):
    check_ref(ref)


@pytest.mark.parametrize(
    "ref", ["", "-x", "/x", "x/", "a//b", "a..b", "a b", "a\x00", "a@{1}", ".a", "a."]
)
def test_texts_that_git_would_not_take_are_refused(ref):
    with pytest.raises(RefusedRepositoryError):
        check_ref(ref)
