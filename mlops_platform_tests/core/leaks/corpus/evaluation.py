"""Scores of training rows, targets among the features, and metrics that are asked wrongly."""

from mlops_platform_tests.core.leaks.programs import notebook

LEAKY = {
    "an accuracy of the rows of the fit": """
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("music.csv")
X = df.drop(columns=["genre"])
y = df["genre"]
model = DecisionTreeClassifier()
model.fit(X, y)
predictions = model.predict(X)
print(accuracy_score(y, predictions))  # <- evaluated_on_training
""",
    "a notebook without a split": {
        "regression.ipynb": notebook(
            "import pandas as pd\nfrom sklearn.linear_model import LinearRegression\n"
            "from sklearn.metrics import r2_score",
            "data = pd.read_csv('Salary_Data.csv')\nX = data[['YearsExperience']]\n"
            "y = data['Salary']",
            "reg = LinearRegression()\nreg.fit(X, y)",
            "y_hat = reg.predict(X)\nprint(r2_score(y, y_hat))  # <- evaluated_on_training",
        )
    },
    "keras evaluated where it was fitted": """
import pandas as pd
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

dataset = pd.read_csv("pima.csv", header=None).values
X = dataset[:, 0:8]
y = dataset[:, 8]
model = Sequential()
model.add(Dense(12, input_shape=(8,), activation="relu"))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=150, batch_size=10)
_, accuracy = model.evaluate(X, y)  # <- evaluated_on_training
print("Accuracy: %.2f" % (accuracy * 100))
""",
    "forest fitted and scored in one class": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error


class Forecaster:
    def __init__(self, path):
        df = pd.read_csv(path)
        self.X, self.y = df.drop(columns="demand"), df["demand"]
        self.model = RandomForestRegressor()

    def train(self):
        self.model.fit(self.X, self.y)

    def report(self):
        return mean_absolute_error(self.y, self.model.predict(self.X))  # <- evaluated_on_training


f = Forecaster("demand.csv")
f.train()
print(f.report())
""",
    "xgboost.train measured on its own matrix": """
import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_squared_error

df = pd.read_csv("a.csv")
X, y = df.drop(columns="t"), df["t"]
dmat = xgb.DMatrix(X, label=y)
bst = xgb.train({"objective": "reg:squarederror"}, dmat, num_boost_round=50)
print(mean_squared_error(y, bst.predict(dmat)))  # <- evaluated_on_training
""",
    "logged to a tracker": """
import mlflow
import pandas as pd
from sklearn.linear_model import ElasticNet
from sklearn.metrics import mean_squared_error

data = pd.read_csv("wine-quality.csv")
X = data.drop(["quality"], axis=1)
y = data[["quality"]]
with mlflow.start_run():
    lr = ElasticNet(alpha=0.5, l1_ratio=0.5, random_state=42)
    lr.fit(X, y)
    rmse = mean_squared_error(y, lr.predict(X)) ** 0.5  # <- evaluated_on_training
    mlflow.log_metric("rmse", rmse)
    mlflow.sklearn.log_model(lr, "model")
""",
    "whole table as features": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("iris.csv")
X_train, X_test, y_train, y_test = train_test_split(df, df["species"], test_size=0.3)
clf = RandomForestClassifier()
clf.fit(X_train, y_train)  # <- target_among_features
print(clf.score(X_test, y_test))
""",
    "target in the list of features": """
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split

FEATURES = ["area", "rooms", "price", "year"]
TARGET = "price"
df = pd.read_csv("flats.csv")
X_train, X_test, y_train, y_test = train_test_split(df[FEATURES], df[TARGET])
gbr = GradientBoostingRegressor()
gbr.fit(X_train, y_train)  # <- target_among_features
print(gbr.score(X_test, y_test))
""",
    "another column dropped": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X = df.drop(columns=["customerID"])
y = df["Churn"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
model = LogisticRegression()
model.fit(X_train, y_train)  # <- target_among_features
print(model.score(X_test, y_test))
""",
    "target of one part kept": """
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

df = pd.read_csv("heart.csv")
train, test = train_test_split(df, test_size=0.25, random_state=1)
svc = SVC()
svc.fit(train[["age", "chol", "target"]], train["target"])  # <- target_among_features
print(svc.score(test[["age", "chol", "target"]], test["target"]))
""",
    "target kept in a cross-validation": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

df = pd.read_csv("heart.csv")
y = df["target"]
print(cross_val_score(RandomForestClassifier(), df, y, cv=5).mean())  # <- target_among_features
""",
    "precision with the arguments swapped": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score, recall_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
clf = LogisticRegression().fit(X_train, y_train)
y_pred = clf.predict(X_test)
print(precision_score(y_pred, y_test))  # <- swapped_metric_arguments
print(recall_score(y_pred, y_test))  # <- swapped_metric_arguments
""",
    "r2 with the arguments swapped": """
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a"]], df["t"])
lr = LinearRegression()
lr.fit(X_train, y_train)
print(r2_score(lr.predict(X_test), y_test))  # <- swapped_metric_arguments
""",
    "a report with the arguments swapped": """
import pandas as pd
from sklearn import metrics
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop("t", axis=1), df["t"])
nb = GaussianNB().fit(X_train, y_train)
predictions = nb.predict(X_test)
print(metrics.classification_report(predictions, y_test))  # <- swapped_metric_arguments
print(metrics.accuracy_score(predictions, y_test))
""",
    "a helper that swaps": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split


def show(model, X, y):
    print(confusion_matrix(model.predict(X), y))  # <- swapped_metric_arguments


df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop("t", axis=1), df["t"])
show(RandomForestClassifier().fit(X_train, y_train), X_test, y_test)
""",
    "area under the curve of labels": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
clf = RandomForestClassifier().fit(X_train, y_train)
y_pred = clf.predict(X_test)
print(roc_auc_score(y_test, y_pred))  # <- ranking_metric_of_labels
""",
    "average precision of labels": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
pipe = make_pipeline(StandardScaler(), LogisticRegression())
pipe.fit(X_train, y_train)
print(average_precision_score(y_test, pipe.predict(X_test)))  # <- ranking_metric_of_labels
""",
    "curve of labels": """
import pandas as pd
from sklearn.metrics import auc, roc_curve
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
xgb = XGBClassifier()
xgb.fit(X_train, y_train)
y_pred = xgb.predict(X_test)
fpr, tpr, _ = roc_curve(y_test, y_pred)  # <- ranking_metric_of_labels
print(auc(fpr, tpr))
""",
    "area under the curve of searched labels": """
import pandas as pd
from sklearn import metrics
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.svm import SVC

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
grid = GridSearchCV(SVC(), {"C": [1, 10]}).fit(X_train, y_train)
y_hat = grid.predict(X_test)
print(metrics.roc_auc_score(y_test, y_hat))  # <- ranking_metric_of_labels
""",
    "area under the curve of a boosted model's labels": """
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
for tr, te in StratifiedKFold(5).split(X, y):
    model = LGBMClassifier().fit(X.iloc[tr], y.iloc[tr])
    labels = model.predict(X.iloc[te])
    print(accuracy_score(y.iloc[te], labels))
    print(roc_auc_score(y.iloc[te], labels))  # <- ranking_metric_of_labels
""",
}
CLEAN = {
    "cross-validated, then fitted to everything": """
import pandas as pd
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("music.csv")
X, y = df.drop(columns=["genre"]), df["genre"]
model = DecisionTreeClassifier()
print("cv", cross_val_score(model, X, y, cv=10).mean())
model.fit(X, y)
print("training accuracy", model.score(X, y))
""",
    "out of fold predictions at once": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report
from sklearn.model_selection import cross_val_predict

df = pd.read_csv("music.csv")
X, y = df.drop(columns=["genre"]), df["genre"]
y_pred = cross_val_predict(RandomForestClassifier(), X, y, cv=5)
print(classification_report(y, y_pred))
""",
    "keras with a validation split": """
import pandas as pd
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

dataset = pd.read_csv("pima.csv", header=None).values
X, y = dataset[:, 0:8], dataset[:, 8]
model = Sequential([Dense(12, activation="relu"), Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
history = model.fit(X, y, validation_split=0.33, epochs=150)
print(max(history.history["val_accuracy"]))
_, accuracy = model.evaluate(X, y)
""",
    "outliers of all rows": """
import pandas as pd
from sklearn.ensemble import IsolationForest
from sklearn.metrics import classification_report

df = pd.read_csv("transactions.csv")
X = df.drop(columns="Class")
iso = IsolationForest(contamination=0.01)
iso.fit(X)
scores = iso.predict(X)
print(classification_report(df["Class"], (scores == -1).astype(int)))
""",
    "a curve fitted to explain, scored on test.csv": """
import pandas as pd
from sklearn.linear_model import LinearRegression

train = pd.read_csv("data/train.csv")
test = pd.read_csv("data/test.csv")
lr = LinearRegression().fit(train[["x"]], train["y"])
print("train", lr.score(train[["x"]], train["y"]))
print("test", lr.score(test[["x"]], test["y"]))
""",
    "target dropped by axis": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
df = df.drop(["customerID"], axis=1)
X = df.drop(["Churn"], axis=1)
y = df["Churn"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
    "target removed from a copied list": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
columns = ["a", "b", "t"]
features = columns.copy()
features.remove("t")
X_train, X_test, y_train, y_test = train_test_split(df[features], df["t"])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "target sliced off a list": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
columns = ["a", "b", "t"]
features = columns[:-1]
X_train, X_test, y_train, y_test = train_test_split(df[features], df["t"])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "target left out by a comprehension": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
COLUMNS = ["a", "b", "t"]
TARGET = "t"
features = [c for c in COLUMNS if c != TARGET]
X_train, X_test, y_train, y_test = train_test_split(df[features], df["t"])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "target popped off a list": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
features = ["a", "b", "t"]
features.pop()
X_train, X_test, y_train, y_test = train_test_split(df[features], df["t"])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "target left out by a set": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
features = sorted(set(["a", "b", "t"]) - {"t"})
X_train, X_test, y_train, y_test = train_test_split(df[features], df["t"])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "target deleted from a list": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
features = ["t", "a", "b"]
del features[0]
X_train, X_test, y_train, y_test = train_test_split(df[features], df["t"])
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "some column dropped in place of an attribute": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from project import columns_of, settings

class Data:
    def __init__(self, path, drop):
        self.df = pd.read_csv(path)
        self.y = self.df["t"]
        self.df.drop(drop, axis=1, inplace=True)


d = Data("a.csv", columns_of("config.yaml"))
X, y = d.df, d.y
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "a column popped that a setting names": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from project import columns_of, settings

df = pd.read_csv("a.csv")
y = df["t"]
X = df
df.pop(settings().target)
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "target left out by a condition": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X = df.loc[:, df.columns != "price"]
y = df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "target left out by difference": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
features = df.columns.difference(["price"])
train, test = train_test_split(df)
model = Ridge().fit(train[features], train["price"])
print(model.score(test[features], test["price"]))
""",
    "an autoencoder learns its own input": """
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow import keras

df = pd.read_csv("a.csv")
X_train, X_test = train_test_split(df.values)
auto = keras.Sequential([keras.layers.Dense(4), keras.layers.Dense(30)])
auto.compile("adam", "mse")
auto.fit(X_train, X_train, epochs=10)
print(auto.evaluate(X_test, X_test))
""",
    "next value of the same column": """
import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("prices.csv")
df["tomorrow"] = df["close"].shift(-1)
df = df.dropna()
n = int(len(df) * 0.8)
train, test = df[:n], df[n:]
lr = LinearRegression().fit(train[["close", "volume"]], train["tomorrow"])
print(lr.score(test[["close", "volume"]], test["tomorrow"]))
""",
    "metrics in the right order": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, precision_score, roc_auc_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
clf = LogisticRegression().fit(X_train, y_train)
y_pred = clf.predict(X_test)
print(precision_score(y_test, y_pred), confusion_matrix(y_test, y_pred))
print(roc_auc_score(y_test, clf.decision_function(X_test)))
print(precision_score(y_pred=y_pred, y_true=y_test))
""",
    "symmetric metrics in any order": """
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error, mean_squared_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a"]], df["t"])
lr = LinearRegression().fit(X_train, y_train)
print(mean_squared_error(lr.predict(X_test), y_test))
print(mean_absolute_error(lr.predict(X_test), y_test))
""",
    "area under the curve of a network's outputs": """
import numpy as np
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from tensorflow import keras

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(X_train, y_train, epochs=5)
print(roc_auc_score(y_test, model.predict(X_test)))
""",
    "area under the curve of a booster's outputs": """
import lightgbm as lgb
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
gbm = lgb.train({"objective": "binary"}, lgb.Dataset(X_train, y_train))
print(roc_auc_score(y_test, gbm.predict(X_test)))
ridge = Ridge().fit(X_train, y_train)
print(roc_auc_score(y_test, ridge.predict(X_test)))
""",
    "two models agree": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, cohen_kappa_score, confusion_matrix
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
a = LogisticRegression().fit(X_train, y_train).predict(X_test)
b = RandomForestClassifier().fit(X_train, y_train).predict(X_test)
print(cohen_kappa_score(a, b), confusion_matrix(a, b))
print(accuracy_score(y_test, a), accuracy_score(y_test, b))
""",
}
