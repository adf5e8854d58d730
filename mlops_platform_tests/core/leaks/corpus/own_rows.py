"""Features that are made of the target, with and without the row's own value in them."""

_HEAD = """
import pandas as pd
import xgboost as xgb
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import StandardScaler
"""
_TAIL = """
cut = int(len(df) * 0.8)
train, test = df.iloc[:cut], df.iloc[cut:]
model = Ridge()
model.fit(train[features], train["sales"])
print(mean_absolute_error(test["sales"], model.predict(test[features])))
"""


def _made(lines: str, tail: str = _TAIL) -> str:
    head = f'{_HEAD}df = pd.read_csv("weeks.csv").sort_values("week")\n'
    return f"{head}{lines.strip()}\n{tail.strip()}\n"


LEAKY = {
    "a window that ends with its own row": _made("""
df["lag_1"] = df["sales"].shift(1)
df["mean_4"] = df["sales"].rolling(4).mean()  # <- target_among_features
df = df.dropna()
features = ["lag_1", "mean_4", "price"]
"""),
    "the change since last week": _made("""
df["change"] = df["sales"].diff()  # <- target_among_features
df["lag_1"] = df["sales"].shift(1)
features = ["change", "lag_1"]
"""),
    "a share of change, scaled": _made(
        """
df["growth"] = df["sales"].pct_change()  # <- target_among_features
""",
        """
X, y = df.drop(columns=["sales", "week"]), df["sales"]
cut = int(len(df) * 0.8)
X_train, X_test, y_train, y_test = X[:cut], X[cut:], y[:cut], y[cut:]
scaler = StandardScaler()
scaled = scaler.fit_transform(X_train)
model = Ridge().fit(scaled, y_train)
print(model.score(scaler.transform(X_test), y_test))
""",
    ),
    "what a window says of another column": _made("""
df["ratio"] = df["price"] / df["sales"].ewm(span=4).mean()  # <- target_among_features
features = ["ratio", "price"]
"""),
    "windows of each store": _made("""
parts = []
for store in df["store"].unique():
    part = df[df["store"] == store].copy()
    part["mean_4"] = part["sales"].rolling(4).mean()  # <- target_among_features
    parts.append(part)
df = pd.concat(parts, ignore_index=True)
features = ["mean_4", "price"]
"""),
    "windows by a function of the repository": {
        "features.py": """
import pandas as pd


def with_features(df, target):
    df = df.copy()
    for lag in (1, 2, 3):
        df[f"{target}_lag{lag}"] = df[target].shift(lag)
    df[f"{target}_roll2"] = df[target].rolling(2).mean()  # <- target_among_features
    return df
""",
        "backtest.py": """
import pandas as pd
import xgboost as xgb
from features import with_features


def run(target="cases"):
    weeks = with_features(pd.read_csv("weeks.csv"), target)
    columns = [f"{target}_lag1", f"{target}_lag2", f"{target}_roll2", "month"]
    weeks = weeks.dropna(subset=columns + [target]).reset_index(drop=True)
    for end in range(50, len(weeks)):
        past = weeks.iloc[:end]
        model = xgb.XGBRegressor(n_estimators=100)
        model.fit(past[columns].values, past[target].values)
        print(model.predict(weeks.iloc[end : end + 1][columns].values))


if __name__ == "__main__":
    run()
""",
    },
}

CLEAN = {
    "windows that end one row earlier": _made("""
df["mean_4"] = df["sales"].shift(1).rolling(4).mean()
df["std_4"] = df["sales"].rolling(4).std().shift(1)
df["before"] = df["sales"].rolling(4, closed="left").mean()
df["growth"] = df["sales"].pct_change().shift(1)
features = ["mean_4", "std_4", "before", "growth"]
"""),
    "windows that are moved later": _made("""
df["mean_4"] = df["sales"].rolling(4).mean()
df["change"] = df["sales"].diff()
df[["mean_4", "change"]] = df[["mean_4", "change"]].shift(1)
features = ["mean_4", "change"]
"""),
    "columns that are moved one by one": _made("""
df["mean_4"] = df["sales"].rolling(4).mean()
features = [each for each in df.columns if each.startswith("mean")]
for column in features:
    df[column] = df[column].shift(1)
"""),
    "the sales of next week": _made(
        """
df["mean_4"] = df["sales"].rolling(4).mean()
df["next"] = df["sales"].shift(-1)
df = df.dropna()
""",
        """
cut = int(len(df) * 0.8)
model = Ridge().fit(df[["mean_4"]][:cut], df["next"][:cut])
print(model.score(df[["mean_4"]][cut:], df["next"][cut:]))
""",
    ),
    "a target that is moved afterwards": _made("""
df["mean_4"] = df["sales"].rolling(4).mean()
df["sales"] = df["sales"].shift(-1)
df = df.dropna()
features = ["mean_4", "price"]
"""),
    "features and target that are cut apart": _made(
        """
df["mean_4"] = df["sales"].rolling(4).mean()
""",
        """
X, y = df[["mean_4", "price"]][:-1], df["sales"][1:]
cut = int(len(X) * 0.8)
model = Ridge().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
""",
    ),
    "all features are moved": _made(
        """
df["mean_4"] = df["sales"].rolling(4).mean()
""",
        """
X, y = df[["mean_4", "price"]].shift(1).fillna(0), df["sales"]
cut = int(len(X) * 0.8)
model = Ridge().fit(X[:cut], y[:cut])
print(model.score(X[cut:], y[cut:]))
""",
    ),
    "a window that is only plotted": _made("""
df["trend"] = df["sales"].rolling(4).mean()
df[["sales", "trend"]].plot()
df["lag_1"] = df["sales"].shift(1)
features = ["lag_1", "price"]
"""),
    "columns of which the name is not known": _made("""
when = "date" if "date" in df.columns else "week"
df["mean_4"] = df["sales"].rolling(4).mean()
df["month"] = pd.to_datetime(df[when]).dt.month
df["number"] = df.index
features = ["month", "number"]
"""),
    "a window over another column": _made("""
df["mean_4"] = df["price"].rolling(4).mean()
df["change"] = df["price"].diff()
features = ["mean_4", "change"]
"""),
    "a target that is smoothed": _made("""
df["sales"] = df["sales"].rolling(4).mean()
df["lag_1"] = df["sales"].shift(1)
features = ["lag_1", "price"]
"""),
}
