import pytest

from mlops_platform_tests.core.facts.reading_code import argument, arguments

CASES = [
    ("flags.DEFINE_string('data', None, 'help')", ("--data", False, None)),
    ("flags.DEFINE_integer('epochs', 5, 'help')", ("--epochs", False, "5")),
    ("flags.DEFINE_bool('fast', default=False, help='x')", ("--fast", False, "False")),
    ("flags.DEFINE_string('data', None, 'help', required=True)", ("--data", True, None)),
    (
        "flags.DEFINE_string('data', None, 'x')\nflags.mark_flag_as_required('data')",
        ("--data", True, None),
    ),
    (
        "flags.DEFINE_string('data', None, 'x')\nflags.mark_flags_as_required(['data'])",
        ("--data", True, None),
    ),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_a_flag_is_described(source: str, expected: tuple[str, bool, str | None]) -> None:
    assert argument(f"from absl import flags\n{source}") == [expected]
    assert argument(f"import tensorflow as tf\nflags = tf.compat.v1.app.flags\n{source}") == [
        expected
    ]


def test_the_choices_of_an_enum_are_kept() -> None:
    [found] = arguments("from absl import flags\nflags.DEFINE_enum('m', 'a', ['a', 'b'], 'x')")
    assert found.choices == ("a", "b")


def test_a_look_alike_does_not_count() -> None:
    assert argument("from ship import flags\nflags.DEFINE_string('data', None, 'help')") == []
