"""What Dagster's UI shows of a language model's words, and of where its calls were traced."""

import dagster as dg

from mlops_platform.core.language_model import Interpretation, Words
from mlops_platform.core.report.escaping import one_line
from mlops_platform.core.report.quotation import Remark, labelled_statements, overruled
from mlops_platform.core.report.quoted_markdown import part_as_markdown, quoted_markdown
from mlops_platform.core.report.words import title
from mlops_platform.core.sections.interpretations import Interpretations
from mlops_platform.defs.metadata_values import (
    Metadata,
    Row,
    markdown,
    revision_of,
    sentence,
    table,
)

WHOLE = "readiness_report"


def metadata_of_interpretations(section: Interpretations) -> Metadata:
    """Return the words on each asset as a quotation, and why the others have none."""
    model = section.language_model
    # The words on the whole report are stored last, and read first.
    ordered = sorted(section.words, key=lambda words: words.asset != WHOLE)
    return {
        **revision_of(section.revision),
        "language_model": dg.MetadataValue.text(one_line(model) or "none"),
        **{
            f"words_on_{words.asset}": markdown(_quoted(model, words.interpretation))
            for words in ordered
            if words.interpretation
        },
        **table("silent", (_silent(words) for words in ordered if words.silence)),
        **table("asked", (_asked(words) for words in ordered if words.prompt)),
    }


def metadata_of_traces(said: str) -> Metadata:
    """Return the link to the traced calls, or why there is none."""
    is_link = said.startswith(("http://", "https://"))
    return {"traces": dg.MetadataValue.url(said) if is_link else dg.MetadataValue.text(said)}


def _quoted(model: str, said: Interpretation) -> str:
    parts = (
        part_as_markdown(label, ((each.text, each.findings) for each in statements))
        for label, statements in labelled_statements(said)
    )
    remarks = (Remark("Overruled", overruled(each)) for each in said.overrides)
    return quoted_markdown(model, parts, remarks)


def _silent(words: Words) -> Row:
    silence = words.silence.value.replace("_", " ") if words.silence else ""
    return {"On": title(words.asset), "Why": silence, "Because": sentence(words.because)}


def _asked(words: Words) -> Row:
    return {
        "On": title(words.asset),
        "Prompt": words.prompt,
        "Evidence": words.evidence,
        "Findings left out": words.left_out,
    }
