"""Rows that belong together, by time or by group, on both sides of a split."""

from mlops_platform_tests.core.leaks.programs import notebook

LEAKY = {
    "lags, then a random split": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("demand.csv", parse_dates=["date"])
df = df.sort_values("date")
for lag in (1, 7, 28):
    df[f"lag_{lag}"] = df["demand"].shift(lag)
df = df.dropna()
X = df.drop(columns=["date", "demand"])
y = df["demand"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=4)  # <- shuffled_time_series
model = RandomForestRegressor().fit(X_train, y_train)
print(mean_absolute_error(y_test, model.predict(X_test)))
""",
    "moving averages, then a random split": """
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

stock = pd.read_csv("TSLA.csv", index_col="Date", parse_dates=True)
stock["ma_10"] = stock["Close"].rolling(10).mean()
stock["ma_50"] = stock["Close"].rolling(50).mean()
stock["next"] = stock["Close"].shift(-1)
stock.dropna(inplace=True)
X_train, X_test, y_train, y_test = train_test_split(  # <- shuffled_time_series
    stock[["ma_10", "ma_50", "Volume"]], stock["next"], test_size=0.2
)
lr = LinearRegression()
lr.fit(X_train, y_train)
print(lr.score(X_test, y_test))
""",
    "windows of a series, then a random split": """
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras import Sequential
from tensorflow.keras.layers import LSTM, Dense

series = pd.read_csv("temperature.csv")["temp"].values
window = 30
X, y = [], []
for i in range(len(series) - window):
    X.append(series[i:i + window])
    y.append(series[i + window])
X, y = np.array(X), np.array(y)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)  # <- shuffled_time_series
model = Sequential([LSTM(50), Dense(1)])
model.compile("adam", "mse")
model.fit(X_train, y_train, epochs=10)
print(model.evaluate(X_test, y_test))
""",
    "windows made by a helper": """
import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split


def create_dataset(data, look_back=12):
    xs, ys = [], []
    for i in range(len(data) - look_back - 1):
        a = data[i:(i + look_back), 0]
        xs.append(a)
        ys.append(data[i + look_back, 0])
    return np.array(xs), np.array(ys)


values = pd.read_csv("airline.csv", usecols=[1]).values
X, y = create_dataset(values)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)  # <- shuffled_time_series
gbr = GradientBoostingRegressor().fit(X_train, y_train)
print(gbr.score(X_test, y_test))
""",
    "lags, then shuffled folds": """
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold

df = pd.read_csv("load.csv", parse_dates=["ts"]).set_index("ts")
df["y_1"] = df["load"].shift(1)
df["y_24"] = df["load"].shift(24)
df = df.dropna()
X, y = df[["y_1", "y_24", "temp"]].values, df["load"].values
errors = []
for tr, te in KFold(5, shuffle=True, random_state=1).split(X):  # <- shuffled_time_series
    model = Ridge().fit(X[tr], y[tr])
    errors.append(np.abs(model.predict(X[te]) - y[te]).mean())
print(np.mean(errors))
""",
    "a notebook about prices": {
        "bitcoin.ipynb": notebook(
            "import pandas as pd\nimport numpy as np",
            "df = pd.read_csv('BTC-USD.csv')\ndf['Date'] = pd.to_datetime(df['Date'])\n"
            "df = df.set_index('Date')",
            "df['return'] = df['Close'].pct_change()  # <- target_among_features\n"
            "df['prev'] = df['Close'].shift(1)\n"
            "df = df.dropna()",
            "from sklearn.model_selection import train_test_split\n"
            "X = df[['prev', 'return', 'Volume']]\ny = df['Close']\n"
            "X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3)"
            "  # <- shuffled_time_series",
            "from sklearn.svm import SVR\nsvr = SVR().fit(X_train, y_train)\n"
            "svr.score(X_test, y_test)",
        )
    },
    "groups given to folds that ignore them": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

df = pd.read_csv("ecg.csv")
X, y = df.drop(columns=["patient_id", "label"]), df["label"]
groups = df["patient_id"]
for tr, te in StratifiedKFold(5).split(X, y, groups):  # <- group_leak
    clf = LogisticRegression().fit(X.iloc[tr], y.iloc[tr])
    print(clf.score(X.iloc[te], y.iloc[te]))
""",
    "groups given to cross-validation without group folds": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, cross_val_score

