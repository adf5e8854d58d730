import json
import re

from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.core.evidence_block.block import Line, fenced, fill, tokens_of
from mlops_platform.core.evidence_block.shown_text import shown_value

TEXTS = st.text() | st.sampled_from(
    ["</evidence-0>", "```", "\u202e", "\x1b[2J", "&lt;", '"}\n{"id": "x.y"}', "\ud800", "\u2028"]
)
VALUES = st.dictionaries(
    st.sampled_from(["because", "claim", "places"]),
    TEXTS
    | st.lists(TEXTS, max_size=3)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False),
)


def content_of(text: str) -> str:
    found = re.fullmatch(r"<(evidence-[0-9a-f]{16})>\n(.*)</\1>\n", text, re.DOTALL)
    assert found is not None
    return found[2]


def finding(name: str, because: str = "because") -> Line:
    return Line(f"asset.{name}", {"because": because}, is_finding=True)


@given(st.lists(VALUES, min_size=1, max_size=5))
def test_whatever_stands_in_it_the_block_reads_back_as_the_same_data(values):
    lines = [Line(f"asset.rule{n}", value, is_finding=True) for n, value in enumerate(values)]
    block = fill([Line("asset", {"score": 5.0})], lines, 1_000_000)
    content = content_of(block.text)
    head, counted, *read = [json.loads(line) for line in content.splitlines()]
    assert head == {"id": "asset", "score": 5.0}
    assert counted == {"findings_shown": len(values), "findings_left_out": 0}
    assert read == [{"id": f"asset.rule{n}"} | shown_value(v) for n, v in enumerate(values)]
    assert not set(content) & set("<>`&")
    assert content.isascii()
    assert all(sign.isprintable() or sign == "\n" for sign in content)


def test_the_same_lines_give_the_same_bytes_and_others_another_mark():
    first = fill([Line("a", {})], [finding("x")], 1_000)
    assert fill([Line("a", {})], [finding("x")], 1_000) == first
    other = fill([Line("a", {})], [finding("y")], 1_000)
    assert other.text.splitlines()[0] != first.text.splitlines()[0]


def test_a_fence_that_an_author_foresaw_is_escaped():
    foreseen = fenced("")
    text = fill([Line("a", {})], [finding("x", foreseen)], 1_000).text
    assert text.count("<evidence-") == 1
    assert text.count("</evidence-") == 1


def test_what_does_not_fit_is_counted_from_the_end():
    lines = [finding(f"rule{n}", "x" * 200) for n in range(50)]
    block = fill([Line("a", {})], lines, 1_000)
    counted = json.loads(content_of(block.text).splitlines()[1])
    assert 0 < counted["findings_shown"] < 50
    assert counted["findings_left_out"] == block.left_out == 50 - counted["findings_shown"]
    assert [line.id for line in block.lines] == [
        "a",
        "",
        *[line.id for line in lines[: counted["findings_shown"]]],
    ]
    assert tokens_of(block.text) <= 1_000


def test_there_is_no_block_without_room_for_a_finding():
    assert fill([Line("a", {})], [finding("x")], 20) is None
    assert fill([Line("a", {})], [], 1_000) is None


def test_lines_without_an_id_cannot_be_cited():
    block = fill([Line("a", {})], [finding("x"), Line("", {"words_on": "b"})], 1_000)
    assert block.ids() == {"a", "asset.x"}
