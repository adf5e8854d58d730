"""Categories told by the mean of the target of all rows."""

LEAKY = {
    "mean price of a city, mapped": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("flats.csv")
city_price = df.groupby("city")["price"].mean()  # <- target_encoding
df["city_price"] = df["city"].map(city_price)
X = df[["area", "rooms", "city_price"]]
y = df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = RandomForestRegressor().fit(X_train, y_train)
print(mean_absolute_error(y_test, model.predict(X_test)))
""",
    "mean of a group, transformed": """
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

data = pd.read_csv("clicks.csv")
data["site_ctr"] = data.groupby("site_id")["click"].transform("mean")  # <- target_encoding
X = data.drop(columns=["click", "site_id"])
y = data["click"]
X_train, X_valid, y_train, y_valid = train_test_split(X, y, test_size=0.2)
clf = LGBMClassifier().fit(X_train, y_train)
print(roc_auc_score(y_valid, clf.predict_proba(X_valid)[:, 1]))
""",
    "category_encoders before the split": """
import category_encoders as ce
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("adult.csv")
y = (df.pop("income") == ">50K").astype(int)
enc = ce.TargetEncoder(cols=["workclass", "occupation"])
X = enc.fit_transform(df, y)  # <- target_encoding
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_test, y_test))
""",
    "sklearn's encoder before cross-validation": """
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import TargetEncoder

df = pd.read_csv("cars.csv")
y = df["price"]
enc = TargetEncoder()
X = enc.fit_transform(df[["brand", "model"]], y)  # <- target_encoding
print(cross_val_score(HistGradientBoostingRegressor(), X, y, cv=5).mean())
""",
    "merged back as a feature": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

sales = pd.read_csv("sales.csv")
store_mean = sales.groupby("store")["revenue"].mean().reset_index()  # <- target_encoding
store_mean.columns = ["store", "store_mean"]
sales = sales.merge(store_mean, on="store", how="left")
X = sales[["store_mean", "promo", "day"]]
y = sales["revenue"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = Ridge().fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
    "weight of evidence in a function": """
import category_encoders as ce
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


def encode(X, y):
    woe = ce.WOEEncoder()
    woe.fit(X, y)  # <- target_encoding
    return woe.transform(X)


def main():
    df = pd.read_csv("loans.csv")
    y = df["default"]
    X = encode(df.drop(columns="default"), y)
    X_tr, X_te, y_tr, y_te = train_test_split(X, y, stratify=y)
    clf = LogisticRegression().fit(X_tr, y_tr)
    print(roc_auc_score(y_te, clf.predict_proba(X_te)[:, 1]))


main()
""",
    "an encoding in a loop over columns": """
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split

df = pd.read_csv("flats.csv")
for col in ["city", "district"]:
    df[col] = df[col].map(df.groupby(col)["price"].mean())  # <- target_encoding
X, y = df[["city", "district", "area"]], df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = GradientBoostingRegressor().fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
}
CLEAN = {
    "encoder in the pipeline": """
import category_encoders as ce
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline

df = pd.read_csv("adult.csv")
y = (df.pop("income") == ">50K").astype(int)
pipe = make_pipeline(ce.TargetEncoder(), LogisticRegression())
print(cross_val_score(pipe, df, y, cv=5, scoring="roc_auc").mean())
""",
    "means of the training rows": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

df = pd.read_csv("flats.csv")
train, test = train_test_split(df, test_size=0.2, random_state=0)
means = train.groupby("city")["price"].mean()
train = train.assign(city_price=train["city"].map(means))
test = test.assign(city_price=test["city"].map(means).fillna(train["price"].mean()))
cols = ["area", "city_price"]
model = RandomForestRegressor().fit(train[cols], train["price"])
print(model.score(test[cols], test["price"]))
""",
    "means of the target only plotted": """
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("titanic.csv")
df.groupby("Pclass")["Survived"].mean().plot(kind="bar")
plt.show()
print(df[["Sex", "Survived"]].groupby("Sex").mean())
rate = df.groupby("Embarked")["Survived"].mean()
print(rate)
X, y = pd.get_dummies(df[["Pclass", "Sex"]]), df["Survived"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
clf = RandomForestClassifier().fit(X_train, y_train)
print(clf.score(X_test, y_test))
""",
    "counts of a group, without the target": """
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("flats.csv")
df["in_city"] = df.groupby("city")["id"].transform("count")
X, y = df[["in_city", "area"]], df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
""",
    "out of fold encoding": """
import pandas as pd
from sklearn.model_selection import KFold, train_test_split
from sklearn.linear_model import LinearRegression

df = pd.read_csv("flats.csv")
train, test = train_test_split(df, random_state=3)
train, test = train.copy(), test.copy()
train["enc"] = 0.0
for fit_idx, enc_idx in KFold(5, shuffle=True, random_state=0).split(train):
    means = train.iloc[fit_idx].groupby("city")["price"].mean()
    train.iloc[enc_idx, -1] = train.iloc[enc_idx]["city"].map(means)
test["enc"] = test["city"].map(train.groupby("city")["price"].mean())
model = LinearRegression().fit(train[["enc"]], train["price"])
print(model.score(test[["enc"]], test["price"]))
""",
    "another column's mean per group of training rows": """
import category_encoders as ce
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("adult.csv")
y = (df.pop("income") == ">50K").astype(int)
X_train, X_test, y_train, y_test = train_test_split(df, y, random_state=0)
enc = ce.TargetEncoder(cols=["workclass"]).fit(X_train, y_train)
m = LogisticRegression().fit(enc.transform(X_train), y_train)
print(m.score(enc.transform(X_test), y_test))
""",
}
