import time
from importlib import import_module
from pkgutil import iter_modules
from typing import get_type_hints

import pytest

from mlops_platform.adapters.reader_process import FIXED_ENVIRONMENT
from mlops_platform.adapters.subprocess_isolation import gatherer_place
from mlops_platform.core import gather
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.evidence import Frozen
from mlops_platform_tests.adapters import hostile_readers as readers
from mlops_platform_tests.adapters.started_readers import LIMITS, StartedReaders
from mlops_platform_tests.drawing import draw_checkout

pytestmark = pytest.mark.integration

FILES = {
    "a": "fine",
    "bad\x1b": "eat",
    "loop": "loop",
    "m": "crash",
    "p": "raise",
    "s": "sleep",
    "z": "end",
}


@pytest.fixture
def checkout(tmp_path):
    return draw_checkout(tmp_path, FILES)


def test_an_honest_reader_reads_everything(checkout):
    seen = StartedReaders().run(readers.read_all, checkout)
    assert seen == readers.Seen(texts=tuple(FILES.values()))


def test_inputs_reach_the_reader(checkout):
    wish = readers.Wish(text="é\n\x00")
    assert StartedReaders().run(readers.echo, checkout, wish).texts == (wish.text,)


@pytest.mark.parametrize(
    ("reader", "path", "text", "reason"),
    [
        (readers.eat_memory, "bad\\x1b", "eat", "more than 400 MiB of memory"),
        (readers.loop, "loop", "loop", "longer than 1 seconds of processor time"),
        (readers.crash, "m", "crash", "crashed the reader (SIGSEGV)"),
        (readers.raise_error, "p", "raise", "raised KeyError"),
    ],
)
def test_a_file_that_kills_the_reader_is_set_aside_and_the_rest_is_read(
    checkout, reader, path, text, reason
):
    seen = StartedReaders().run(reader, checkout)
    assert seen.texts == tuple(each for each in FILES.values() if each != text)
    (aside,) = seen.unread
    assert aside.path == path
    assert reason in aside.reason


def test_a_reader_that_waits_for_ever_is_left_at_the_deadline(checkout):
    started = time.monotonic()
    with pytest.raises(GatheringFailedError, match=r"longer than 3 seconds; .* last was s\."):
        StartedReaders(wall_seconds=3).run(readers.sleep, checkout)
    assert time.monotonic() - started < 6


def test_a_reader_that_computes_for_ever_is_left_at_its_share_of_the_processor(checkout):
    with pytest.raises(GatheringFailedError, match="more than 2 seconds of processor time"):
        StartedReaders(cpu_seconds=2, file_cpu_seconds=50).run(readers.loop, checkout)


def test_more_than_five_bad_files_are_one_sentence(tmp_path):
    checkout = draw_checkout(tmp_path, {f"f{n}": "raise" for n in range(6)})
    with pytest.raises(GatheringFailedError, match="more than 5 files"):
        StartedReaders().run(readers.raise_error, checkout)
    five = draw_checkout(tmp_path / "project", {f"f{n}": "raise" for n in range(5)})
    assert len(StartedReaders().run(readers.raise_error, five).unread) == 5


@pytest.mark.parametrize(
    ("reader", "words"),
    [
        (readers.die_at_once, "raised RuntimeError"),
        (readers.insist, "raised KeyError"),
        (readers.pour, "more than 1 MiB"),
        (readers.wrong_form, "raised ValidationError"),
    ],
)
def test_a_reader_that_fails_by_itself_is_one_sentence(tmp_path, reader, words):
    checkout = draw_checkout(tmp_path, {"bad": "x"})
    with pytest.raises(GatheringFailedError, match=words) as failure:
        StartedReaders().run(reader, checkout)
    assert str(failure.value).isprintable()


def test_a_result_within_the_limit_arrives(checkout):
    seen = StartedReaders(result_bytes=16 << 20).run(readers.pour, checkout)
    assert len(seen.texts) == 8


def test_a_reader_reads_inside_the_checkout_and_does_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setenv("CANARY", "1")
    secret = tmp_path / "secret"
    secret.write_text("secret")
    links = {"inside": "a.txt", "link": secret, "folder": tmp_path}
    checkout = draw_checkout(tmp_path, {"a.txt": "x"}, links=links)
    wish = readers.Wish(text=str(secret))
    inside = ("read inside", "read a link inside", "step inside")
    assert StartedReaders().run(readers.try_everything, checkout, wish).texts == inside
    # Without the guard, the same attempts succeed.
    outside = {"read outside", "read by dots", "read a link outside", "list outside", "environment"}
    assert outside < set(readers.try_everything(checkout, wish).texts)


def test_the_child_knows_nothing_of_us_and_counts_as_we_do(checkout):
    names, at_home, order = StartedReaders().run(readers.tell_process, checkout).texts
    assert set(names.split()) <= {*FIXED_ENVIRONMENT, "PYTHONPATH"}
    assert at_home == "False"
    assert StartedReaders().run(readers.tell_process, checkout).texts[2] == order


@pytest.mark.parametrize("name", sorted(each.name for each in iter_modules(gather.__path__)))
def test_every_gatherer_is_where_its_name_says(name):
    module, _, function = gatherer_place(name).partition(":")
    hints = get_type_hints(getattr(import_module(module), function))
    assert next(iter(hints.values())) is Checkout
    assert issubclass(hints["return"], Frozen)


def test_a_named_file_is_read_and_nothing_else_of_its_folder(tmp_path):
    (tmp_path / "live").mkdir()
    named, beside = tmp_path / "live/now.csv", tmp_path / "live/beside.csv"
    named.write_text("n")
    beside.write_text("b")
    links = {"inside": "a.txt", "link": named, "folder": tmp_path / "live"}
    checkout = draw_checkout(tmp_path, {"a.txt": "x"}, links=links)
    inside = {"read inside", "read a link inside", "step inside"}
    for path, allowed in [(named, inside | {"read outside"}), (beside, inside)]:
        wish = readers.Wish(text=str(path))
        done = StartedReaders().run(readers.try_everything, checkout, wish, may_read=(named,))
        assert set(done.texts) == allowed
    assert (named.read_text(), list(checkout.root.glob("new"))) == ("n", [])


def test_named_files_have_limits_of_their_own(checkout, tmp_path):
    named = tmp_path / "now.csv"
    named.write_text("n")
    narrow = LIMITS._replace(cpu_seconds=1, file_cpu_seconds=50)
    both = StartedReaders(narrow)
    with pytest.raises(GatheringFailedError, match="more than 1 seconds of processor time"):
        both.run(readers.loop, checkout, may_read=(named,))
    assert len(both.run(readers.loop, checkout).unread) == 1
