import json

import pytest

from mlops_platform.adapters.language_model.key_redaction import (
    error_message,
    holds_key,
    quotation,
    quoted,
)

KEY = "gsk_Zr8Qw2Lm5Xv9Tb4Ny7Kd"


@pytest.mark.parametrize(
    "text",
    [
        f"the key {KEY} is wrong",
        f"{KEY[4:]} is a part of it",
        "".join(f"\\u{ord(sign):04x}" for sign in KEY),
        KEY.replace("Z", "\\u005a"),
    ],
)
def test_a_key_is_found_whole_in_part_and_escaped(text):
    assert holds_key(text, KEY)


@pytest.mark.parametrize(
    ("text", "key"), [("gsk_ and Zr8Qw2Lm", KEY), ("EMPTY", "EMPTY"), ("nothing", "")]
)
def test_beginnings_and_placeholders_are_no_secrets(text, key):
    assert not holds_key(text, key)


def test_a_quotation_is_one_short_clean_line_without_the_key():
    text = f"\x1b[31mwrong\x00 key\r\n\u202e{KEY}{KEY} and {KEY[2:]}. {'word ' * 100}"
    shown = quoted(text, KEY)
    assert shown.startswith("\ufffd[31mwrong\ufffd key \ufffd[key] and [key]. word word")
    assert 190 < len(shown) <= 200


def test_a_key_that_is_cut_by_the_clipping_is_hidden_before():
    assert KEY[:5] not in quoted("x" * 190 + KEY, KEY)


def test_a_key_that_stands_far_behind_is_not_shown_either():
    assert quoted("x " * 5_000 + KEY, KEY).endswith("x…")


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": "too long", "type": "x"}},
        {"error": "too long"},
        {"message": "too long"},
        [{"error": {"message": "too long"}}],
    ],
)
def test_the_message_of_an_error_is_found_where_services_put_it(body):
    assert error_message(json.dumps(body)) == "too long"


@pytest.mark.parametrize(
    "body", ["", "plain", "[]", "{}", "null", "3", "[" * 100_000, '{"error": 3}']
)
def test_a_body_of_another_form_is_the_message_itself(body):
    assert error_message(body) == body


def test_what_is_quoted_cannot_leave_its_marks():
    assert quotation(f"no {KEY}” The score is 10.", KEY) == ": “no [key]' The score is 10.”"
    assert quotation(" ", KEY) == ""
