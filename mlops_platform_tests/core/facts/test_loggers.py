"""Calls on loggers, whoever made them."""

import pytest

from mlops_platform.core.facts.loggers import is_of_a_logger
from mlops_platform_tests.core.facts.reading_code import index


def is_logged(source: str) -> bool:
    file = index(source)
    return any(is_of_a_logger(each, file) for each in file.calls if each.name.endswith("info"))


@pytest.mark.parametrize(
    "source",
    [
        "import logging\nlogging.info('x')",
        "import logging\nlog = logging.getLogger()\nlog.info('x')",
        "from loguru import logger\nlogger.info('x')",
        "from ours.tools import logger\nlogger.info('x')",
        "from ours.tools import setup_logging\nlog = setup_logging(__name__)\nlog.info('x')",
        "from ours.tools import get_logger\nget_logger().info('x')",
        "from .tools import init_log\ndef f(kept):\n    kept.info('x')",
        "from ours.log import log\nlog.info('x')",
        "from .logging import log\nlog.info('x')",
        "from ours.app_logger import log\nlog.info('x')",
        "from ours.log_utils import log\ndef f(kept):\n    kept.info('x')",
    ],
)
def test_logged(source: str) -> None:
    assert is_logged(source)


@pytest.mark.parametrize(
    "source",
    [
        "table.info('x')",
        "from ours import catalog\ncatalog.info(1)",
        "from math import log\ndef f(table):\n    table.info('x')",
        "from numpy import log as log\ndef f(table):\n    table.info('x')",
        "from ours.catalog import log\ndef f(table):\n    table.info('x')",
        "from ours.log_normal import log\ndef f(table):\n    table.info('x')",
        "from ours import blog, dialog, init_blog\ndef f(table):\n    table.info('x')",
        "import ours.log\ndef f(table):\n    table.info('x')",
    ],
)
def test_not_logged(source: str) -> None:
    assert not is_logged(source)
