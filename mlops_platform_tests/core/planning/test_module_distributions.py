import pytest

from mlops_platform.core.planning.module_distributions import (
    FIRST_CHOICE,
    SAME_NAME,
    checked_distribution,
)
from mlops_platform.core.profiling.distributions import DISTRIBUTIONS, is_standard


@pytest.mark.parametrize(
    ("module", "distribution"),
    [
        ("sklearn.linear_model", "scikit-learn"),
        ("cv2", "opencv-python-headless"),
        ("PIL.Image", "pillow"),
        ("yaml", "pyyaml"),
        ("google.cloud.storage.client", "google-cloud-storage"),
        ("xgboost", "xgboost"),
        ("sentence_transformers", "sentence-transformers"),
        ("utils", None),
        ("google", None),
        ("nobodyknows", None),
    ],
)
def test_only_checked_names_have_a_distribution(module, distribution):
    assert checked_distribution(module) == distribution


def test_no_table_speaks_of_python_itself_or_contradicts_another():
    assert not [name for name in SAME_NAME if is_standard(name)]
    assert not SAME_NAME & FIRST_CHOICE.keys()
    assert not SAME_NAME & DISTRIBUTIONS.keys()
