import pytest

from mlops_platform.adapters.docker.base_image import image_reference


@pytest.mark.parametrize(
    ("pattern", "python", "expected"),
    [
        ("python:3.11-slim", "3.9", "python:3.9-slim"),
        ("python:3.11", "3.12", "python:3.12"),
        (
            "registry.example/base/python:3.11-slim",
            "3.10",
            "registry.example/base/python:3.10-slim",
        ),
        ("registry.example/ml:{python}-2", "3.10", "registry.example/ml:3.10-2"),
        ("registry.example/ml:2", "3.10", "registry.example/ml:2"),
        ("mypython:3.11-slim", "3.9", "mypython:3.11-slim"),
    ],
)
def test_the_image_of_a_python_follows_the_pattern(pattern, python, expected):
    assert image_reference(pattern, python) == expected
