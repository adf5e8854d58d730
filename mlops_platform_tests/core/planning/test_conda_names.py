import pytest

from mlops_platform.core.planning.conda_names import pip_name, reason_without


@pytest.mark.parametrize(
    ("conda", "pip"),
    [("pytorch", "torch"), ("opencv", "opencv-python-headless"), ("pandas", "pandas")],
)
def test_names_are_translated(conda, pip):
    assert pip_name(conda) == pip
    assert reason_without(conda) == ""


@pytest.mark.parametrize("name", ["librosa", "libsvm", "rich", "rasterio", "tqdm", "requests"])
def test_a_python_distribution_is_no_system_library(name):
    assert reason_without(name) == ""


@pytest.mark.parametrize(
    "name", ["cudatoolkit", "cudnn", "libgcc-ng", "r-base", "make", "mkl", "pip", "ca-certificates"]
)
def test_what_the_index_has_not_is_left_out(name):
    assert reason_without(name)
