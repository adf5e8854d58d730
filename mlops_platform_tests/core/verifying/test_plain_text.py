import pytest

from mlops_platform.core.verifying.plain_text import why_not_plain
from mlops_platform_tests.core.evidence_block.planted_secrets import SECRETS


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</div>",
        "<!-- hidden -->",
        "&lt;script&gt; and &#60;",
        "![pixel](x.png)",
        "[click](x)",
        "[a][b]",
        "[a]: //x",
        "```sh",
        "see https://example.test",
        "see www.example.test",
        "javascript:alert(1)",
        "mailto:x",
        "data:text/html,x",
        "file:/etc/passwd",
        "visit evil.com now",
        "\x1b[31mred",
        "\x9b31m",
        "\u202etxt.exe",
        "zero\u200bwidth",
        "tag\U000e0041",
        "\ud800",
        "a sсоre",
        "nine \N{COMBINING SHORT STROKE OVERLAY}",
        "scores \N{MATHEMATICAL BOLD DIGIT NINE}",
        "\N{HANGUL FILLER}",
        "\N{VARIATION SELECTOR-16}",
        "日本語 ✓",
        "password: hunter2",
        "\x00",
        "\x07 bell",
        " ",
        *(text for text, _ in SECRETS.values()),
    ],
)
def test_what_is_not_plain_is_refused(text):
    assert why_not_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "Pin `requirements.txt`, then run `pip-compile`.",
        "PSI < 0.1 & KS > 0.3 in a[0] (see the table).",
        "The data: three files in `data/raw`.",
        "Import `plotly.io` or `np.random`; call `fit(X, y)`.",
        "Größe — “naïve” ≥ 0.25…",
        "Rotate the secret: it is in the history.",
        "Set `password=` from the environment, and the token: never in code.",
        "No signature: inputs are not validated.",
    ],
)
def test_plain_sentences_are_shown(text):
    assert why_not_plain(text) == ""


def test_letters_of_another_script_may_be_repeated_from_what_is_cited():
    assert why_not_plain("The column `日本` is empty.", '{"because": "日本語"}') == ""
    assert why_not_plain("The column `日月` is empty.", '{"because": "日本語"}')
