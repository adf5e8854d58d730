from mlops_platform.core.render import formats
from mlops_platform.terminal.format_option import FORMAT_NAMES


def test_every_format_of_the_shelf_can_be_asked_for():
    assert tuple(formats()) == FORMAT_NAMES


def test_the_promised_formats_are_there():
    assert {"html", "markdown", "json", "sarif", "badge", "terminal"} <= set(FORMAT_NAMES)
