"""A language model's words as a Markdown quotation, in which nothing of theirs is mark-up."""

from collections.abc import Iterable, Sequence

from mlops_platform.core.report.escaping import for_markdown, for_markdown_code
from mlops_platform.core.report.quotation import MARK, Remark

LONGEST_SENTENCE = 600


def quoted_markdown(speaker: str, parts: Iterable[str], remarks: Iterable[Remark]) -> str:
    """Return a block quote, so that nobody takes a model's words for ours."""
    lines = [
        f"**{MARK}, {for_markdown(speaker)}**",
        *parts,
        *(f"{remark.label}: {for_markdown(remark.text)}" for remark in remarks),
    ]
    return "".join(f"> {line}\n>\n" for line in lines).removesuffix(">\n")


def part_as_markdown(label: str, sentences: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return sentences as one paragraph, each with the names of the rules that it cites."""
    shown = " ".join(_sentence(text, rules) for text, rules in sentences)
    return f"*{label}:* {shown}" if label else shown


def _sentence(text: str, rules: Sequence[str]) -> str:
    cited = ", ".join(for_markdown_code(rule, 200) for rule in rules)
    return for_markdown(text, LONGEST_SENTENCE) + (f" ({cited})" if cited else "")
