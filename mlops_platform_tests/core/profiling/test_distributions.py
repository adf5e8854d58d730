"""Modules and the distributions that bring them."""

import pytest

from mlops_platform.core.profiling.distributions import distributions_of, is_declared, is_standard


@pytest.mark.parametrize(
    ("module", "distribution"),
    [
        ("sklearn.svm", "scikit-learn"),
        ("PIL", "pillow"),
        ("google.cloud.storage.blob", "google-cloud-storage"),
        ("Some_Thing", "some-thing"),
    ],
)
def test_the_usual_distribution_comes_first(module: str, distribution: str) -> None:
    assert distributions_of(module)[0] == distribution


@pytest.mark.parametrize(
    ("module", "declared"),
    [
        ("keras", "tensorflow"),
        ("numpy", "pandas"),
        ("torch", "pytorch"),
        ("azureml.core", "azureml-sdk"),
        ("xgboost", "xgboost"),
        ("rest_framework.views", "djangorestframework"),
        ("rest_framework_simplejwt.tokens", "djangorestframework-simplejwt"),
        ("pywt", "pywavelets"),
        ("retinaface", "retina-face"),
        ("llama_cpp", "llama-cpp-python"),
    ],
)
def test_brought_by_a_declared_distribution(module: str, declared: str) -> None:
    assert is_declared(module, frozenset({declared}))
    assert not is_declared(module, frozenset({"unrelated"}))


def test_the_standard_library_of_any_version_is_known() -> None:
    assert all(is_standard(name) for name in ("json", "os.path", "cPickle", "distutils.core"))
    assert not is_standard("jsonlines")
