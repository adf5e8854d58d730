"""Programs that were written after the engine, to see what it says of what it was not made for."""

from mlops_platform_tests.core.leaks.programs import notebook

LEAKY = {
    "preprocessing in a config-driven project": {
        "config.py": """
from dataclasses import dataclass


@dataclass
class Config:
    path: str = "data/bank.csv"
    target: str = "deposit"
    test_size: float = 0.2
""",
        "pipeline/__init__.py": "",
        "pipeline/prepare.py": """
import pandas as pd
from sklearn.preprocessing import StandardScaler


def prepare(cfg):
    df = pd.read_csv(cfg.path)
    y = (df[cfg.target] == "yes").astype(int)
    X = pd.get_dummies(df.drop(columns=[cfg.target]))
    scaler = StandardScaler()
    X[X.columns] = scaler.fit_transform(X)  # <- preprocessing
    return X, y, scaler
""",
        "pipeline/fit.py": """
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


def run(X, y, cfg):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=cfg.test_size)
    clf = LogisticRegression(max_iter=300)
    clf.fit(X_train, y_train)
    return clf, roc_auc_score(y_test, clf.predict_proba(X_test)[:, 1])
""",
        "main.py": """
from config import Config
from pipeline.fit import run
from pipeline.prepare import prepare

if __name__ == "__main__":
    cfg = Config()
    X, y, scaler = prepare(cfg)
    model, auc = run(X, y, cfg)
    print(f"AUC {auc:.3f}")
""",
    },
    "many models in a dict of pipelines": """
import pandas as pd
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("tickets.csv").dropna(subset=["body", "queue"])
tfidf = TfidfVectorizer(min_df=3, ngram_range=(1, 2))
X = tfidf.fit_transform(df["body"])  # <- preprocessing
svd = TruncatedSVD(n_components=100, random_state=0)
X = svd.fit_transform(X)  # <- preprocessing
X_train, X_test, y_train, y_test = train_test_split(X, df["queue"], random_state=0)
for name, clf in {"lr": LogisticRegression(), "rf": RandomForestClassifier()}.items():
    clf.fit(X_train, y_train)
    print(name, f1_score(y_test, clf.predict(X_test), average="macro"))
""",
    "a notebook that balances, then splits, then stops early": {
        "fraud.ipynb": notebook(
            "import pandas as pd, numpy as np\nfrom imblearn.over_sampling import SMOTE",
            "data = pd.read_csv('creditcard.csv')\ndata['Class'].value_counts(normalize=True)",
            "X = data.drop(columns=['Time', 'Class'])\ny = data['Class']\n"
            "X_bal, y_bal = SMOTE(k_neighbors=3).fit_resample(X, y)  # <- resampling",
            "from sklearn.model_selection import train_test_split\n"
            "X_train, X_test, y_train, y_test = train_test_split(X_bal, y_bal, test_size=.25)",
            "from xgboost import XGBClassifier\nxgb = XGBClassifier(n_estimators=2000,\n"
            "                    early_stopping_rounds=30, eval_metric='auc')\n"
            "xgb.fit(X_train, y_train, eval_set=[(X_test, y_test)], verbose=False)"
            "  # <- multi_test",
            "from sklearn.metrics import classification_report\n"
            "print(classification_report(y_test, xgb.predict(X_test)))",
        )
    },
    "best of several epochs in keras by hand": """
import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from tensorflow import keras

X, y = np.load("X.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
model = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "binary_crossentropy")
best = 0.0
for epoch in range(50):
    model.fit(X_train, y_train, epochs=1, verbose=0)
    acc = accuracy_score(y_test, model.predict(X_test) > 0.5)
    if acc > best:  # <- multi_test
        best = acc
        model.save("best.keras")
print(best)
""",
    "depth chosen by a list of pairs": """
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor

home = pd.read_csv("melb.csv")
X = home[["Rooms", "Landsize", "YearBuilt"]]
y = home["Price"]
train_X, test_X, train_y, test_y = train_test_split(X, y, random_state=1)


def get_mae(leaves, train_X, test_X, train_y, test_y):
    model = DecisionTreeRegressor(max_leaf_nodes=leaves, random_state=0)
    model.fit(train_X, train_y)
    return mean_absolute_error(test_y, model.predict(test_X))


scores = {n: get_mae(n, train_X, test_X, train_y, test_y) for n in [5, 25, 50, 100, 250, 500]}
best_size = min(scores, key=scores.get)  # <- multi_test
final = DecisionTreeRegressor(max_leaf_nodes=best_size).fit(X, y)
""",
    "torch with a dataset class, saved by the test loss": """
import pandas as pd
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset
from sklearn.model_selection import train_test_split


class Tabular(Dataset):
    def __init__(self, frame, target):
        self.X = torch.tensor(frame.drop(columns=[target]).values, dtype=torch.float32)
        self.y = torch.tensor(frame[target].values, dtype=torch.float32)

    def __len__(self):
        return len(self.y)

    def __getitem__(self, idx):
        return self.X[idx], self.y[idx]


class MLP(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(n, 64), nn.ReLU(), nn.Linear(64, 1))

    def forward(self, x):
        return self.layers(x).squeeze(1)


df = pd.read_csv("concrete.csv")
train_df, test_df = train_test_split(df, test_size=0.2, random_state=0)
train_loader = DataLoader(Tabular(train_df, "strength"), batch_size=32, shuffle=True)
test_loader = DataLoader(Tabular(test_df, "strength"), batch_size=64)
net = MLP(df.shape[1] - 1)
opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
mse = nn.MSELoss()
lowest = float("inf")
for epoch in range(100):
    net.train()
    for xb, yb in train_loader:
        opt.zero_grad()
        loss = mse(net(xb), yb)
        loss.backward()
        opt.step()
    net.eval()
    running = 0.0
    with torch.no_grad():
        for xb, yb in test_loader:
            running += mse(net(xb), yb).item() * len(xb)
    test_loss = running / len(test_df)
    if test_loss < lowest:  # <- multi_test
        lowest = test_loss
        torch.save(net.state_dict(), "net.pt")
print("best test loss", lowest)
""",
    "electricity with lags of a helper": """
import pandas as pd
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor


def add_lags(frame, column, lags):
    for lag in lags:
        frame[f"{column}_lag{lag}"] = frame[column].shift(lag)
    return frame


df = pd.read_csv("PJME_hourly.csv", index_col=[0], parse_dates=[0])
df = add_lags(df, "PJME_MW", [1, 24, 168]).dropna()
X = df.drop(columns="PJME_MW")
y = df["PJME_MW"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)  # <- shuffled_time_series
reg = XGBRegressor(n_estimators=500)
reg.fit(X_train, y_train)
print(mean_absolute_percentage_error(y_test, reg.predict(X_test)))
""",
    "speaker groups handed to shuffled folds": """
import numpy as np
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import StratifiedShuffleSplit
from sklearn.svm import SVC

X, y = np.load("mfcc.npy"), np.load("emotion.npy")
speakers = np.load("speakers.npy")
scores = []
for train, test in StratifiedShuffleSplit(10, test_size=0.2).split(X, y, speakers):  # <- group_leak
    svc = SVC().fit(X[train], y[train])
    scores.append(balanced_accuracy_score(y[test], svc.predict(X[test])))
print(np.mean(scores), np.std(scores))
""",
    "price of a neighbourhood by agg": """
import pandas as pd
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.model_selection import KFold, cross_val_score

df = pd.read_csv("airbnb.csv")
stats = df.groupby("neighbourhood").agg({"price": "median"})  # <- target_encoding
df["hood_price"] = df["neighbourhood"].map(stats["price"])
X = df[["hood_price", "minimum_nights", "availability_365"]]
y = df["price"]
print(cross_val_score(ExtraTreesRegressor(), X, y, cv=KFold(5)).mean())
""",
    "evaluation of a regression with statsmodels habits": """
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor

df = pd.read_excel("yield.xlsx")
features = [c for c in df.columns if c not in ("yield", "plot")]
rf = RandomForestRegressor(n_estimators=300, random_state=0)
rf.fit(df[features], df["yield"])
residual = df["yield"] - rf.predict(df[features])
print("RMSE", np.sqrt(np.mean(residual ** 2)))  # <- evaluated_on_training
""",
    "scaler refitted by a loop over parts": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("heart.csv")
train, test = train_test_split(df, test_size=0.3, random_state=2)
train, test = train.copy(), test.copy()
num = ["age", "chol", "thalach"]
train[num] = StandardScaler().fit_transform(train[num])
test[num] = StandardScaler().fit_transform(test[num])  # <- refitted_on_test
clf = LogisticRegression().fit(train.drop(columns="target"), train["target"])
print(clf.score(test.drop(columns="target"), test["target"]))
""",
    "auc of thresholded probabilities": """
import lightgbm as lgb
import pandas as pd
from sklearn.metrics import recall_score, roc_auc_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("default.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default"), df["default"])
clf = lgb.LGBMClassifier().fit(X_train, y_train)
pred = (clf.predict_proba(X_test)[:, 1] > 0.3).astype(int)
print(recall_score(y_test, pred), roc_auc_score(y_test, pred))  # <- ranking_metric_of_labels
""",
    "keywords that swap": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_percentage_error, r2_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("bikes.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="cnt"), df["cnt"])
forest = RandomForestRegressor().fit(X_train, y_train)
y_hat = forest.predict(X_test)
print(r2_score(y_true=y_hat, y_pred=y_test))  # <- swapped_metric_arguments
print(mean_absolute_percentage_error(y_hat, y_test))  # <- swapped_metric_arguments
""",
    "copies by np.repeat and a list": """
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("rare.csv")
rare = df[df["label"] == 1]
df = pd.concat([df] + [rare] * 9, ignore_index=True)  # <- overlap
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="label"), df["label"])
knn = KNeighborsClassifier(1).fit(X_train, y_train)
print(knn.score(X_test, y_test))
""",
}
CLEAN = {
    "a project that fits in one place only": {
        "data.py": """
import pandas as pd
from sklearn.model_selection import train_test_split


def load(path, target):
    df = pd.read_csv(path)
    return train_test_split(df.drop(columns=[target]), df[target], random_state=0)
""",
        "model.py": """
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def build():
    numeric = make_pipeline(SimpleImputer(), StandardScaler())
    columns = make_column_transformer(
        (numeric, make_column_selector(dtype_include="number")),
        (OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_include=object)),
    )
    return make_pipeline(columns, HistGradientBoostingClassifier())
""",
        "main.py": """
from sklearn.metrics import roc_auc_score
from data import load
from model import build

X_train, X_test, y_train, y_test = load("bank.csv", "deposit")
model = build().fit(X_train, y_train)
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
""",
    },
    "nested cross-validation": """
import pandas as pd
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

df = pd.read_csv("wine.csv")
X, y = df.drop(columns="class"), df["class"]
pipe = Pipeline([("sc", StandardScaler()), ("svc", SVC())])
inner = GridSearchCV(pipe, {"svc__C": [0.1, 1, 10]}, cv=KFold(3, shuffle=True, random_state=0))
print(cross_val_score(inner, X, y, cv=KFold(5, shuffle=True, random_state=1)).mean())
""",
    "walk forward": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("prices.csv", parse_dates=["date"]).sort_values("date").reset_index(drop=True)
df["ret"] = df["close"].pct_change()
df["lag"] = df["ret"].shift(1)
df = df.dropna()
errors = []
for end in range(500, len(df), 20):
    train, test = df.iloc[:end], df.iloc[end:end + 20]
    sc = StandardScaler().fit(train[["lag"]])
    model = Ridge().fit(sc.transform(train[["lag"]]), train["ret"])
    errors.append(mean_absolute_error(test["ret"], model.predict(sc.transform(test[["lag"]]))))
print(sum(errors) / len(errors))
""",
    "a notebook that explores, splits, then fits": {
        "titanic.ipynb": notebook(
            "import pandas as pd, seaborn as sns\ndf = pd.read_csv('train.csv')",
            "df['Age'].mean(), df['Fare'].median()\nsns.heatmap(df.corr(numeric_only=True))",
            "df.groupby('Sex')['Survived'].mean()",
            "from sklearn.model_selection import train_test_split\n"
            "train, valid = train_test_split(df, test_size=0.2, random_state=7)",
            "age = train['Age'].median()\n"
            "train = train.assign(Age=train['Age'].fillna(age))\n"
            "valid = valid.assign(Age=valid['Age'].fillna(age))",
            "from sklearn.ensemble import RandomForestClassifier\ncols = ['Age', 'Fare']\n"
            "rf = RandomForestClassifier().fit(train[cols], train['Survived'])\n"
            "rf.score(valid[cols], valid['Survived'])",
        )
    },
    "torch early stopping on validation, test at the end": """
import copy
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split
from torchvision import datasets, transforms

full = datasets.MNIST(".", train=True, transform=transforms.ToTensor())
test_set = datasets.MNIST(".", train=False, transform=transforms.ToTensor())
train_set, val_set = random_split(full, [50000, 10000])
loaders = {
    "train": DataLoader(train_set, 64, shuffle=True),
    "val": DataLoader(val_set, 256),
    "test": DataLoader(test_set, 256),
}
model = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
opt = torch.optim.Adam(model.parameters())
loss_fn = nn.CrossEntropyLoss()


def run(phase):
    hits = 0
    for x, y in loaders[phase]:
        with torch.set_grad_enabled(phase == "train"):
            out = model(x)
            loss = loss_fn(out, y)
        if phase == "train":
            opt.zero_grad()
            loss.backward()
            opt.step()
        hits += (out.argmax(1) == y).sum().item()
    return hits / len(loaders[phase].dataset)


best, best_state = 0, None
for epoch in range(20):
    run("train")
    val = run("val")
    if val > best:
        best, best_state = val, copy.deepcopy(model.state_dict())
model.load_state_dict(best_state)
print("test", run("test"))
""",
    "baseline beside the model": """
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
baseline = DummyClassifier().fit(X_train, y_train)
model = RandomForestClassifier().fit(X_train, y_train)
b = balanced_accuracy_score(y_test, baseline.predict(X_test))
m = balanced_accuracy_score(y_test, model.predict(X_test))
if m > b:
    print("better than guessing", m - b)
""",
    "learning curve": """
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
curve = []
for n in (100, 200, 400, 800):
    m = LogisticRegression().fit(X_train[:n], y_train[:n])
    curve.append((n, m.score(X_train[:n], y_train[:n]), m.score(X_test, y_test)))
print(np.array(curve))
print("highest", max(score for _, _, score in curve))
""",
    "separate files of two years": """
import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.metrics import mean_squared_error

old, new = pd.read_parquet("2022.parquet"), pd.read_parquet("2023.parquet")
for frame in (old, new):
    frame["hour"] = frame["time"].dt.hour
    frame["rolling"] = frame["load"].rolling(24).mean().shift(1)
cols = ["hour", "rolling"]
model = LGBMRegressor().fit(old[cols], old["load"])
print(mean_squared_error(new["load"], model.predict(new[cols])))
""",
    "stacking with out of fold features": """
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict, train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
bases = [RandomForestClassifier(), LogisticRegression()]
Z_train = np.column_stack([
    cross_val_predict(b, X_train, y_train, method="predict_proba")[:, 1] for b in bases
])
Z_test = np.column_stack([b.fit(X_train, y_train).predict_proba(X_test)[:, 1] for b in bases])
meta = LogisticRegression().fit(Z_train, y_train)
print(meta.score(Z_test, y_test))
""",
    "calibrated on its own part": """
import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X, X_test, y, y_test = train_test_split(df.drop(columns="y"), df["y"], random_state=0)
X_fit, X_cal, y_fit, y_cal = train_test_split(X, y, random_state=0)
rf = RandomForestClassifier().fit(X_fit, y_fit)
cal = CalibratedClassifierCV(rf, cv="prefit").fit(X_cal, y_cal)
print(brier_score_loss(y_test, cal.predict_proba(X_test)[:, 1]))
""",
    "hyperopt in folds": """
import numpy as np
import pandas as pd
from hyperopt import fmin, hp, tpe
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])


