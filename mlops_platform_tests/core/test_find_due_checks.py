from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.find_due_checks import CheckMemory, DueCheck, find_due_checks

MONDAY = datetime(2026, 3, 2, 12, 0, 30, tzinfo=UTC)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
DAILY, EACH_MINUTE = "0 6 * * *", "* * * * *"


def scheduled(*schedules: str | None) -> list[CatalogEntry]:
    names = ("a", "b", "c", "d")
    return [
        CatalogEntry(repository=f"github.com/acme/{name}", drift_schedule=schedule)
        for name, schedule in zip(names, schedules, strict=False)
    ]


def followed(until: datetime, *names: str) -> CheckMemory:
    return CheckMemory(followed={f"github.com/acme/{name}": until for name in names})


def test_a_schedule_counts_from_when_it_is_first_seen():
    found = find_due_checks(scheduled(DAILY), CheckMemory(), MONDAY)
    assert found.checks == ()
    assert found.memory == followed(MONDAY, "a")
    assert found.coming == DueCheck("github.com/acme/a", datetime(2026, 3, 3, 6, tzinfo=UTC))


def test_a_due_check_is_asked_for_once():
    first = find_due_checks(scheduled(EACH_MINUTE), followed(NOON, "a"), MONDAY)
    assert first.checks == ()
    later = MONDAY + timedelta(seconds=30)
    second = find_due_checks(scheduled(EACH_MINUTE), first.memory, later)
    assert [check.key for check in second.checks] == ["github.com/acme/a at 2026-03-02T12:01Z"]
    again = find_due_checks(scheduled(EACH_MINUTE), second.memory, later + timedelta(seconds=29))
    assert again.checks == ()


def test_a_check_that_is_due_this_very_second_is_due():
    found = find_due_checks(scheduled("0 12 * * *"), followed(NOON - timedelta(days=1), "a"), NOON)
    assert [check.due for check in found.checks] == [NOON]


def test_of_many_missed_times_only_the_last_is_asked_for():
    found = find_due_checks(scheduled(DAILY), followed(MONDAY - timedelta(days=9), "a"), MONDAY)
    assert [check.due for check in found.checks] == [datetime(2026, 3, 2, 6, tzinfo=UTC)]
    assert find_due_checks(scheduled(DAILY), found.memory, MONDAY).checks == ()


def test_the_longest_due_come_first_and_the_rest_wait_for_the_next_look():
    entries = scheduled("5 11 * * *", "0 11 * * *", "10 11 * * *")
    memory = followed(MONDAY - timedelta(days=1), "a", "b", "c")
    first = find_due_checks(entries, memory, MONDAY, most=2)
    assert [check.repository[-1] for check in first.checks] == ["b", "a"]
    second = find_due_checks(entries, first.memory, MONDAY, most=2)
    assert [check.repository[-1] for check in second.checks] == ["c"]
    assert find_due_checks(entries, second.memory, MONDAY, most=2).checks == ()


def test_what_has_no_schedule_any_more_is_forgotten():
    found = find_due_checks(scheduled(None, DAILY), followed(NOON, "a", "b", "gone"), MONDAY)
    assert found.memory == followed(NOON, "b")
    nothing = find_due_checks(scheduled(None), found.memory, MONDAY)
    assert nothing == ((), CheckMemory(), None)


def test_a_clock_that_was_set_back_asks_for_nothing_twice():
    asked = find_due_checks(
        scheduled(EACH_MINUTE), followed(NOON, "a"), MONDAY + timedelta(hours=1)
    )
    back = find_due_checks(scheduled(EACH_MINUTE), asked.memory, MONDAY)
    assert back.checks == ()
    assert back.memory == asked.memory


def test_times_are_those_of_utc():
    there = MONDAY.astimezone(timezone(timedelta(hours=5, minutes=30)))
    memory = followed(MONDAY - timedelta(days=1), "a")
    assert find_due_checks(scheduled(DAILY), memory, there) == find_due_checks(
        scheduled(DAILY), memory, MONDAY
    )


def test_the_memory_survives_its_way_through_a_cursor():
    memory = find_due_checks(scheduled(DAILY), CheckMemory(), MONDAY).memory
    assert CheckMemory.model_validate_json(memory.model_dump_json()) == memory


@given(st.lists(st.integers(1, 90_000), min_size=1, max_size=30), st.sampled_from([1, 3]))
def test_however_often_it_looks_no_key_comes_twice(pauses, most):
    entries, memory, now = scheduled(EACH_MINUTE, DAILY, "*/7 * * * *"), CheckMemory(), MONDAY
    keys: list[str] = []
    for pause in pauses:
        now += timedelta(seconds=pause)
        found = find_due_checks(entries, memory, now, most)
        assert len(found.checks) <= most
        assert all(check.due <= now for check in found.checks)
        keys += [check.key for check in found.checks]
        memory = found.memory
    assert len(keys) == len(set(keys))
