import pytest

from mlops_platform.core.measuring.situation import told_by


@pytest.mark.parametrize(
    ("title", "split", "qualifier"),
    [
        ("Training", "train", ""),
        ("Train set", "train", ""),
        ("Training set (XGBoost)", "train", "XGBoost"),
        ("Training results for SVM", "train", "SVM"),
        ("Test", "test", ""),
        ("Training Random Forest", "", "Random Forest"),
        ("Testing Random Forest", "test", "Random Forest"),
        ("Entrenamiento con MLflow (GradientBoosting)", "", ""),
        ("Training and testing SVM", "", "SVM"),
    ],
)
def test_a_title_names_rows_or_what_is_done_with_them(title, split, qualifier):
    assert told_by(title) == (split, qualifier)
