import pytest

from mlops_platform.core.profiling.only_looking import only_looks


@pytest.mark.parametrize(
    "line", ["python -m py_compile a.py", "uv run ruff check a.py", "X=1 vi a"]
)
def test_looks(line: str) -> None:
    assert only_looks(line.split())


@pytest.mark.parametrize("line", ["python a.py", "uv run a.py black", "python -m train", "./a.py"])
def test_starts(line: str) -> None:
    assert not only_looks(line.split())
