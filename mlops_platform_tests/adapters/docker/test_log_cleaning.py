import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.adapters.docker.log_cleaning import LINE_BYTES, cleaned


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        (b"accuracy: 0.9", b"accuracy: 0.9"),
        (b"a\tb\nc", b"a\tb\nc"),
        (b"\x1b[1;32mloss\x1b[0m 0.1", b"loss 0.1"),
        (b"\x1b]0;a title\x07text", b"text"),
        (b"\x1b]8;;https://x\x1b\\link", b"link"),
        (b"10%\r50%\r100%\r\nnext\r\n", b"100%\nnext\n"),
        (b"1/9\x08\x08\x089/9 - loss: 0.5", b"9/9 - loss: 0.5"),
        (b"bell\x07 null\x00", b"bell null"),
        ("a\u202eb\u2028c\ufeff\x9bd".encode(), b"abcd"),
        ("λ=0.1 – größer".encode(), "λ=0.1 – größer".encode()),
        (b"\xff\xfe broken", "\ufffd\ufffd broken".encode()),
    ],
)
def test_what_a_terminal_would_have_left_standing_is_kept(printed, kept):
    assert cleaned(printed) == kept


def test_a_line_is_cut_at_its_longest_length_and_its_neighbours_are_not():
    text = b"before\n" + b"x" * (3 * LINE_BYTES) + b"\nafter"
    assert cleaned(text) == b"before\n" + b"x" * LINE_BYTES + b"\nafter"


def test_a_character_is_not_cut_in_two():
    assert cleaned("ä".encode() * LINE_BYTES).decode() == "ä" * (LINE_BYTES // 2)


@given(st.binary(max_size=2000))
def test_whatever_is_printed_is_safe_text_of_as_many_lines(printed):
    text = cleaned(printed)
    assert text.decode().count("\n") == printed.count(b"\n")
    assert not set(text) & (set(range(32)) - {9, 10} | {127})


@pytest.mark.parametrize(
    "hostile",
    [b"\x1b[" * 50_000, b"\x1b]" * 50_000, b"a\r" * 50_000, b"\x1b[" + b"0" * 90_000],
)
def test_a_hostile_block_costs_about_what_a_plain_one_does(hostile):
    began = time.process_time()
    cleaned(hostile)
    # Milliseconds each; anything quadratic takes minutes.
    assert time.process_time() - began < 2
