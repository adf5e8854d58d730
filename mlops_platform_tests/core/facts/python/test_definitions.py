"""Functions and classes as they are declared."""

import pytest

from mlops_platform.core.facts.python.source_file import Definition
from mlops_platform_tests.core.facts.reading_code import index


def only(source: str) -> Definition:
    return index(source).definitions[-1]


def test_a_route_is_resolved_with_its_path() -> None:
    found = only(
        """
        from fastapi import FastAPI
        app = FastAPI()
        @app.post("/predict", response_model=Out)
        @cached
        async def predict(item: Item, q: int = 1) -> Out: ...
        """
    )
    assert (found.kind, found.name, found.line) == ("function", "predict", 6)
    assert found.decorators == ("fastapi.FastAPI.post", "cached")
    assert found.decorator_texts == ("/predict", None)
    assert found.parameters == (("item", "Item"), ("q", "int"))
    assert found.is_typed


def test_a_class_shows_its_bases_and_annotated_fields() -> None:
    found = only(
        """
        from pydantic import BaseModel
        import typing as t
        class Item(BaseModel, t.Generic[T]):
            size: t.Optional[int] = None
            name: "str"
            limit = 3
        """
    )
    assert found.bases == ("pydantic.BaseModel", "typing.Generic")
    assert found.parameters == (("size", "typing.Optional[int]"), ("name", "str"))


def test_nested_definitions_have_dotted_names() -> None:
    names = [d.name for d in index("class A:\n  def f(self):\n    def g(): ...").definitions]
    assert names == ["A", "A.f", "A.f.g"]


TYPED = [
    ("def f(a: int) -> int: ...", True),
    ("def f() -> None: ...", True),
    ("def f(a) -> int: ...", False),
    ("def f(a: int): ...", False),
    ("class A:\n  def f(self, a: int) -> int: ...", True),
    ("class A:\n  def __init__(self, a: int): ...", True),
    ("class A:\n  @staticmethod\n  def f(a) -> int: ...", False),
]


@pytest.mark.parametrize(("source", "is_typed"), TYPED)
def test_typed_means_all_parameters_and_the_result(source: str, is_typed: bool) -> None:
    assert only(source).is_typed is is_typed


ANNOTATIONS = [
    ("np.ndarray", "numpy.ndarray"),
    ("list[np.ndarray]", "list[numpy.ndarray]"),
    ("dict[str, int]", "dict[str, int]"),
    ("int | None", "int | None"),
    ("f()", "…"),
]


@pytest.mark.parametrize(("written", "shown"), ANNOTATIONS)
def test_annotations_are_resolved(written: str, shown: str) -> None:
    assert only(f"import numpy as np\ndef f(x: {written}): ...").parameters == (("x", shown),)
