"""Features chosen by the target of all rows, before the split."""

LEAKY = {
    "k best before a forest": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import SelectKBest, chi2
from sklearn.model_selection import train_test_split

data = pd.read_csv("mobile_price.csv")
X = data.iloc[:, 0:20]
y = data.iloc[:, -1]
best = SelectKBest(score_func=chi2, k=10)
X_new = best.fit_transform(X, y)  # <- feature_selection
X_train, X_test, y_train, y_test = train_test_split(X_new, y, test_size=0.3)
clf = RandomForestClassifier().fit(X_train, y_train)
print(clf.score(X_test, y_test))
""",
    "select from model, then folds": """
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.feature_selection import SelectFromModel
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

df = pd.read_csv("genes.csv")
X, y = df.drop(columns="tumor").values, df["tumor"].values
selector = SelectFromModel(ExtraTreesClassifier(n_estimators=50))
selector.fit(X, y)  # <- feature_selection
X_sel = selector.transform(X)
scores = cross_val_score(LogisticRegression(max_iter=500), X_sel, y, cv=10)
print("%.3f +/- %.3f" % (scores.mean(), scores.std()))
""",
    "recursive elimination in a helper": """
import pandas as pd
from sklearn.feature_selection import RFECV
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split


def select(X, y):
    rfe = RFECV(Ridge(), step=1, cv=5)
    return rfe.fit_transform(X, y)  # <- feature_selection


df = pd.read_csv("energy.csv")
y = df["consumption"]
X = select(df.drop(columns="consumption"), y)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = Ridge().fit(X_train, y_train)
print(r2_score(y_test, model.predict(X_test)))
""",
    "columns of the support mask": """
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_regression
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X, y = df.drop("SalePrice", axis=1), df["SalePrice"]
selector = SelectKBest(f_regression, k=15)
selector.fit(X, y)  # <- feature_selection
cols = X.columns[selector.get_support()]
X_train, X_test, y_train, y_test = train_test_split(X[cols], y)
lr = LinearRegression().fit(X_train, y_train)
print(lr.score(X_test, y_test))
""",
    "correlation with the target": """
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("train.csv")
corr = df.corr()  # <- feature_selection
top = corr.index[abs(corr["SalePrice"]) > 0.5]
df = df[top]
X = df.drop("SalePrice", axis=1)
y = df["SalePrice"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
model = LinearRegression()
model.fit(X_train, y_train)
print(mean_squared_error(y_test, model.predict(X_test)))
""",
    "boruta before the split": """
import pandas as pd
from boruta import BorutaPy
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("credit.csv")
X, y = df.drop(columns=["bad"]).values, df["bad"].values
boruta = BorutaPy(RandomForestClassifier(n_jobs=-1), n_estimators="auto", random_state=1)
boruta.fit(X, y)  # <- feature_selection
X_filtered = boruta.transform(X)
X_train, X_test, y_train, y_test = train_test_split(X_filtered, y)
rf = RandomForestClassifier().fit(X_train, y_train)
print(rf.score(X_test, y_test))
""",
    "percentile before a manual fold loop": """
import numpy as np
from sklearn.feature_selection import SelectPercentile, mutual_info_classif
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

X = np.loadtxt("expression.txt")
y = np.loadtxt("labels.txt")
X = SelectPercentile(mutual_info_classif, percentile=5).fit_transform(X, y)  # <- feature_selection
skf = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
result = []
for train_index, test_index in skf.split(X, y):
    clf = LinearSVC().fit(X[train_index], y[train_index])
    y_pred = clf.predict(X[test_index])
    result.append(balanced_accuracy_score(y[test_index], y_pred))
print(np.mean(result))
""",
    "supervised projection before the split": """
from sklearn.datasets import load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = load_wine(return_X_y=True)
X = LinearDiscriminantAnalysis(n_components=2).fit_transform(X, y)  # <- feature_selection
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
knn = KNeighborsClassifier().fit(X_train, y_train)
print(knn.score(X_test, y_test))
""",
}
CLEAN = {
    "selection in the pipeline": """
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import Pipeline

df = pd.read_csv("genes.csv")
X, y = df.drop(columns="tumor"), df["tumor"]
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
pipe = Pipeline([("sel", SelectKBest(f_classif)), ("clf", LogisticRegression())])
search = GridSearchCV(pipe, {"sel__k": [5, 10, 50]}, cv=5)
search.fit(X_train, y_train)
print(search.best_params_, search.score(X_test, y_test))
""",
    "selection on the training rows": """
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_regression
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X, y = df.drop("SalePrice", axis=1), df["SalePrice"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
selector = SelectKBest(f_regression, k=15).fit(X_train, y_train)
cols = X.columns[selector.get_support()]
lr = LinearRegression().fit(X_train[cols], y_train)
print(lr.score(X_test[cols], y_test))
""",
    "correlation of the training rows": """
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
train, test = train_test_split(df, test_size=0.2, random_state=0)
corr = train.corr()["SalePrice"].abs()
features = corr[corr > 0.4].index.drop("SalePrice")
model = LinearRegression().fit(train[features], train["SalePrice"])
print(model.score(test[features], test["SalePrice"]))
""",
    "correlation only looked at": """
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
corrmat = df.corr()
plt.figure(figsize=(12, 9))
sns.heatmap(corrmat, vmax=0.8, square=True)
plt.show()
print(corrmat["SalePrice"].sort_values(ascending=False)[:10])
X, y = df.drop("SalePrice", axis=1), df["SalePrice"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LinearRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
    "importances shown after training": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import mutual_info_classif
from sklearn.model_selection import train_test_split

df = pd.read_csv("credit.csv")
X, y = df.drop(columns=["bad"]), df["bad"]
mi = pd.Series(mutual_info_classif(X, y), index=X.columns)
mi.sort_values().plot.barh()
X_train, X_test, y_train, y_test = train_test_split(X, y)
rf = RandomForestClassifier().fit(X_train, y_train)
print(rf.score(X_test, y_test))
print(pd.Series(rf.feature_importances_, index=X.columns).nlargest(10))
""",
    "columns dropped by their share of missing cells": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
missing = df.isnull().mean()
df = df.drop(columns=missing[missing > 0.5].index)
X, y = df.drop(columns="price"), df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = RandomForestRegressor().fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
    "selected on all rows for the final model": """
import pandas as pd
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
print(cross_val_score(make_pipeline(SelectKBest(k=5), LogisticRegression()), X, y).mean())
selector = SelectKBest(k=5).fit(X, y)
final = LogisticRegression().fit(selector.transform(X), y)
""",
}
