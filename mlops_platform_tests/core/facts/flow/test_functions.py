"""Names that say that what they stand for is wrong, and names in which leaking is the subject."""

import pytest

from mlops_platform.core.facts.flow.functions import is_named_after_mistake


@pytest.mark.parametrize(
    "name",
    [
        "run_leaky",
        "leaky",
        "leaky_pipeline",
        "evaluate_with_leak",
        "data_leakage",
        "leakage_example",
        "train_test_leakage_demo",
        "detect_data_leakage",
        "data_leakage_detection",
        "leaked_rows",
        "leaky_current_row",
        "leaks_current_row",
        "leak_rated_rows",
        "leaky_relu_leaky",
        "leaky_relu_wrong",
        "Wrong_Split",
        "incorrectly_scaled",
    ],
)
def test_a_name_that_says_wrong(name: str) -> None:
    assert is_named_after_mistake(name)


@pytest.mark.parametrize(
    "name",
    [
        "leaky_relu",
        "LeakyReLU",
        "Leaky_ReLU",
        "leaky_re_lu",
        "train_leaky_relu_net",
        "leaky_integrate_and_fire",
        "leaky_integrator",
        "leak_detection",
        "leakage_detection_model",
        "detect_water_leaks",
        "leak_localization",
        "leak_localisation",
        "leak_location",
        "leak_sensors",
        "leakage_current",
        "leakage_currents",
        "leak_rate",
        "gas_leak_classifier",
        "memory_leak",
        "bleak",
        "tweak_leaks2",
    ],
)
def test_a_name_whose_subject_leaks(name: str) -> None:
    assert not is_named_after_mistake(name)
