from mlops_platform.core.find_new_commits import (
    CommitMemory,
    NewCommit,
    find_new_commits,
    order_of_looking,
)

ABC = ("a", "b", "c")


def knowing(looked_at: str = "", **commits: str) -> CommitMemory:
    return CommitMemory(commits=commits, looked_at=looked_at)


def test_a_repository_that_was_never_seen_is_new():
    found = find_new_commits(["a"], {"a": "1"}, {}, CommitMemory())
    assert found.commits == (NewCommit("a", "1"),)
    assert found.commits[0].key == "a at 1"
    assert found.memory == knowing("a", a="1")


def test_a_commit_is_asked_for_once():
    found = find_new_commits(["a"], {"a": "1"}, {}, knowing("a", a="1"))
    assert found == ((), knowing("a", a="1"))
    assert find_new_commits(["a"], {"a": "2"}, {}, found.memory).commits == (NewCommit("a", "2"),)


def test_what_is_analyzed_already_is_only_remembered():
    found = find_new_commits(["a", "b"], {"a": "1", "b": "2"}, {"a": "1", "b": "1"}, CommitMemory())
    assert found.commits == (NewCommit("b", "2"),)
    assert found.memory.commits == {"a": "1", "b": "2"}


def test_what_could_not_be_reached_stays_as_it_was_and_does_not_block_the_others():
    found = find_new_commits(ABC, {"a": None, "b": "2", "c": None}, {}, knowing(a="1"))
    assert found.commits == (NewCommit("b", "2"),)
    assert found.memory == knowing("c", a="1", b="2")


def test_what_is_too_much_for_once_comes_first_the_next_time():
    seen = {"a": "1", "b": "1", "c": "1"}
    first = find_new_commits(ABC, seen, {}, CommitMemory(), most=2)
    assert [new.repository for new in first.commits] == ["a", "b"]
    assert order_of_looking(ABC, first.memory) == ("c", "a", "b")
    second = find_new_commits(ABC, seen, {}, first.memory, most=2)
    assert [new.repository for new in second.commits] == ["c"]


def test_what_left_the_catalog_is_forgotten():
    found = find_new_commits(["b"], {"b": "1"}, {}, knowing("a", a="1", b="1"))
    assert found.memory == knowing("b", b="1")


def test_looking_goes_round():
    assert order_of_looking(["c", "a", "b"], CommitMemory()) == ABC
    assert order_of_looking(ABC, knowing("a")) == ("b", "c", "a")
    assert order_of_looking(ABC, knowing("c")) == ABC
    assert order_of_looking(ABC, knowing("bb")) == ("c", "a", "b")
    assert order_of_looking([], knowing("a")) == ()
