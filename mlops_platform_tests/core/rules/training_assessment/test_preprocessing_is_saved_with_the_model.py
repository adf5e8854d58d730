from mlops_platform.core.rules.training_assessment import preprocessing_is_saved_with_the_model
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_it_is_saved_too(tmp_path):
    files = {
        "train.py": """import joblib
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
scaled = scaler.fit_transform(X)
model = LogisticRegression()
model.fit(scaled, y)
joblib.dump(model, "model.joblib")
joblib.dump(scaler, "scaler.joblib")
"""
    }
    answer = judged(tmp_path, preprocessing_is_saved_with_the_model, files)
    is_met(answer, "train.py:6")


def test_met_where_it_is_handed_on(tmp_path):
    files = {
        "train.py": """import joblib
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
scaled = scaler.fit_transform(X)
model = LogisticRegression()
model.fit(scaled, y)
joblib.dump(model, "model.joblib")
keep(scaler)
"""
    }
    answer = judged(tmp_path, preprocessing_is_saved_with_the_model, files)
    is_met(answer)


def test_unmet_where_it_is_lost(tmp_path):
    files = {
        "train.py": """import joblib
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
scaled = scaler.fit_transform(X)
model = LogisticRegression()
model.fit(scaled, y)
joblib.dump(model, "model.joblib")
"""
    }
    answer = judged(tmp_path, preprocessing_is_saved_with_the_model, files)
    is_unmet(answer, "without its preprocessing", at=["train.py:6"])


def test_unmet_behind_a_split(tmp_path):
    files = {
        "train.py": """import joblib
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
scaled = scaler.fit_transform(X)
scaled, rest = train_test_split(scaled)
model = LogisticRegression()
model.fit(scaled, y)
joblib.dump(model, "model.joblib")
"""
    }
    answer = judged(tmp_path, preprocessing_is_saved_with_the_model, files)
    is_unmet(answer)


def test_a_pipeline_is_one_thing(tmp_path):
    files = {
        "train.py": """import joblib
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
scaled = scaler.fit_transform(X)
model = make_pipeline(scaler, LogisticRegression())
model.fit(scaled, y)
joblib.dump(model, "model.joblib")
"""
    }
    answer = judged(tmp_path, preprocessing_is_saved_with_the_model, files)
    is_met(answer)


def test_a_model_of_other_rows_needs_no_scaler(tmp_path):
    files = {
        "train.py": """import joblib
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
scaled = scaler.fit_transform(X)
model = LogisticRegression()
model.fit(X, y)
joblib.dump(model, "model.joblib")
"""
    }
    answer = judged(tmp_path, preprocessing_is_saved_with_the_model, files)
    is_not_applicable(answer)


def test_not_applicable_where_nothing_is_saved(tmp_path):
    files = {
        "train.py": """import joblib
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
scaled = scaler.fit_transform(X)
model = LogisticRegression()
model.fit(scaled, y)
"""
    }
    answer = judged(tmp_path, preprocessing_is_saved_with_the_model, files)
    is_not_applicable(answer)
