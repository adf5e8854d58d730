import pytest

pytestmark = pytest.mark.integration


def inert(text):
    from mlops_platform.adapters.mlflow.send_exchange import _inert  # noqa: PLC0415 (loads MLflow)

    return _inert(text)


@pytest.mark.parametrize(
    ("text", "fence"),
    [("plain", "```"), ("`` two", "```"), ("```\nout of the block", "````"), ("`" * 9, "`" * 10)],
)
def test_nothing_gets_out_of_its_block(text, fence):
    assert inert(text) == f"{fence}\n{text}\n{fence}"


def test_what_a_database_refuses_is_replaced_and_what_is_long_is_cut():
    assert inert("a\x00b\ud800") == "```\na\ufffdb\ufffd\n```"
    assert len(inert("x" * 1_000_000)) == 100_008
