import pytest

from mlops_platform.core.profiling.readme_language import is_english

ENGLISH = """# Churn
This project predicts which of the customers will leave in the next month, from their contract
and the history of their payments. Use `python train.py` to train it.
"""
SPANISH = """# Predicción de abandono
Este proyecto entrena un modelo que predice qué clientes van a abandonar la empresa en el próximo
mes, con los datos del contrato y de los pagos. Para entrenar, ejecute el script siguiente.
"""
CHINESE = """# 中文 文本 分类
数据 集 来自 新闻 标题 每个 类别 两万 条 训练 模型 之前 请 下载 数据 和 预训练 词 向量 文件 放入
"""
COMMANDS = (
    "# Train\nHow to use this:\n```\n" + "pip install numpy pandas scipy torch\n" * 30 + "```\n"
)


def test_english_prose_is_english() -> None:
    assert is_english(ENGLISH)


@pytest.mark.parametrize("text", [SPANISH, CHINESE])
def test_other_languages_are_not(text: str) -> None:
    assert not is_english(text)


def test_blocks_of_code_do_not_count() -> None:
    assert is_english(COMMANDS)


def test_a_text_too_short_to_tell_counts_as_english() -> None:
    assert is_english("# Proyecto")
