from pathlib import Path

from mlops_platform.core.pages.settings import settings_page
from mlops_platform.core.settings import Settings

PAGE = Path(__file__).parents[3] / "docs" / "settings.md"


def test_the_committed_page_is_the_generated_one():
    assert PAGE.read_text() == settings_page(), "run `make docs` and commit the result"


def test_every_setting_has_a_variable_and_a_meaning():
    for field in Settings.model_fields.values():
        assert f"| `{field.validation_alias}` |" in settings_page()
        assert field.description
