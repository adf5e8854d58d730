from markdown_it import MarkdownIt

from mlops_platform.core.report.escaping import (
    for_markdown,
    for_markdown_code,
    for_sarif_message,
    for_terminal,
    one_line,
    storable,
)
from mlops_platform_tests.core.formats.hostile import BIDI, BROKEN, PAYLOAD, TERMINAL

GITHUB = MarkdownIt("gfm-like", {"linkify": True, "html": True})
LIVE = ("<a ", "<img", "<script", "<h1", "<svg", "<blockquote", "<table", "<ul", "<ol", "<pre")


def shown(text: str) -> str:
    return GITHUB.render(f"- {text}\n")


def test_the_markdown_reader_of_these_tests_is_gullible():
    page = shown(PAYLOAD)
    assert "<img" in page
    assert "<script>" in page
    assert 'href="https://evil.example"' in page
    assert "<ol" in shown("1. one")


def test_markdown_is_inert():
    page = shown(for_markdown(PAYLOAD, 5000)).removeprefix("<ul>").replace("</ul>", "")
    assert not [mark for mark in LIVE if mark in page]
    assert "alert(1)" in page


def test_markdown_keeps_what_is_harmless():
    text = "models/churn-v1.2.joblib is 3 % smaller (see docs), isn't it?"
    assert for_markdown(text) == text


def test_markdown_keeps_code_between_backticks():
    assert (
        shown(for_markdown("run `dvc add *_data_*` now")).count("<code>dvc add *_data_*</code>")
        == 1
    )


def test_an_unpaired_backtick_is_a_backtick():
    assert "<code>" not in shown(for_markdown("one ` only"))
    assert "<code>" not in shown(for_markdown("`` ` ``"))


def test_a_pipe_never_ends_a_table_cell():
    for text in ("a | b", "`a | b`", "a \\| b", "\\"):
        page = GITHUB.render(f"| h | i |\n| --- | --- |\n| {for_markdown(text)} | end |\n")
        assert page.count("<td>") == 2, text
        assert "<td>end</td>" in page, text


def test_text_does_not_begin_a_block():
    for text in ("- item", "+ item", "1. item", "12) item", "# head", "> quote", "---", "==="):
        page = GITHUB.render(for_markdown(text))
        assert page.startswith("<p>"), text
        assert page.count("<") == 2, text


def test_mentions_and_references_are_broken():
    for text in (
        "@everyone",
        "a@evil.example",
        "other#12",
        "GH-12",
        "https://a.example",
        "www.a.example",
    ):
        assert text not in for_markdown(text), text
        assert "href" not in shown(for_markdown(text)), text


def test_a_code_span_holds_any_text():
    for text in ("plain", "a`b", "``", "`x`", "a ``` b", PAYLOAD):
        page = shown(for_markdown_code(text, 5000))
        assert page.count("<code>") == 1, text
        assert not [mark for mark in LIVE if mark in page.removeprefix("<ul>")], text


def test_nothing_invisible_reaches_a_terminal():
    line = for_terminal(TERMINAL + BIDI + BROKEN + "end")
    assert line.endswith("end")
    assert line.isprintable()
    assert "\u202e" not in line


def test_scripts_that_are_not_latin_stay():
    for text in ("データ/訓練.csv", "données", "Ελλάδα", "भारत", "🦊"):
        assert one_line(text) == text


def test_a_line_is_one_line_and_is_clipped():
    assert one_line("a\n b\u2028c\td") == "a b c d"
    assert one_line("x" * 50, 10) == "x" * 9 + "…"


def test_what_is_stored_has_neither_nul_nor_lone_surrogates():
    assert storable("a\x00b\ud800c") == "a\ufffdb\ufffdc"
    assert storable("a\n🦊") == "a\n🦊"


def test_brackets_begin_no_link_in_a_sarif_message():
    assert for_sarif_message("[x](y) \\") == "\\[x\\](y) \\\\"