df = pd.read_csv("speech.csv")
X, y, speakers = df.drop(columns=["speaker", "emotion"]), df["emotion"], df["speaker"]
cv = KFold(n_splits=5, shuffle=True, random_state=0)
scores = cross_val_score(RandomForestClassifier(), X, y, groups=speakers, cv=cv)  # <- group_leak
print(scores.mean())
""",
    "groups known to the search, not to the test": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GridSearchCV, GroupKFold, train_test_split

df = pd.read_csv("patients.csv")
X = df.drop(columns=["patient", "sick"])
y = df["sick"]
g = df["patient"]
X_train, X_test, y_train, y_test, g_train, _ = train_test_split(X, y, g)  # <- group_leak
grid = GridSearchCV(RandomForestClassifier(), {"max_depth": [3, 5]}, cv=GroupKFold(5))
grid.fit(X_train, y_train, groups=g_train)
print(accuracy_score(y_test, grid.predict(X_test)))
""",
    "five folds by number with groups": """
import pandas as pd
from sklearn.model_selection import cross_validate
from sklearn.svm import SVC

df = pd.read_csv("gait.csv")
X = df.filter(like="sensor").values
y = df["fall"].values
subjects = df["subject"].values
res = cross_validate(SVC(), X, y, cv=5, groups=subjects, scoring=["f1"])  # <- group_leak
print(res["test_f1"].mean())
""",
    "sentences of a document on both sides": """
import pandas as pd
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import GroupShuffleSplit, train_test_split

df = pd.read_csv("articles.csv")
vec = HashingVectorizer()
X, y, doc = vec.transform(df["sentence"]), df["label"], df["document"]
X_train, X_test, y_train, y_test, d_train, _ = train_test_split(X, y, doc)  # <- group_leak
tr, va = next(GroupShuffleSplit(1, random_state=0).split(X_train, y_train, d_train))
sgd = SGDClassifier().fit(X_train[tr], y_train.iloc[tr])
print("by document", sgd.score(X_train[va], y_train.iloc[va]))
clf = SGDClassifier().fit(X_train, y_train)
print("test", clf.score(X_test, y_test))
""",
}
CLEAN = {
    "lags, then a cut in time": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

df = pd.read_csv("demand.csv", parse_dates=["date"]).sort_values("date")
df["lag_1"] = df["demand"].shift(1)
df = df.dropna()
X, y = df.drop(columns=["date", "demand"]), df["demand"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, shuffle=False)
model = RandomForestRegressor().fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
    "lags, then time series folds": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import TimeSeriesSplit, cross_val_score

df = pd.read_csv("load.csv", index_col=0, parse_dates=True)
df["y_1"] = df["load"].shift(1)
df = df.dropna()
X, y = df[["y_1"]], df["load"]
print(cross_val_score(Ridge(), X, y, cv=TimeSeriesSplit(5)).mean())
for tr, te in TimeSeriesSplit(5).split(X):
    print(Ridge().fit(X.iloc[tr], y.iloc[tr]).score(X.iloc[te], y.iloc[te]))
""",
    "windows, then a cut by position": """
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

series = pd.read_csv("temperature.csv")["temp"].values
X = np.array([series[i:i + 10] for i in range(len(series) - 10)])
y = series[10:]
n = int(0.8 * len(X))
lr = LinearRegression().fit(X[:n], y[:n])
print(lr.score(X[n:], y[n:]))
""",
    "a date column, no order used": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

taxi = pd.read_csv("trips.csv", parse_dates=["pickup"])
taxi["hour"] = taxi["pickup"].dt.hour
taxi["weekday"] = taxi["pickup"].dt.dayofweek
X, y = taxi[["hour", "weekday", "distance"]], taxi["duration"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(RandomForestRegressor().fit(X_train, y_train).score(X_test, y_test))
""",
    "a shifted column that no model sees": """
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
df["change"] = df["sales"] - df["sales"].shift(1)
print(df["change"].describe())
X_train, X_test, y_train, y_test = train_test_split(df[["tv", "radio"]], df["sales"])
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
""",
    "plain folds keep the order": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("load.csv", parse_dates=["ts"])
df["y_1"] = df["load"].shift(1)
df = df.dropna()
cut = "2020-01-01"
train, test = df[df["ts"] < cut], df[df["ts"] >= cut]
model = Ridge().fit(train[["y_1"]], train["load"])
print(model.score(test[["y_1"]], test["load"]))
""",
    "groups given to group folds": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_score

df = pd.read_csv("ecg.csv")
X, y = df.drop(columns=["patient_id", "label"]), df["label"]
groups = df["patient_id"]
print(cross_val_score(LogisticRegression(), X, y, groups=groups, cv=GroupKFold(5)).mean())
for tr, te in GroupKFold(5).split(X, y, groups):
    clf = LogisticRegression().fit(X.iloc[tr], y.iloc[tr])
    print(clf.score(X.iloc[te], y.iloc[te]))
""",
    "whole groups set aside": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GroupShuffleSplit, StratifiedGroupKFold, cross_val_score

df = pd.read_csv("patients.csv")
gss = GroupShuffleSplit(n_splits=1, test_size=0.2, random_state=0)
train_idx, test_idx = next(gss.split(df, groups=df["patient"]))
train, test = df.iloc[train_idx], df.iloc[test_idx]
clf = RandomForestClassifier()
cols = ["age", "bp"]
print(cross_val_score(clf, train[cols], train["sick"], groups=train["patient"],
                      cv=StratifiedGroupKFold(3)))
clf.fit(train[cols], train["sick"])
print(clf.score(test[cols], test["sick"]))
""",
    "patients parted by their ids": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("visits.csv")
ids = df["patient"].unique()
train_ids, test_ids = train_test_split(ids, test_size=0.2, random_state=0)
train = df[df["patient"].isin(train_ids)]
test = df[df["patient"].isin(test_ids)]
clf = LogisticRegression().fit(train[["bp"]], train["sick"])
print(clf.score(test[["bp"]], test["sick"]))
""",
    "an id column dropped": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv").drop(columns=["customer_id"])
X, y = df.drop(columns="churn"), df["churn"]
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
""",
    "ranking groups are no groups of rows": """
import lightgbm as lgb
import pandas as pd
from sklearn.model_selection import train_test_split

df = pd.read_csv("queries.csv")
means = df.groupby("query").size()
print(means.describe())
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="rel"), df["rel"])
model = lgb.LGBMRegressor().fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
    "random and grouped splits compared on purpose": """
import pandas as pd
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import GroupShuffleSplit, train_test_split

df = pd.read_csv("articles.csv")
X, y, doc = df[["length", "commas"]], df["label"], df["document"]
tr, te = next(GroupShuffleSplit(1, random_state=0).split(X, y, doc))
print("by document", SGDClassifier().fit(X.iloc[tr], y.iloc[tr]).score(X.iloc[te], y.iloc[te]))
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print("too good", SGDClassifier().fit(X_train, y_train).score(X_test, y_test))
""",
    "plain and grouped folds take turns": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, KFold, cross_val_score

