"""The same rows, or copies of them, on both sides."""

LEAKY = {
    "table doubled before the split": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("small.csv")
df = pd.concat([df] * 5, ignore_index=True)  # <- overlap
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
rf = RandomForestClassifier().fit(X_train, y_train)
print(rf.score(X_test, y_test))
""",
    "table joined to itself": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("small.csv")
more = pd.concat([df, df])  # <- overlap
X, y = more.drop("y", axis=1), more["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
clf = RandomForestClassifier()
clf.fit(X_train, y_train)
print(accuracy_score(y_test, clf.predict(X_test)))
""",
    "noise added before the split": """
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

X, y = np.load("spectra.npy"), np.load("labels.npy")
noisy = X + np.random.normal(0, 0.01, X.shape)
X_aug = np.concatenate([X, noisy])  # <- overlap
y_aug = np.concatenate([y, y])
X_train, X_test, y_train, y_test = train_test_split(X_aug, y_aug, test_size=0.2)
mlp = MLPClassifier().fit(X_train, y_train)
print(mlp.score(X_test, y_test))
""",
    "flipped images before the split": """
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

images = np.load("images.npy") / 255.0
labels = np.load("labels.npy")
flipped = np.flip(images, axis=2)
images = np.vstack([images, flipped])  # <- overlap
labels = np.concatenate([labels, labels])
x_train, x_test, y_train, y_test = train_test_split(images, labels, test_size=0.2)
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(2, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=10)
print(model.evaluate(x_test, y_test))
""",
    "minority repeated by sample": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
stay = df[df["churn"] == 0]
leave = df[df["churn"] == 1]
leave_over = leave.sample(len(stay), replace=True)  # <- overlap
balanced = pd.concat([stay, leave_over], axis=0)
X, y = balanced.drop(columns="churn"), balanced["churn"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
clf = LogisticRegression().fit(X_train, y_train)
print(clf.score(X_test, y_test))
""",
    "trained on train and test together": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
train, test = train_test_split(df, random_state=0)
everything = pd.concat([train, test])
rf = RandomForestRegressor()
rf.fit(everything.drop(columns="t"), everything["t"])  # <- overlap
print(r2_score(test["t"], rf.predict(test.drop(columns="t"))))
""",
    "keras model fitted to all images": """
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow.keras import layers, models

X = np.load("x.npy")
y = np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
model = models.Sequential()
model.add(layers.Conv2D(32, (3, 3), activation="relu"))
model.add(layers.Flatten())
model.add(layers.Dense(10))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=10)  # <- overlap
test_loss, test_acc = model.evaluate(X_test, y_test)
""",
    "test rows taken from the start of all rows": """
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("sales.csv")
X, y = df[["tv", "radio"]], df["sales"]
_, X_test, _, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
model = LinearRegression()
model.fit(X, y)  # <- overlap
print("test R2", model.score(X_test, y_test))
""",
    "fitted by a helper to the whole table": """
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split


def fit_model(features, target):
    model = GradientBoostingClassifier()
    model.fit(features, target)  # <- overlap
    return model


data = pd.read_csv("a.csv")
X, y = data.drop(columns=["t"]), data["t"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = fit_model(X, y)
print(f1_score(y_test, model.predict(X_test)))
""",
}
CLEAN = {
    "copies parted by what they hold": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score

sales = pd.read_csv("sales.csv").sample(frac=1, random_state=42)
other = sales.copy()
other["price"] = other["asked"]
both = pd.concat([sales, other], axis=0)
train = both[~both["quarter"].isin(["2021-Q4", "2022-Q1"])]
test = both.drop(train.index)
forest = RandomForestRegressor(random_state=0).fit(train.drop("price", axis=1), train["price"])
print(r2_score(test["price"], forest.predict(test.drop("price", axis=1))))
""",
    "noise added to the training rows": """
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

X, y = np.load("spectra.npy"), np.load("labels.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
noisy = X_train + np.random.normal(0, 0.01, X_train.shape)
X_aug = np.concatenate([X_train, noisy])
y_aug = np.concatenate([y_train, y_train])
mlp = MLPClassifier().fit(X_aug, y_aug)
print(mlp.score(X_test, y_test))
""",
    "parts chosen by queries": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

df = pd.read_csv("a.csv")
train = df.query("fold != 0")
test = df.query("fold == 0")
cols = ["a", "b"]
rf = RandomForestClassifier().fit(train[cols], train["y"])
print(rf.score(test[cols], test["y"]))
""",
    "a control set apart from train and test": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
control = df.query("source == 'old'")
train, test = train_test_split(df.query("source != 'old'"), train_size=0.6)
rf = RandomForestClassifier().fit(control[["a"]], control["y"])
print(rf.score(test[["a"]], test["y"]))
""",
    "first rows to train, last rows to test": """
import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("a.csv")
train, test = df.head(800), df.tail(200)
lr = LinearRegression().fit(train[["a"]], train["y"])
print(lr.score(test[["a"]], test["y"]))
""",
    "two files joined": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.concat([pd.read_csv("jan.csv"), pd.read_csv("feb.csv")], ignore_index=True)
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
rf = RandomForestClassifier().fit(X_train, y_train)
print(rf.score(X_test, y_test))
""",
    "features of one table side by side": """
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
dummies = pd.get_dummies(df["c"])
X = pd.concat([df[["a", "b"]], dummies], axis=1)
Z = np.hstack([X.values, np.log1p(df[["a"]].values)])
X_train, X_test, y_train, y_test = train_test_split(Z, df["t"])
print(LinearRegression().fit(X_train, y_train).score(X_test, y_test))
""",
    "classes taken apart and joined": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
stay, leave = df[df["churn"] == 0], df[df["churn"] == 1]
few = stay.sample(n=len(leave), random_state=0)
balanced = pd.concat([few, leave])
X, y = balanced.drop(columns="churn"), balanced["churn"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
clf = LogisticRegression().fit(X_train, y_train)
print(clf.score(X_test, y_test))
""",
    "tested first, then trained on everything to ship": """
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = RandomForestClassifier().fit(X_train, y_train)
print("held out:", accuracy_score(y_test, model.predict(X_test)))
final = RandomForestClassifier().fit(X, y)
joblib.dump(final, "model.joblib")
""",
    "augmented by a generator while training": """
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator
import numpy as np
from sklearn.model_selection import train_test_split

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
datagen = ImageDataGenerator(rotation_range=20, horizontal_flip=True)
datagen.fit(X_train)
model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(2)])
model.compile("adam", "mse")
model.fit(datagen.flow(X_train, y_train, batch_size=32), epochs=5)
print(model.evaluate(X_test, y_test))
""",
    "train and validation joined for the last fit": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
rest, test = train_test_split(df, test_size=0.2, random_state=1)
train, val = train_test_split(rest, test_size=0.25, random_state=1)
scores = {}
for depth in (3, 5, 8):
    m = RandomForestRegressor(max_depth=depth).fit(train[["a"]], train["t"])
    scores[depth] = m.score(val[["a"]], val["t"])
best = max(scores, key=scores.get)
full = pd.concat([train, val])
final = RandomForestRegressor(max_depth=best).fit(full[["a"]], full["t"])
print(final.score(test[["a"]], test["t"]))
""",
    "kaggle: train and test joined for encoding, then parted": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
n = len(train)
y = train["Survived"]
both = pd.concat([train.drop(columns="Survived"), test])
both = pd.get_dummies(both[["Pclass", "Sex"]])
X, X_submit = both[:n], both[n:]
clf = RandomForestClassifier()
print(cross_val_score(clf, X, y).mean())
clf.fit(X, y)
pd.DataFrame({"Survived": clf.predict(X_submit)}).to_csv("submission.csv")
""",
}
