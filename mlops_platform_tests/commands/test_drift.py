import json
from pathlib import Path

import fsspec
import pytest

from mlops_platform_tests.commands.calling import call


@pytest.fixture
def sides(tmp_path):
    reference, current = tmp_path / "reference.csv", tmp_path / "current.csv"
    reference.write_text("age,plan\n" + "".join(f"{n % 50},a\n" for n in range(500)))
    current.write_text("age,plan\n" + "".join(f"{n % 50 + 40},a\n" for n in range(500)))
    return str(reference), str(current)


def test_the_table_is_the_default(capfd, sides):
    code, out, err = call(capfd, "drift", *sides)
    assert (code, err) == (0, "")
    assert "age" in out
    assert "high" in out
    assert "\x1b" not in out


def test_json_is_only_json(capfd, sides):
    code, out, _ = call(capfd, "drift", *sides, "--target", "age", "--format", "json")
    assert code == 0
    assert json.loads(out)["classification"] == "target_drift"


@pytest.mark.parametrize(("format_name", "start"), [("html", "<!doctype"), ("markdown", "# Data")])
def test_other_formats_go_to_a_file(capfd, tmp_path, sides, format_name, start):
    output = tmp_path / "result"
    called = call(capfd, "drift", *sides, "--format", format_name, "--output", str(output))
    assert (called.code, called.out) == (0, "")
    assert output.read_text().startswith(start)


@pytest.mark.parametrize("content", ["", "\0\0", "PK\x03\x04"])
def test_what_is_no_table_is_one_sentence(capfd, tmp_path, sides, content):
    bad = tmp_path / "bad.csv"
    bad.write_text(content)
    code, out, err = call(capfd, "drift", sides[0], str(bad))
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 1


def test_an_unknown_target_is_bad_input(capfd, sides):
    assert call(capfd, "drift", *sides, "--target", "nonsense").code == 2


@pytest.fixture
def store():
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    yield memory
    memory.store.clear()


def test_tables_may_lie_wherever_fsspec_reads_and_are_shown_by_their_address(capfd, sides, store):
    for name, side in zip(("a", "b"), sides, strict=True):
        store.pipe(f"/bucket/{name}", Path(side).read_bytes())
    code, here, _ = call(capfd, "drift", *sides, "--format", "json")
    told = call(capfd, "drift", "memory://bucket/a", "memory://bucket/b", "--format", "json")
    assert (code, told.code) == (0, 0)
    found = json.loads(told.out)
    assert (found["reference"], found["current"]) == ("memory://bucket/a", "memory://bucket/b")
    shown = {"reference": sides[0], "current": sides[1]}
    assert found | shown == json.loads(here)


def test_an_address_that_gives_nothing_is_one_sentence(capfd, sides, store):
    code, out, err = call(capfd, "drift", sides[0], "memory://bucket/gone")
    assert (code, out) == (2, "")
    assert err == "error: memory://bucket/gone is not there; check its spelling.\n"
