import pytest

from mlops_platform.core.metric_sources import tensorboard_events
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.measuring.drawn_records import record, scalar, tensor_scalar
from mlops_platform_tests.core.metric_sources.sources import measured, sentences, steps

EVENTS = "names/events.out.tfevents.1795313260.vm"


def test_scalars_with_their_steps(tmp_path):
    data = scalar("Loss/test", 0.5, 0) + scalar("Loss/test", 0.25, 500) + scalar("lr", 0.1, 0)
    found = measured(tensorboard_events, draw_files(tmp_path, {EVENTS: data}))
    assert steps(found) == [("Loss/test", "test", 0, 0.5), ("Loss/test", "test", 500, 0.25)]
    assert not any(one.is_final for one in found)


def test_scalars_of_tensorflow_and_the_split_of_its_folder(tmp_path):
    path = "logs/validation/events.out.tfevents.1.v2"
    files = draw_files(tmp_path, {path: tensor_scalar("epoch_loss", 0.5, 3)})
    assert steps(measured(tensorboard_events, files)) == [("epoch_loss", "validation", 3, 0.5)]


def test_what_is_no_scalar_is_stepped_over(tmp_path):
    data = record(b"\x1a\x0dbrain.Event:2") + record(b"x" * 10_000) + scalar("acc", 0.5, 1)
    files = draw_files(tmp_path, {EVENTS: data})
    assert steps(measured(tensorboard_events, files)) == [("acc", "", 1, 0.5)]


def test_a_file_that_ends_in_a_record_gives_what_stands_before(tmp_path):
    files = draw_files(tmp_path, {EVENTS: scalar("acc", 0.5, 1) + scalar("acc", 0.6, 2)[:-9]})
    assert steps(measured(tensorboard_events, files)) == [("acc", "", 1, 0.5)]
    assert sentences(tensorboard_events, files) == []


@pytest.mark.parametrize("place", [0, 9, 20, -1])
def test_a_wrong_checksum_is_said(tmp_path, place):
    broken = bytearray(scalar("acc", 0.6, 2))
    broken[place] ^= 1
    files = draw_files(tmp_path, {EVENTS: scalar("acc", 0.5, 1) + bytes(broken)})
    assert steps(measured(tensorboard_events, files)) == [("acc", "", 1, 0.5)]
    (sentence,) = sentences(tensorboard_events, files)
    assert "checksum" in sentence


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff" * 40, b"\x2a\xff\xff\xff\xff\x0f", b"\x2a\x02\x0a\x7f", b"\x2f", b"\x10" * 9],
)
def test_events_that_are_none_give_nothing(tmp_path, body):
    files = draw_files(tmp_path, {EVENTS: record(body)})
    assert measured(tensorboard_events, files) == []
