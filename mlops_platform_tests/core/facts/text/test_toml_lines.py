"""Places in TOML texts."""

from mlops_platform.core.facts.text.toml_lines import TomlLines
from mlops_platform_tests.core.costs import cheap_enough

TEXT = """\
title = "x"
[project]
dependencies = ["numpy", 'torch']  # "numpy"
[ tool . "poetry" ]
name = "numpy"
[[package]]
name = "numpy"
"""


def test_keys_tables_and_strings_have_their_line():
    lines = TomlLines(TEXT)
    assert lines.key("title") == 1
    assert lines.key("project", "dependencies") == 3
    assert lines.key("tool", "poetry", "name") == 5
    assert lines.string("torch", ("project", "dependencies")) == 3
    assert lines.string("numpy", ("tool", "poetry")) == 5


def test_a_key_that_was_not_seen_has_the_line_of_its_table():
    lines = TomlLines(TEXT)
    assert lines.key("project", "name") == 2
    assert lines.exact("project", "name") is None
    assert lines.key("nothing") is None
    assert lines.string("torch", ("tool", "poetry")) is None


def test_many_keys_are_placed_in_linear_time():
    lines = TomlLines("[t]\n" + "".join(f'key{i} = "value{i}"\n' for i in range(20_000)))
    with cheap_enough():
        assert [lines.key("t", f"key{i}") for i in range(20_000)] == list(range(2, 20_002))
        assert lines.string("value19999", ("t",)) == 20_001