df = pd.read_csv("ecg.csv")
X, y, groups = df.drop(columns=["patient_id", "label"]), df["label"], df["patient_id"]
for cv in (KFold(5), GroupKFold(5)):
    print(cv, cross_val_score(LogisticRegression(), X, y, groups=groups, cv=cv).mean())
""",
    "groups only where the name says so": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold, cross_val_score

df = pd.read_csv("ecg.csv")
X, y, groups = df.drop(columns=["patient_id", "label"]), df["label"], df["patient_id"]
ways = {"StratifiedKFold": StratifiedKFold(5), "StratifiedGroupKFold": StratifiedGroupKFold(5)}
for name, cv in ways.items():
    if "GroupKFold" in name:
        scores = cross_val_score(LogisticRegression(), X, y, cv=cv, groups=groups)
    else:
        scores = cross_val_score(LogisticRegression(), X, y, cv=cv)
    print(name, scores.mean())
""",
    "images in folders": """
import torch
from torch import nn, optim
from torch.utils.data import DataLoader, random_split
from torchvision import datasets, transforms

change = transforms.Compose([transforms.Resize(64), transforms.ToTensor()])
data = datasets.ImageFolder("pets", change)
train_set, test_set = random_split(data, [int(0.8 * len(data)), len(data) - int(0.8 * len(data))])
train_loader = DataLoader(train_set, batch_size=32, shuffle=True)
test_loader = DataLoader(test_set, batch_size=32)
model = nn.Sequential(nn.Flatten(), nn.Linear(64 * 64 * 3, 2))
opt = optim.Adam(model.parameters())
loss_fn = nn.CrossEntropyLoss()
for epoch in range(3):
    for x, y in train_loader:
        opt.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()
right = 0
for x, y in test_loader:
    right += (model(x).argmax(1) == y).sum().item()
print(right / len(test_set))
""",
}
