"""Test rows changed by statistics of their own instead of those of the training rows."""

LEAKY = {
    "fit_transform twice": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

dataset = pd.read_csv("Social_Network_Ads.csv")
X = dataset.iloc[:, [2, 3]].values
y = dataset.iloc[:, 4].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.fit_transform(X_test)  # <- refitted_on_test
classifier = LogisticRegression(random_state=0)
classifier.fit(X_train, y_train)
print(accuracy_score(y_test, classifier.predict(X_test)))
""",
    "two scalers": """
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from sklearn.svm import SVR

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="t"), df["t"])
train_scaler = MinMaxScaler()
test_scaler = MinMaxScaler()
X_train_s = train_scaler.fit_transform(X_train)
X_test_s = test_scaler.fit_transform(X_test)  # <- refitted_on_test
svr = SVR().fit(X_train_s, y_train)
print(svr.score(X_test_s, y_test))
""",
    "a helper scales each part by itself": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler


def scale(part):
    return RobustScaler().fit_transform(part)  # <- refitted_on_test


df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="t"), df["t"])
model = RandomForestRegressor().fit(scale(X_train), y_train)
print(r2_score(y_test, model.predict(scale(X_test))))
""",
    "projection fitted again": """
import numpy as np
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = np.load("faces.npy"), np.load("who.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
pca = PCA(n_components=50)
X_train = pca.fit_transform(X_train)
X_test = pca.fit_transform(X_test)  # <- refitted_on_test
knn = KNeighborsClassifier().fit(X_train, y_train)
print(knn.score(X_test, y_test))
""",
    "vectoriser fitted to two files": """
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.naive_bayes import MultinomialNB

train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
vec = TfidfVectorizer(max_features=1000)
X_train = vec.fit_transform(train["text"])
X_test = vec.fit_transform(test["text"])  # <- refitted_on_test
nb = MultinomialNB().fit(X_train, train["label"])
print(f1_score(test["label"], nb.predict(X_test)))
""",
    "refitted, then transformed": """
import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="t"), df["t"])
scaler = StandardScaler()
scaler.fit(X_train)
X_train = scaler.transform(X_train)
scaler.fit(X_test)  # <- refitted_on_test
X_test = scaler.transform(X_test)
lasso = Lasso().fit(X_train, y_train)
print(lasso.score(X_test, y_test))
""",
}
CLEAN = {
    "transform only": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

dataset = pd.read_csv("Social_Network_Ads.csv")
X, y = dataset.iloc[:, [2, 3]].values, dataset.iloc[:, 4].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
""",
    "a new scaler in each fold": """
import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

X, y = np.load("x.npy"), np.load("y.npy")
sc = StandardScaler()
for tr, te in KFold(5, shuffle=True).split(X):
    A = sc.fit_transform(X[tr])
    B = sc.transform(X[te])
    print(Ridge().fit(A, y[tr]).score(B, y[te]))
""",
    "each picture by itself": """
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import Normalizer
from sklearn.svm import LinearSVC

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train = Normalizer().fit_transform(X_train)
X_test = Normalizer().fit_transform(X_test)
print(LinearSVC().fit(X_train, y_train).score(X_test, y_test))
""",
    "labels of both parts": """
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import LabelEncoder

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
le = LabelEncoder()
y_train = le.fit_transform(y_train)
y_test = le.transform(y_test)
print(MLPClassifier().fit(X_train, y_train).score(X_test, y_test))
""",
    "a second experiment starts anew": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("a.csv")
scaler = StandardScaler()
for columns in (["a", "b"], ["a", "c"]):
    X_train, X_test, y_train, y_test = train_test_split(df[columns], df["t"], random_state=1)
    X_train = scaler.fit_transform(X_train)
    X_test = scaler.transform(X_test)
    print(columns, LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
""",
    "test rows projected for a picture": """
import matplotlib.pyplot as plt
import numpy as np
from sklearn.manifold import TSNE
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
svc = SVC().fit(X_train, y_train)
print(svc.score(X_test, y_test))
points = TSNE(2).fit_transform(X_test)
plt.scatter(points[:, 0], points[:, 1], c=y_test)
""",
}
