"""Classes balanced with synthetic or repeated rows: of all rows, or of the test rows."""

LEAKY = {
    "SMOTE on all rows": """
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

df = pd.read_csv("creditcard.csv")
X = df.drop("Class", axis=1)
y = df["Class"]
sm = SMOTE(random_state=42)
X_sm, y_sm = sm.fit_resample(X, y)  # <- resampling
X_train, X_test, y_train, y_test = train_test_split(X_sm, y_sm, test_size=0.2, random_state=42)
model = RandomForestClassifier()
model.fit(X_train, y_train)
print(classification_report(y_test, model.predict(X_test)))
""",
    "random copies in a class": """
import pandas as pd
from imblearn.over_sampling import RandomOverSampler
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


class FraudModel:
    def __init__(self):
        self.ros = RandomOverSampler()
        self.clf = DecisionTreeClassifier()

    def run(self, df):
        X, y = df.drop(columns=["fraud"]), df["fraud"]
        X, y = self.ros.fit_resample(X, y)  # <- resampling
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        self.clf.fit(X_train, y_train)
        return f1_score(y_test, self.clf.predict(X_test))


print(FraudModel().run(pd.read_csv("transactions.csv")))
""",
    "ADASYN before folds": """
import numpy as np
import pandas as pd
from imblearn.over_sampling import ADASYN
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import StratifiedKFold

df = pd.read_csv("stroke.csv")
X, y = df.drop(columns="stroke").values, df["stroke"].values
X_res, y_res = ADASYN().fit_resample(X, y)  # <- resampling
recalls = []
for tr, te in StratifiedKFold(5, shuffle=True).split(X_res, y_res):
    clf = LogisticRegression(max_iter=200).fit(X_res[tr], y_res[tr])
    recalls.append(recall_score(y_res[te], clf.predict(X_res[te])))
print(np.mean(recalls))
""",
    "cross-validated after SMOTE-Tomek": """
import pandas as pd
from imblearn.combine import SMOTETomek
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import cross_val_score

df = pd.read_csv("attrition.csv")
X, y = df.drop(columns="Attrition"), df["Attrition"]
X_bal, y_bal = SMOTETomek(random_state=0).fit_resample(X, y)  # <- resampling
print(cross_val_score(GradientBoostingClassifier(), X_bal, y_bal, scoring="f1").mean())
""",
    "the old name of the method": """
import pandas as pd
from imblearn.over_sampling import BorderlineSMOTE
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

data = pd.read_csv("bank.csv")
features, label = data.iloc[:, :-1], data.iloc[:, -1]
oversample = BorderlineSMOTE()
features, label = oversample.fit_sample(features, label)  # <- resampling
x_train, x_test, y_train, y_test = train_test_split(features, label, test_size=0.33)
knn = KNeighborsClassifier(n_neighbors=3).fit(x_train, y_train)
print("score", knn.score(x_test, y_test))
""",
    "test rows balanced too": """
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("creditcard.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop("Class", axis=1), df["Class"])
smote = SMOTE()
X_train, y_train = smote.fit_resample(X_train, y_train)
X_test, y_test = smote.fit_resample(X_test, y_test)  # <- resampled_test_rows
clf = LogisticRegression().fit(X_train, y_train)
print(precision_score(y_test, clf.predict(X_test)))
""",
    "a helper balances both": """
import pandas as pd
from imblearn.over_sampling import RandomOverSampler
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC


def balance(X, y):
    return RandomOverSampler(random_state=1).fit_resample(X, y)  # <- resampled_test_rows


df = pd.read_csv("defects.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="bad"), df["bad"])
X_train, y_train = balance(X_train, y_train)
X_test, y_test = balance(X_test, y_test)
svc = SVC().fit(X_train, y_train)
print(svc.score(X_test, y_test))
""",
    "a loader that balances what it is asked for": """
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier


class Balanced:
    def __init__(self, path):
        df = pd.read_csv(path)
        parts = train_test_split(df.drop(columns="fraud"), df["fraud"], random_state=1)
        self.X_train, self.X_test, self.y_train, self.y_test = parts

    def train(self):
        return SMOTE().fit_resample(self.X_train, self.y_train)

    def test(self):
        return SMOTE().fit_resample(self.X_test, self.y_test)  # <- resampled_test_rows


data = Balanced("fraud.csv")
X_train, y_train = data.train()
X_test, y_test = data.test()
model = XGBClassifier().fit(X_train, y_train)
print(f1_score(y_test, model.predict(X_test)))
""",
    "each fold's held-out rows balanced": """
import pandas as pd
from imblearn.combine import SMOTEENN
from sklearn.metrics import recall_score
from sklearn.model_selection import StratifiedKFold
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("stroke.csv")
X, y = df.drop(columns="stroke"), df["stroke"]
for tr, te in StratifiedKFold(5).split(X, y):
    X_tr, y_tr = SMOTEENN().fit_resample(X.iloc[tr], y.iloc[tr])
    X_te, y_te = SMOTEENN().fit_resample(X.iloc[te], y.iloc[te])  # <- resampled_test_rows
    tree = DecisionTreeClassifier().fit(X_tr, y_tr)
    print(recall_score(y_te, tree.predict(X_te)))
""",
    "only the test rows, renamed": """
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X, y = df.drop(columns="churn"), df["churn"]
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
rf = RandomForestClassifier(class_weight="balanced").fit(X_train, y_train)
X_test_bal, y_test_bal = SMOTE().fit_resample(X_test, y_test)  # <- resampled_test_rows
y_hat = rf.predict(X_test_bal)
print(accuracy_score(y_test_bal, y_hat))
""",
}
CLEAN = {
    "SMOTE in an imblearn pipeline": """
import pandas as pd
from imblearn.over_sampling import SMOTE
from imblearn.pipeline import Pipeline
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("creditcard.csv")
X, y = df.drop("Class", axis=1), df["Class"]
pipe = Pipeline([("sc", StandardScaler()), ("sm", SMOTE()), ("lr", LogisticRegression())])
print(cross_val_score(pipe, X, y, scoring="average_precision", cv=5).mean())
""",
    "SMOTE inside each fold": """
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

df = pd.read_csv("creditcard.csv")
X, y = df.drop("Class", axis=1), df["Class"]
for tr, te in StratifiedKFold(5).split(X, y):
    X_tr, y_tr = SMOTE().fit_resample(X.iloc[tr], y.iloc[tr])
    clf = LogisticRegression().fit(X_tr, y_tr)
    print(f1_score(y.iloc[te], clf.predict(X.iloc[te])))
""",
    "fewer rows of the majority": """
import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("creditcard.csv")
X, y = RandomUnderSampler().fit_resample(df.drop("Class", axis=1), df["Class"])
X_train, X_test, y_train, y_test = train_test_split(X, y)
rf = RandomForestClassifier().fit(X_train, y_train)
print(rf.score(X_test, y_test))
""",
    "resampled rows only counted": """
from collections import Counter
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("creditcard.csv")
X, y = df.drop("Class", axis=1), df["Class"]
X_res, y_res = SMOTE().fit_resample(X, y)
print("before", Counter(y), "after", Counter(y_res))
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_tr_res, y_tr_res = SMOTE().fit_resample(X_train, y_train)
rf = RandomForestClassifier().fit(X_tr_res, y_tr_res)
print(rf.score(X_test, y_test))
""",
    "training part balanced with resample": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

df = pd.read_csv("churn.csv")
train, test = train_test_split(df, test_size=0.2, stratify=df["churn"])
stay, leave = train[train["churn"] == 0], train[train["churn"] == 1]
leave_up = resample(leave, replace=True, n_samples=len(stay), random_state=1)
train = pd.concat([stay, leave_up])
clf = LogisticRegression().fit(train.drop(columns="churn"), train["churn"])
print(classification_report(test["churn"], clf.predict(test.drop(columns="churn"))))
""",
    "fewer test rows to save time": """
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.utils import resample

df = pd.read_csv("big.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="t"), df["t"])
X_few, y_few = resample(X_test, y_test, replace=False, n_samples=1000)
clf = SVC().fit(X_train, y_train)
print(clf.score(X_few, y_few))
""",
    "interval of a score by bootstrap": """
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="t"), df["t"])
clf = LogisticRegression().fit(X_train, y_train)
p = clf.predict_proba(X_test)[:, 1]
aucs = []
for seed in range(1000):
    yb, pb = resample(y_test, p, random_state=seed)
    aucs.append(roc_auc_score(yb, pb))
print(np.percentile(aucs, [2.5, 97.5]))
""",
}
