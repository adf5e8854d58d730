"""Scores that prove nothing, in a few lines each; all share some imports."""

from mlops_platform_tests.core.leaks.programs import program

SPLIT = """
df = pd.read_csv("a.csv")
X, y = df.drop("t", axis=1), df["t"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
"""
THREE = """
df = pd.read_csv("a.csv")
X, y = df.drop("t", axis=1), df["t"]
X_rest, X_test, y_rest, y_test = train_test_split(X, y)
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest)
"""
_LEAKY = {
    "fitted to everything": f"""{SPLIT}
m = RandomForestClassifier()
m.fit(X, y)  # <- overlap
print(accuracy_score(y_test, m.predict(X_test)))
""",
    "search on everything": f"""{SPLIT}
gs = GridSearchCV(LogisticRegression(), {{"C": [1, 10]}})
gs.fit(X, y)  # <- overlap
best = gs.best_estimator_
print(accuracy_score(y_test, best.predict(X_test)))
""",
    "only rows of the fit": """
df = pd.read_csv("a.csv")
X, y = df[["a", "b"]], df["t"]
model = LinearRegression().fit(X, y)
print(r2_score(y, model.predict(X)))  # <- evaluated_on_training
""",
    "error by hand": """
df = pd.read_csv("a.csv")
X, y = df[["a", "b"]], df["t"]
model = LinearRegression()
model.fit(X, y)
pred = model.predict(X)
rmse = np.sqrt(np.mean((pred - y) ** 2))  # <- evaluated_on_training
""",
    "score in a function": """
def train(X, y):
    model = RandomForestClassifier()
    model.fit(X, y)
    return model

def evaluate(model, X, y):
    return model.score(X, y)  # <- evaluated_on_training

df = pd.read_csv("a.csv")
model = train(df[["a"]], df["t"])
print(evaluate(model, df[["a"]], df["t"]))
""",
    "best model by the test": f"""{SPLIT}
best, best_acc = None, 0
for m in [LogisticRegression(), RandomForestClassifier()]:
    m.fit(X_train, y_train)
    acc = accuracy_score(y_test, m.predict(X_test))
    if acc > best_acc:  # <- multi_test
        best, best_acc = m, acc
print(best_acc)
""",
    "best k by the test": f"""{SPLIT}
scores = []
for k in range(1, 30):
    knn = KNeighborsClassifier(k).fit(X_train, y_train)
    scores.append(knn.score(X_test, y_test))
best_k = np.argmax(scores) + 1  # <- multi_test
""",
    "best of a dict": f"""{SPLIT}
models = {{"lr": LogisticRegression(), "rf": RandomForestClassifier()}}
results = {{}}
for name, model in models.items():
    model.fit(X_train, y_train)
    results[name] = f1_score(y_test, model.predict(X_test))
best = max(results, key=results.get)  # <- multi_test
""",
    "early stopping on the test": f"""{SPLIT}
import xgboost as xgb
model = xgb.XGBClassifier(early_stopping_rounds=10)
model.fit(X_train, y_train, eval_set=[(X_test, y_test)])  # <- multi_test
print(accuracy_score(y_test, model.predict(X_test)))
""",
    "callback on the test": f"""{SPLIT}
from tensorflow import keras
from tensorflow.keras.callbacks import EarlyStopping
model = keras.models.Sequential([keras.layers.Dense(1)])
stop = EarlyStopping(patience=3)
model.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[stop])  # <- multi_test
loss, acc = model.evaluate(X_test, y_test)
""",
    "own model on everything": f"""{SPLIT}
class Model:
    def fit(self, X, y):
        self.inner = LogisticRegression()
        self.inner.fit(X, y)  # <- overlap

    def score(self, X, y):
        return accuracy_score(y, self.inner.predict(X))

m = Model()
m.fit(X, y)
print(m.score(X_test, y_test))
""",
    "best epoch kept by the test": f"""{SPLIT}
from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(1)])
keep = keras.callbacks.ModelCheckpoint("m.h5", save_best_only=True)
model.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[keep])  # <- multi_test
model.evaluate(X_test, y_test)
""",
    "best parameter by the test": f"""{SPLIT}
best_score = 0
for C in [0.1, 1, 10]:
    for gamma in ["scale", "auto"]:
        m = LogisticRegression(C=C)
        m.fit(X_train, y_train)
        score = m.score(X_test, y_test)
        if score > best_score:  # <- multi_test
            best_score = score
            best = {{"C": C}}
print(best_score)
""",
    "target kept": """
df = pd.read_csv("a.csv")
y = df["t"]
X_train, X_test, y_train, y_test = train_test_split(df, y)
m = LogisticRegression()
m.fit(X_train, y_train)  # <- target_among_features
print(m.score(X_test, y_test))
""",
    "target listed": """
df = pd.read_csv("a.csv")
cols = ["a", "b", "t"]
X, y = df[cols], df["t"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
m = LogisticRegression().fit(X_train, y_train)  # <- target_among_features
print(m.score(X_test, y_test))
""",
}
_CLEAN = {
    "training score, the test elsewhere": """
df = pd.read_csv("data/train.csv")
m = LogisticRegression().fit(df[["a"]], df["t"])
print(m.score(df[["a"]], df["t"]))
""",
    "training score of given rows": """
def train(X, y):
    m = LogisticRegression().fit(X, y)
    print(m.score(X, y))
    return m
""",
    "best training score": """
df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a"]], df["t"])
grid = GridSearchCV(LogisticRegression(), {"C": [1, 10]}).fit(X_train, y_train)
print(grid.best_score_, grid.best_estimator_.score(X_test, y_test))
""",
    "out of fold predictions": """
df = pd.read_csv("a.csv")
X, y = df[["a"]].values, df["t"].values
oof = np.zeros(len(X))
for fold, (tr, te) in enumerate(StratifiedKFold(5).split(X, y)):
    m = LogisticRegression().fit(X[tr], y[tr])
    oof[te] = m.predict(X[te])
print(accuracy_score(y, oof))
""",
    "test rows resampled for uncertainty": f"""{SPLIT}
m = LogisticRegression().fit(X_train, y_train)
for i in range(100):
    Xb, yb = resample(X_test, y_test)
    print(m.score(Xb, yb))
""",
    "own transformer in a pipeline": f"""{SPLIT}
from sklearn.base import BaseEstimator, TransformerMixin

class Clip(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        self.high = X.quantile(0.99)
        return self

    def transform(self, X):
        return X.clip(upper=self.high)

pipe = make_pipeline(Clip(), LogisticRegression())
pipe.fit(X_train, y_train)
print(pipe.score(X_test, y_test))
""",
    "own model": f"""{SPLIT}
class Model:
    def fit(self, X, y):
        self.mu = X.mean()
        self.inner = LogisticRegression().fit(X - self.mu, y)

    def score(self, X, y):
        return self.inner.score(X - self.mu, y)

m = Model()
m.fit(X_train, y_train)
print(m.score(X_test, y_test))
""",
    "train and test scores": f"""{SPLIT}
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_train, y_train), m.score(X_test, y_test))
""",
    "folds": """
df = pd.read_csv("a.csv")
X, y = df[["a"]], df["t"]
print(cross_val_score(LogisticRegression(), X, y))
m = LogisticRegression().fit(X, y)
print(m.score(X, y))
""",
    "refit after the test": f"""{SPLIT}
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_test, y_test))
m.fit(X, y)
save(m)
""",
    "compared, nothing chosen": f"""{SPLIT}
for m in [LogisticRegression(), RandomForestClassifier()]:
    m.fit(X_train, y_train)
    print(accuracy_score(y_test, m.predict(X_test)))
""",
    "chosen by validation": f"""{THREE}
best, best_acc = None, 0
for m in [LogisticRegression(), RandomForestClassifier()]:
    m.fit(X_train, y_train)
    acc = m.score(X_val, y_val)
    if acc > best_acc:
        best, best_acc = m, acc
print(best.score(X_test, y_test))
""",
    "early stopping on validation": f"""{THREE}
import xgboost as xgb
model = xgb.XGBClassifier()
model.fit(X_train, y_train, eval_set=[(X_val, y_val)], early_stopping_rounds=10)
print(accuracy_score(y_test, model.predict(X_test)))
""",
    "watched, not stopped": f"""{SPLIT}
from tensorflow import keras
model = keras.models.Sequential([keras.layers.Dense(1)])
model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=5)
model.evaluate(X_test, y_test)
""",
    "a gate is no choice": f"""{SPLIT}
m = LogisticRegression().fit(X_train, y_train)
acc = m.score(X_test, y_test)
if acc < 0.7:
    raise ValueError("too bad")
""",
    "a verdict is no choice": f"""{SPLIT}
m = LogisticRegression().fit(X_train, y_train)
acc = m.score(X_test, y_test)
if acc > 0.9:
    verdict = "good"
else:
    verdict = "bad"
""",
    "scored elsewhere": """
def main(train_path, test_path):
    train, test = pd.read_csv(train_path), pd.read_csv(test_path)
    m = LogisticRegression().fit(train[["a"]], train["t"])
    print(m.score(test[["a"]], test["t"]))
""",
    "clusters": """
df = pd.read_csv("a.csv")
km = KMeans(3)
km.fit(df)
print(silhouette_score(df, km.predict(df)))
""",
    "a loaded model": """
import joblib
m = joblib.load("m.pkl")
df = pd.read_csv("test.csv")
print(accuracy_score(df["t"], m.predict(df[["a"]])))
""",
    "target popped": """
df = pd.read_csv("a.csv")
y = df.pop("t")
X_train, X_test, y_train, y_test = train_test_split(df, y)
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_test, y_test))
""",
    "target popped under another name": """
df = pd.read_csv("a.csv")
X = df
y = X.pop("t")
m = LogisticRegression()
X_train, X_test, y_train, y_test = train_test_split(df, y)
m.fit(X_train, y_train)
print(m.score(X_test, y_test))
""",
    "target dropped in place": """
df = pd.read_csv("a.csv")
y = df["t"]
df.drop("t", axis=1, inplace=True)
X_train, X_test, y_train, y_test = train_test_split(df, y)
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_test, y_test))
""",
    "target deleted": """
df = pd.read_csv("a.csv")
y = df["t"]
del df["t"]
X_train, X_test, y_train, y_test = train_test_split(df, y)
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_test, y_test))
""",
    "columns chosen by the pipeline": """
df = pd.read_csv("a.csv")
train, test = train_test_split(df)
pre = ColumnTransformer([("num", StandardScaler(), ["a"])])
pipe = make_pipeline(pre, LogisticRegression())
pipe.fit(train, train["t"])
print(pipe.score(test, test["t"]))
""",
    "target in a constant": """
TARGET = "t"
df = pd.read_csv("a.csv")
features = [c for c in df.columns if c != TARGET]
X, y = df[features], df[TARGET]
X_train, X_test, y_train, y_test = train_test_split(X, y)
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_test, y_test))
""",
    "future value": """
df = pd.read_csv("a.csv")
X = df[["close"]]
y = df["close"].shift(-1)
X_train, X_test, y_train, y_test = train_test_split(X, y, shuffle=False)
m = LinearRegression().fit(X_train, y_train)
print(m.score(X_test, y_test))
""",
    "the same seed again": """
df = pd.read_csv("a.csv")
X, y = df.drop("t", axis=1), df["t"]
X_train, _, y_train, _ = train_test_split(X, y, test_size=0.2, random_state=1)
m = LogisticRegression().fit(X_train, y_train)
_, X_test, _, y_test = train_test_split(X, y, test_size=0.2, random_state=1)
print(m.score(X_test, y_test))
""",
    "positions shuffled": """
X, y = np.load("x.npy"), np.load("y.npy")
idx = np.random.permutation(len(X))
train_idx, test_idx = idx[:800], idx[800:]
m = LogisticRegression().fit(X[train_idx], y[train_idx])
print(m.score(X[test_idx], y[test_idx]))
""",
    "batches": """
X, y = np.load("x.npy"), np.load("y.npy")
a, b = draw(len(X))
m = LogisticRegression().fit(X[a], y[a])
print(m.score(X[b], y[b]))
""",
}

LEAKY = {name: program(text) for name, text in _LEAKY.items()}
CLEAN = {name: program(text) for name, text in _CLEAN.items()}
