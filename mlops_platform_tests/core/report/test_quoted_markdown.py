from markdown_it import MarkdownIt

from mlops_platform.core.report.quotation import Remark
from mlops_platform.core.report.quoted_markdown import part_as_markdown, quoted_markdown
from mlops_platform_tests.core.formats.hostile import PAYLOAD
from mlops_platform_tests.core.formats.pages import Page

GITHUB = MarkdownIt("gfm-like", {"linkify": True, "html": True})


def test_a_part_names_the_rules_after_each_sentence():
    part = part_as_markdown("Root causes", [("One.", ["a_is_b", "c_is_d"]), ("Two.", [])])
    assert part == "*Root causes:* One. (`a_is_b`, `c_is_d`) Two."


def test_every_line_is_quoted():
    text = quoted_markdown("groq/x", ["One.", "Two."], [Remark("Left out", "3 of them.")])
    assert text.splitlines() == [
        "> **In the words of a language model, groq/x**",
        *(">", "> One.", ">", "> Two.", ">", "> Left out: 3 of them."),
    ]


def test_hostile_words_stay_inside_the_quotation_and_are_text():
    part = part_as_markdown("", [(PAYLOAD, [PAYLOAD]), ("# heading", []), ("- item", [])])
    text = quoted_markdown(PAYLOAD, [part], [Remark("Overruled", PAYLOAD)])
    page = Page(GITHUB.render(text))
    assert {e.tag for e in page.elements} <= {"blockquote", "p", "strong", "code"}
    assert len(list(page.all("blockquote"))) == 1
