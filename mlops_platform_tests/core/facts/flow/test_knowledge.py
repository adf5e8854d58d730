"""The data file: every name has one role, and every group can be asked."""

import pytest

from mlops_platform.core.facts.flow.knowledge import canonical, knowledge


def test_no_learner_is_also_stateless():
    known = knowledge()
    assert not set(known.purposes) & known.groups["stateless.estimators"]


def test_names_are_dotted():
    known = knowledge()
    assert all("." in name for name in known.purposes)


@pytest.mark.parametrize(
    ("name", "is_model"),
    [
        ("sklearn.linear_model.Ridge", True),
        ("sklearn.utils.shuffle", False),
        ("mylib.linear_model.Ridge", False),
        ("sklearnish.Ridge", False),
    ],
)
def test_models_are_classes_of_libraries_of_models(name, is_model):
    assert knowledge().is_model(name) is is_model


def test_keras_has_one_name():
    assert canonical("tensorflow.keras.Model") == canonical("keras.Model") == "keras.Model"
    assert canonical("tensorflow.kerasish") == "tensorflow.kerasish"