def loss(params):
    model = GradientBoostingRegressor(max_depth=int(params["depth"]))
    return -cross_val_score(model, X_train, y_train, cv=5).mean()


best = fmin(loss, {"depth": hp.quniform("depth", 2, 8, 1)}, algo=tpe.suggest, max_evals=20)
final = GradientBoostingRegressor(max_depth=int(best["depth"])).fit(X_train, y_train)
print(final.score(X_test, y_test))
""",
    "clusters as a feature of the training part": """
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("geo.csv")
train, test = train_test_split(df, random_state=4)
km = KMeans(8).fit(train[["lat", "lon"]])
train = train.assign(zone=km.predict(train[["lat", "lon"]]))
test = test.assign(zone=km.predict(test[["lat", "lon"]]))
cols = ["zone", "area"]
model = LinearRegression().fit(train[cols], train["rent"])
print(model.score(test[cols], test["rent"]))
""",
    "chunks of a large file": """
import pandas as pd
from sklearn.linear_model import SGDClassifier

clf = SGDClassifier()
for chunk in pd.read_csv("train_big.csv", chunksize=100_000):
    clf.partial_fit(chunk.drop(columns="y"), chunk["y"], classes=[0, 1])
test = pd.read_csv("test_big.csv")
print(clf.score(test.drop(columns="y"), test["y"]))
""",
    "confusion of two annotators and of a model": """
import pandas as pd
from sklearn.metrics import confusion_matrix, precision_score
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
print(confusion_matrix(df["first"], df["second"]))
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["first"])
pred = LogisticRegression().fit(X_train, y_train).predict(X_test)
print(precision_score(y_test, pred))
""",
}
