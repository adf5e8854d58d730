import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from mlops_platform.core.report.html_page import Known, read_style, read_template


@pytest.fixture
def package(tmp_path, monkeypatch):
    folder = tmp_path / "pages_of_a_test"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "page.j2").write_text("<p>{{ value }}</p>{{ ours }}{{ 'a' | loud }}")
    (folder / "page.css").write_text("p { color: red }")
    monkeypatch.syspath_prepend(tmp_path)
    return folder.name


def page(package, value, **values):
    known = Known({"ours": Markup("<b>ok</b>"), **values}, 20)
    return read_template(package, "page.j2", known, {"loud": str.upper}).render(value=value)


def test_values_are_escaped_cleaned_and_clipped(package):
    assert page(package, "<i>\x1b[1m\u202e") == "<p>&lt;i&gt;\ufffd[1m\ufffd</p><b>ok</b>A"
    assert page(package, "x" * 50).startswith(f"<p>{'x' * 19}…</p>")


def test_what_a_template_does_not_know_is_an_error(package):
    with pytest.raises(UndefinedError):
        read_template(package, "page.j2", Known({}, 20), {"loud": str.upper}).render(value=1)


def test_a_style_comes_with_the_hash_of_its_very_text(package):
    style = read_style(package, "page.css")
    assert style.text == "p { color: red }"
    assert style.source == "sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4="
