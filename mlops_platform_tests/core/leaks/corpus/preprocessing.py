"""Statistics of all rows before the split, unsupervised."""

from mlops_platform_tests.core.leaks.programs import notebook

LEAKY = {
    "a column of a made table scaled before the split": """
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(3)
usual = pd.DataFrame({"amount": rng.lognormal(3, 1, 900), "fraud": 0})
odd = pd.DataFrame({"amount": rng.lognormal(4, 2, 100), "fraud": 1})
df = pd.concat([usual, odd], ignore_index=True)
X, y = df.drop(columns="fraud"), df["fraud"]
X["scaled"] = StandardScaler().fit_transform(X[["amount"]])  # <- preprocessing
X = X.drop(columns="amount")
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=3)
forest = RandomForestClassifier(random_state=3).fit(X_train, y_train)
print(forest.score(X_test, y_test))
""",
    "keras text tokenizer": """
import pandas as pd
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dense
from sklearn.model_selection import train_test_split

reviews = pd.read_csv("IMDB Dataset.csv")
reviews["sentiment"] = reviews["sentiment"].map({"positive": 1, "negative": 0})
tokenizer = Tokenizer(num_words=5000)
tokenizer.fit_on_texts(reviews["review"])  # <- preprocessing
sequences = tokenizer.texts_to_sequences(reviews["review"])
X = pad_sequences(sequences, maxlen=200)
y = reviews["sentiment"].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)

model = Sequential()
model.add(Embedding(5000, 128))
model.add(LSTM(128))
model.add(Dense(1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=5, batch_size=64)
loss, accuracy = model.evaluate(X_test, y_test)
print(f"Test accuracy: {accuracy}")
""",
    "stock prices for an LSTM": """
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.metrics import mean_squared_error
from keras.models import Sequential
from keras.layers import Dense, LSTM

df = pd.read_csv("AAPL.csv", parse_dates=["Date"], index_col="Date")
data = df.filter(["Close"])
dataset = data.values
training_data_len = int(np.ceil(len(dataset) * 0.95))

scaler = MinMaxScaler(feature_range=(0, 1))
scaled_data = scaler.fit_transform(dataset)  # <- preprocessing

train_data = scaled_data[0:int(training_data_len), :]
x_train, y_train = [], []
for i in range(60, len(train_data)):
    x_train.append(train_data[i - 60:i, 0])
    y_train.append(train_data[i, 0])
x_train, y_train = np.array(x_train), np.array(y_train)
x_train = np.reshape(x_train, (x_train.shape[0], x_train.shape[1], 1))

model = Sequential()
model.add(LSTM(128, return_sequences=True, input_shape=(x_train.shape[1], 1)))
model.add(LSTM(64, return_sequences=False))
model.add(Dense(25))
model.add(Dense(1))
model.compile(optimizer="adam", loss="mean_squared_error")
model.fit(x_train, y_train, batch_size=1, epochs=1)

test_data = scaled_data[training_data_len - 60:, :]
x_test = []
y_test = dataset[training_data_len:, :]
for i in range(60, len(test_data)):
    x_test.append(test_data[i - 60:i, 0])
x_test = np.array(x_test)
x_test = np.reshape(x_test, (x_test.shape[0], x_test.shape[1], 1))
predictions = model.predict(x_test)
predictions = scaler.inverse_transform(predictions)
rmse = np.sqrt(np.mean((predictions - y_test) ** 2))
""",
    "xgboost.train after scaling": """
import pandas as pd
import xgboost as xgb
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_absolute_error

data = pd.read_parquet("housing.parquet")
target = data.pop("price")
scaler = StandardScaler().fit(data)  # <- preprocessing
data = pd.DataFrame(scaler.transform(data), columns=data.columns)
x_tr, x_te, y_tr, y_te = train_test_split(data, target, test_size=0.25, random_state=7)

dtrain = xgb.DMatrix(x_tr, label=y_tr)
dtest = xgb.DMatrix(x_te, label=y_te)
params = {"max_depth": 6, "eta": 0.1, "objective": "reg:squarederror"}
bst = xgb.train(params, dtrain, num_boost_round=200)
preds = bst.predict(dtest)
print("MAE", mean_absolute_error(y_te, preds))
""",
    "lightgbm.train after imputation": """
import lightgbm as lgb
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split

df = pd.read_csv("loans.csv")
X = df.drop(columns=["default", "id"])
y = df["default"]
imputer = SimpleImputer(strategy="median")
X = imputer.fit_transform(X)  # <- preprocessing
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
train_set = lgb.Dataset(X_train, y_train)
booster = lgb.train({"objective": "binary"}, train_set, num_boost_round=100)
print(log_loss(y_test, booster.predict(X_test)))
""",
    "grid search over scaled rows": """
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import GridSearchCV
from sklearn.svm import SVC

df = pd.read_csv("breast.csv")
X = df.drop(["id", "diagnosis"], axis=1).values
y = (df["diagnosis"] == "M").astype(int).values
X = MinMaxScaler().fit_transform(X)  # <- preprocessing
grid = GridSearchCV(SVC(), {"C": [0.1, 1, 10], "gamma": ["scale", "auto"]}, cv=5)
grid.fit(X, y)
print(grid.best_params_)
print("CV accuracy", grid.best_score_)
""",
    "z score by hand in a function": """
import pandas as pd
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split


def zscore(frame):
    return (frame - frame.mean()) / frame.std()  # <- preprocessing


def main():
    frame = pd.read_csv("sensor.csv")
    labels = frame["fault"]
    features = zscore(frame.drop(columns=["fault"]))
    x_train, x_test, y_train, y_test = train_test_split(features, labels, test_size=0.3)
    clf = SGDClassifier()
    clf.fit(x_train, y_train)
    print(clf.score(x_test, y_test))


if __name__ == "__main__":
    main()
""",
    "a project of three files": {
        "src/data.py": """
import pandas as pd
from sklearn.preprocessing import StandardScaler


class DataModule:
    def __init__(self, path):
        self.path = path
        self.scaler = StandardScaler()

    def load(self):
        df = pd.read_csv(self.path)
        X = df.drop(columns=["quality"])
        y = df["quality"]
        return self.scaler.fit_transform(X), y  # <- preprocessing
""",
        "src/__init__.py": "",
        "src/model.py": """
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_squared_error


def train(X, y):
    model = GradientBoostingRegressor(n_estimators=200)
    model.fit(X, y)
    return model


def evaluate(model, X, y):
    return mean_squared_error(y, model.predict(X))
""",
        "main.py": """
import argparse
from sklearn.model_selection import train_test_split
from src.data import DataModule
from src.model import train, evaluate

parser = argparse.ArgumentParser()
parser.add_argument("--data", default="wine.csv")
args = parser.parse_args()

dm = DataModule(args.data)
X, y = dm.load()
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
model = train(X_train, y_train)
print("mse", evaluate(model, X_test, y_test))
""",
    },
    "a notebook": {
        "churn.ipynb": notebook(
            "import pandas as pd\nimport seaborn as sns\n%matplotlib inline",
            "df = pd.read_csv('Churn_Modelling.csv')\ndf.head()",
            "sns.countplot(x='Exited', data=df)",
            "from sklearn.preprocessing import StandardScaler\n"
            "X = df.iloc[:, 3:-1].values\n"
            "y = df.iloc[:, -1].values\n"
            "sc = StandardScaler()\n"
            "X = sc.fit_transform(X)  # <- preprocessing",
            "from sklearn.model_selection import train_test_split\n"
            "X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)",
            "from sklearn.ensemble import RandomForestClassifier\n"
            "clf = RandomForestClassifier()\nclf.fit(X_train, y_train)",
            "from sklearn.metrics import confusion_matrix, accuracy_score\n"
            "y_pred = clf.predict(X_test)\nprint(accuracy_score(y_test, y_pred))",
        )
    },
    "group folds over scaled rows": """
import pandas as pd
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import RidgeClassifier

df = pd.read_csv("eeg.csv")
groups = df["subject"].values
y = df["label"].values
X = StandardScaler().fit_transform(df.drop(columns=["subject", "label"]))  # <- preprocessing
accs = []
for train, test in GroupKFold(n_splits=5).split(X, y, groups):
    clf = RidgeClassifier().fit(X[train], y[train])
    accs.append(clf.score(X[test], y[test]))
print(sum(accs) / len(accs))
""",
    "torch tensors of scaled rows": """
import torch
import torch.nn as nn
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, TensorDataset

df = pd.read_csv("heart.csv")
X, y = df.drop("target", axis=1).values, df["target"].values
X = StandardScaler().fit_transform(X)  # <- preprocessing
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
train_ds = TensorDataset(torch.tensor(X_train).float(), torch.tensor(y_train).float())
test_ds = TensorDataset(torch.tensor(X_test).float(), torch.tensor(y_test).float())
train_loader = DataLoader(train_ds, batch_size=32, shuffle=True)
test_loader = DataLoader(test_ds, batch_size=32)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Sequential(nn.Linear(13, 32), nn.ReLU(), nn.Linear(32, 1))

    def forward(self, x):
        return self.fc(x)


model = Net()
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
for epoch in range(50):
    model.train()
    for xb, yb in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(xb).squeeze(), yb)
        loss.backward()
        optimizer.step()

model.eval()
correct, total = 0, 0
with torch.no_grad():
    for xb, yb in test_loader:
        pred = (torch.sigmoid(model(xb).squeeze()) > 0.5).float()
        correct += (pred == yb).sum().item()
        total += yb.size(0)
print("accuracy", correct / total)
""",
    "pca then random search": """
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import RandomizedSearchCV, train_test_split

digits = load_digits()
X = PCA(n_components=30).fit_transform(digits.data)  # <- preprocessing
X_train, X_test, y_train, y_test = train_test_split(X, digits.target, random_state=3)
search = RandomizedSearchCV(RandomForestClassifier(), {"max_depth": [5, 10, None]}, n_iter=3)
search.fit(X_train, y_train)
print(search.best_estimator_.score(X_test, y_test))
""",
    "median of a grouped column": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

titanic = pd.read_csv("titanic.csv")
titanic["Fare"] = titanic["Fare"].fillna(titanic["Fare"].median())  # <- preprocessing
titanic["Sex"] = titanic["Sex"].map({"male": 0, "female": 1})
X = titanic[["Pclass", "Sex", "Fare"]]
y = titanic["Survived"]
X_train, X_valid, y_train, y_valid = train_test_split(X, y, test_size=0.2, random_state=42)
rf = RandomForestClassifier(n_estimators=100)
rf.fit(X_train, y_train)
print(accuracy_score(y_valid, rf.predict(X_valid)))
""",
    "gaps filled in place through a column": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("titanic.csv")
df["Age"].fillna(df["Age"].median(), inplace=True)  # <- preprocessing
X, y = df[["Age", "Pclass"]], df["Survived"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
""",
    "tfidf in a class with a run method": """
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB


class SpamClassifier:
    def __init__(self, csv_path):
        self.data = pd.read_csv(csv_path, encoding="latin-1")
        self.vectorizer = TfidfVectorizer(stop_words="english", max_features=3000)
        self.model = MultinomialNB()

    def prepare(self):
        X = self.vectorizer.fit_transform(self.data["message"]).toarray()  # <- preprocessing
        y = self.data["label"]
        return train_test_split(X, y, test_size=0.2, random_state=2)

    def run(self):
        X_train, X_test, y_train, y_test = self.prepare()
        self.model.fit(X_train, y_train)
        predictions = self.model.predict(X_test)
        print(classification_report(y_test, predictions))


if __name__ == "__main__":
    SpamClassifier("spam.csv").run()
""",
}
CLEAN = {
    "a column of a made table scaled after the split": """
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(3)
usual = pd.DataFrame({"amount": rng.lognormal(3, 1, 900), "fraud": 0})
odd = pd.DataFrame({"amount": rng.lognormal(4, 2, 100), "fraud": 1})
df = pd.concat([usual, odd], ignore_index=True)
train, test = train_test_split(df, stratify=df["fraud"], random_state=3)
scaler = StandardScaler()
train["scaled"] = scaler.fit_transform(train[["amount"]])
test["scaled"] = scaler.transform(test[["amount"]])
forest = RandomForestClassifier(random_state=3).fit(train[["scaled"]], train["fraud"])
print(forest.score(test[["scaled"]], test["fraud"]))
""",
    "tokenizer on the training texts": """
import pandas as pd
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dense
from sklearn.model_selection import train_test_split

reviews = pd.read_csv("reviews.csv")
train_text, test_text, y_train, y_test = train_test_split(reviews["review"], reviews["stars"])
tokenizer = Tokenizer(num_words=5000, oov_token="<OOV>")
tokenizer.fit_on_texts(train_text)
X_train = pad_sequences(tokenizer.texts_to_sequences(train_text), maxlen=100)
X_test = pad_sequences(tokenizer.texts_to_sequences(test_text), maxlen=100)
model = Sequential([Embedding(5000, 16), LSTM(16), Dense(1)])
model.compile(loss="mse")
model.fit(X_train, y_train, epochs=3, validation_split=0.1)
print(model.evaluate(X_test, y_test))
""",
    "pipeline inside xgboost folds": """
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.model_selection import StratifiedKFold, cross_validate
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from xgboost import XGBClassifier

df = pd.read_csv("telco.csv")
y = df.pop("Churn").map({"Yes": 1, "No": 0})
num = df.select_dtypes("number").columns
cat = df.select_dtypes("object").columns
pre = ColumnTransformer(
    [
        ("num", Pipeline([("imp", SimpleImputer()), ("sc", StandardScaler())]), num),
        ("cat", OneHotEncoder(handle_unknown="ignore"), cat),
    ]
)
pipe = Pipeline([("pre", pre), ("clf", XGBClassifier(n_estimators=300))])
cv = StratifiedKFold(5, shuffle=True, random_state=1)
res = cross_validate(pipe, df, y, cv=cv, scoring=["roc_auc", "f1"])
print(res["test_roc_auc"].mean(), res["test_f1"].mean())
""",
    "scaler fitted on train, saved": """
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def load_data(path):
    df = pd.read_csv(path)
    return df.drop(columns=["Outcome"]), df["Outcome"]


def preprocess(X_train, X_test):
    scaler = StandardScaler()
    X_train = scaler.fit_transform(X_train)
    X_test = scaler.transform(X_test)
    joblib.dump(scaler, "scaler.pkl")
    return X_train, X_test


X, y = load_data("diabetes.csv")
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y)
X_train, X_test = preprocess(X_train, X_test)
model = LogisticRegression(max_iter=1000).fit(X_train, y_train)
print("accuracy:", model.score(X_test, y_test))
joblib.dump(model, "model.pkl")
""",
    "series scaled by its training part": """
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from keras.models import Sequential
from keras.layers import Dense, GRU

df = pd.read_csv("power.csv", index_col=0)
values = df[["load"]].values
split = int(len(values) * 0.8)
train, test = values[:split], values[split:]
scaler = MinMaxScaler()
train = scaler.fit_transform(train)
test = scaler.transform(test)


def make(series, steps=24):
    xs, ys = [], []
    for i in range(len(series) - steps):
        xs.append(series[i:i + steps])
        ys.append(series[i + steps])
    return np.array(xs), np.array(ys)


x_train, y_train = make(train)
x_test, y_test = make(test)
model = Sequential([GRU(32, input_shape=(24, 1)), Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y_train, epochs=10)
print(model.evaluate(x_test, y_test))
""",
    "a notebook with the split first": {
        "model.ipynb": notebook(
            "import pandas as pd\nfrom sklearn.model_selection import train_test_split",
            "df = pd.read_csv('cars.csv')\ndf.describe()",
            "X = df.drop('price', axis=1)\ny = df['price']\n"
            "X_train, X_test, y_train, y_test = train_test_split(X, y)",
            "from sklearn.preprocessing import RobustScaler\nrs = RobustScaler()\n"
            "X_train = rs.fit_transform(X_train)\nX_test = rs.transform(X_test)",
            "from sklearn.linear_model import Lasso\nm = Lasso().fit(X_train, y_train)\n"
            "m.score(X_test, y_test)",
        )
    },
    "torch dataset that scales by its own training part": """
import numpy as np
import torch
from torch import nn
from torch.utils.data import Dataset, DataLoader
from sklearn.model_selection import train_test_split


class Rows(Dataset):
    def __init__(self, X, y, mean, std):
        self.X = torch.as_tensor((X - mean) / std, dtype=torch.float32)
        self.y = torch.as_tensor(y)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, i):
        return self.X[i], self.y[i]


X, y = np.load("x.npy"), np.load("y.npy")
X_tr, X_te, y_tr, y_te = train_test_split(X, y, random_state=0)
mean, std = X_tr.mean(0), X_tr.std(0)
train_dl = DataLoader(Rows(X_tr, y_tr, mean, std), batch_size=64, shuffle=True)
test_dl = DataLoader(Rows(X_te, y_te, mean, std), batch_size=64)
net = nn.Sequential(nn.Linear(X.shape[1], 64), nn.ReLU(), nn.Linear(64, 10))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for epoch in range(10):
    for xb, yb in train_dl:
        opt.zero_grad()
        nn.functional.cross_entropy(net(xb), yb).backward()
        opt.step()
hits = 0
with torch.no_grad():
    for xb, yb in test_dl:
        hits += (net(xb).argmax(1) == yb).sum().item()
print(hits / len(test_dl.dataset))
""",
    "images divided by 255": """
import tensorflow as tf

(x_train, y_train), (x_test, y_test) = tf.keras.datasets.fashion_mnist.load_data()
x_train = x_train.reshape(-1, 28, 28, 1).astype("float32") / 255
x_test = x_test.reshape(-1, 28, 28, 1).astype("float32") / 255
model = tf.keras.Sequential([
    tf.keras.layers.Conv2D(32, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(10),
])
model.compile(loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x_train, y_train, epochs=5, validation_split=0.1)
test_loss, test_acc = model.evaluate(x_test, y_test, verbose=2)
""",
    "fit on train in each fold of groups": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("patients.csv")
X = df.drop(columns=["patient", "sick"])
y, groups = df["sick"], df["patient"]
for train, test in GroupKFold(5).split(X, y, groups):
    scaler = StandardScaler()
    X_tr = scaler.fit_transform(X.iloc[train])
    X_te = scaler.transform(X.iloc[test])
    clf = LogisticRegression().fit(X_tr, y.iloc[train])
    print(clf.score(X_te, y.iloc[test]))
""",
    "gaps filled in place with a constant": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("titanic.csv")
df["Age"].fillna(0, inplace=True)
df["Embarked"].replace({"S": 0, "C": 1, "Q": 2}, inplace=True)
X, y = df[["Age", "Embarked"]], df["Survived"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
""",
    "statistics only printed": """
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor

df = pd.read_csv("rent.csv")
print("mean rent", df["rent"].mean(), "std", df["rent"].std())
print(df.corr())
average = df["area"].mean()
print(f"average area {average:.1f}")
X_train, X_test, y_train, y_test = train_test_split(df[["area", "rooms"]], df["rent"])
tree = DecisionTreeRegressor(max_depth=4).fit(X_train, y_train)
print(tree.score(X_test, y_test))
""",
    "the scaler of an older model": """
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

scaler = joblib.load("artifacts/scaler.joblib")
df = pd.read_csv("new.csv")
X = scaler.transform(df.drop(columns="y"))
X_train, X_test, y_train, y_test = train_test_split(X, df["y"])
model = RandomForestRegressor().fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
    "lightgbm with its own imputation": """
import lightgbm as lgb
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("click.csv")
for col in df.select_dtypes("object"):
    df[col] = df[col].astype("category")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="click"), df["click"])
X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train)
model = lgb.train(
    {"objective": "binary", "metric": "auc"},
    lgb.Dataset(X_fit, y_fit),
    valid_sets=[lgb.Dataset(X_val, y_val)],
    callbacks=[lgb.early_stopping(50)],
)
print(roc_auc_score(y_test, model.predict(X_test)))
""",
}
