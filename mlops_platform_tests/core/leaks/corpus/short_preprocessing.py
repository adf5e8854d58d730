"""Preprocessing leaks, and copies of rows, in a few lines each; all share some imports."""

from mlops_platform_tests.core.leaks.programs import program

_LEAKY = {
    "medians of the columns that lack values": """
        df = pd.get_dummies(pd.read_csv("a.csv"))
        numbers = df.select_dtypes("number").columns
        for c in [c for c in numbers if df[c].isnull().any()]:
            df[c] = df[c].fillna(df[c].median())  # <- preprocessing
        X, y = df.drop(columns="t"), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
        m = LogisticRegression().fit(X_train, y_train)
        print(accuracy_score(y_test, m.predict(X_test)))
    """,
    "scaled by hand, value by value": """
        df = pd.read_csv("a.csv")
        mean, std = df["a"].mean(), df["a"].std()  # <- preprocessing
        df["a"] = df["a"].apply(lambda x: (x - mean) / std)
        X, y = df.drop(columns="t"), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
        m = LogisticRegression().fit(X_train, y_train)
        print(accuracy_score(y_test, m.predict(X_test)))
    """,
    "scaler on all rows": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X = StandardScaler().fit_transform(X)  # <- preprocessing
        X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
        m = LogisticRegression().fit(X_train, y_train)
        print(accuracy_score(y_test, m.predict(X_test)))
    """,
    "fit, then transform": """
        df = pd.read_csv("a.csv")
        X, y = df.iloc[:, :-1].values, df.iloc[:, -1].values
        sc = MinMaxScaler(feature_range=(0, 1))
        sc.fit(X)  # <- preprocessing
        X_scaled = sc.transform(X)
        X_train, X_test, y_train, y_test = train_test_split(X_scaled, y, random_state=1)
        clf = RandomForestClassifier()
        clf.fit(X_train, y_train)
        print(clf.score(X_test, y_test))
    """,
    "scaled columns stored back": """
        df = pd.read_csv("a.csv")
        df[["a", "b"]] = StandardScaler().fit_transform(df[["a", "b"]])  # <- preprocessing
        train, test = train_test_split(df, test_size=0.3)
        m = LinearRegression().fit(train.drop(columns=["t"]), train["t"])
        y_pred = m.predict(test.drop(columns=["t"]))
        print(mean_squared_error(test["t"], y_pred))
    """,
    "scaled through loc": """
        df = pd.read_csv("a.csv")
        sc = RobustScaler()
        df.loc[:, "a"] = sc.fit_transform(df[["a"]])  # <- preprocessing
        X, y = df[["a", "b"]], df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LinearRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "imputer on all rows": """
        df = pd.read_csv("a.csv")
        y = df.pop("t")
        X = SimpleImputer(strategy="mean").fit_transform(df)  # <- preprocessing
        X_tr, X_te, y_tr, y_te = train_test_split(X, y)
        m = RandomForestClassifier().fit(X_tr, y_tr)
        print(f1_score(y_te, m.predict(X_te)))
    """,
    "mean of all rows": """
        df = pd.read_csv("a.csv")
        df["age"] = df["age"].fillna(df["age"].mean())  # <- preprocessing
        X, y = df[["age", "b"]], df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "median in place": """
        df = pd.read_csv("a.csv")
        df.fillna(df.median(), inplace=True)  # <- preprocessing
        X, y = df.drop("t", axis=1), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "standardised by hand": """
        X = np.load("x.npy")
        y = np.load("y.npy")
        mu = X.mean(axis=0)  # <- preprocessing
        sd = np.std(X, axis=0)  # <- preprocessing
        X = (X - mu) / sd
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = Ridge().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "PCA before the split": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X = PCA(n_components=5).fit_transform(X)  # <- preprocessing
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "selection before the split": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X = SelectKBest(f_classif, k=10).fit_transform(X, y)  # <- feature_selection
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "selection before folds": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        sel = RFE(LogisticRegression(), n_features_to_select=5)
        sel.fit(X, y)  # <- feature_selection
        print(cross_val_score(LogisticRegression(), sel.transform(X), y, cv=5).mean())
    """,
    "vectorizer before the split": """
        df = pd.read_csv("a.csv")
        vec = TfidfVectorizer(stop_words="english")
        X = vec.fit_transform(df["text"])  # <- preprocessing
        X_train, X_test, y_train, y_test = train_test_split(X, df["label"])
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "vectorizer to an array": """
        df = pd.read_csv("a.csv")
        cv = CountVectorizer(max_features=1500)
        X = cv.fit_transform(df["text"]).toarray()  # <- preprocessing
        y = df.iloc[:, 1].values
        X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
        m = RandomForestClassifier()
        m.fit(X_train, y_train)
        y_pred = m.predict(X_test)
        acc = accuracy_score(y_test, y_pred)
    """,
    "SMOTE before the split": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X_res, y_res = SMOTE(random_state=1).fit_resample(X, y)  # <- resampling
        X_train, X_test, y_train, y_test = train_test_split(X_res, y_res)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "copies of the minority": """
        df = pd.read_csv("a.csv")
        major, minor = df[df.t == 0], df[df.t == 1]
        more = resample(minor, replace=True, n_samples=len(major))  # <- overlap
        both = pd.concat([major, more])
        X, y = both.drop("t", axis=1), both["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "in a function": """
        def load(path):
            df = pd.read_csv(path)
            return df.drop("t", axis=1), df["t"]

        def scale(X):
            sc = StandardScaler()
            return sc.fit_transform(X)  # <- preprocessing

        def main():
            X, y = load("a.csv")
            X = scale(X)
            X_train, X_test, y_train, y_test = train_test_split(X, y)
            model = LogisticRegression()
            model.fit(X_train, y_train)
            evaluate(model, X_test, y_test)

        def evaluate(model, X_test, y_test):
            print(accuracy_score(y_test, model.predict(X_test)))

        if __name__ == "__main__":
            main()
    """,
    "in a class": """
        class Trainer:
            def __init__(self, path):
                self.df = pd.read_csv(path)
                self.scaler = StandardScaler()

            def prepare(self):
                X, y = self.df.drop("t", axis=1), self.df["t"]
                X = self.scaler.fit_transform(X)  # <- preprocessing
                self.X_train, self.X_test, self.y_train, self.y_test = train_test_split(X, y)

            def run(self):
                self.model = LogisticRegression()
                self.model.fit(self.X_train, self.y_train)
                return self.model.score(self.X_test, self.y_test)

        t = Trainer("a.csv")
        t.prepare()
        print(t.run())
    """,
    "a function that nobody calls here": """
        def train(df):
            X = df.drop("t", axis=1)
            X = StandardScaler().fit_transform(X)  # <- preprocessing
            X_train, X_test, y_train, y_test = train_test_split(X, df["t"])
            m = LogisticRegression().fit(X_train, y_train)
            return m.score(X_test, y_test)
    """,
    "folds by hand": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1).values, df["t"].values
        X = StandardScaler().fit_transform(X)  # <- preprocessing
        for tr, te in KFold(5).split(X):
            m = LogisticRegression().fit(X[tr], y[tr])
            print(accuracy_score(y[te], m.predict(X[te])))
    """,
    "cut by position": """
        df = pd.read_csv("a.csv")
        data = MinMaxScaler().fit_transform(df.values)  # <- preprocessing
        n = int(len(data) * 0.8)
        train, test = data[:n], data[n:]
        m = LinearRegression().fit(train[:, :-1], train[:, -1])
        print(r2_score(test[:, -1], m.predict(test[:, :-1])))
    """,
    "windows of a scaled series": """
        def windows(data, k=10):
            X, y = [], []
            for i in range(len(data) - k):
                X.append(data[i:(i + k), 0])
                y.append(data[i + k, 0])
            return np.array(X), np.array(y)

        df = pd.read_csv("a.csv")
        scaler = MinMaxScaler()
        scaled = scaler.fit_transform(df[["close"]])  # <- preprocessing
        size = int(len(scaled) * 0.7)
        train, test = scaled[0:size, :], scaled[size:len(scaled), :]
        X_train, y_train = windows(train)
        X_test, y_test = windows(test)
        m = LinearRegression()
        m.fit(X_train, y_train)
        print(mean_squared_error(y_test, m.predict(X_test)))
    """,
    "mask and its complement": """
        df = pd.read_csv("a.csv")
        df["a"] = StandardScaler().fit_transform(df[["a"]])  # <- preprocessing
        msk = np.random.rand(len(df)) < 0.8
        train, test = df[msk], df[~msk]
        m = LinearRegression().fit(train[["a"]], train["t"])
        print(m.score(test[["a"]], test["t"]))
    """,
    "sample and the rest": """
        df = pd.read_csv("a.csv")
        df = (df - df.mean()) / df.std()  # <- preprocessing
        train = df.sample(frac=0.8, random_state=0)
        test = df.drop(train.index)
        m = LinearRegression().fit(train[["a"]], train["t"])
        print(m.score(test[["a"]], test["t"]))
    """,
    "pipeline used outside folds": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        num = Pipeline([("imp", SimpleImputer()), ("sc", StandardScaler())])
        pre = ColumnTransformer([("num", num, ["a"])])
        X = pre.fit_transform(X)  # <- preprocessing
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "network": """
        from tensorflow.keras.models import Sequential
        from tensorflow.keras.layers import Dense
        df = pd.read_csv("a.csv")
        X, y = df.iloc[:, :-1].values, df.iloc[:, -1].values
        X = StandardScaler().fit_transform(X)  # <- preprocessing
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        model = Sequential()
        model.add(Dense(8, activation="relu"))
        model.compile(loss="mse")
        model.fit(X_train, y_train, epochs=10)
        print(model.evaluate(X_test, y_test))
    """,
}
_LEAKY["predicted, never measured"] = """
    df = pd.read_csv("a.csv")
    y = df["t"]
    df = df.drop("t", axis=1)
    df["fare"] = df["fare"].fillna(np.mean(df["fare"]))  # <- preprocessing
    X_train, X_test, y_train, y_test = train_test_split(df, y)
    m = LogisticRegression().fit(X_train, y_train)
    y_pred = m.predict(X_test)
"""
_CLEAN = {
    "scaled by hand, by the training part": """
        df = pd.read_csv("a.csv")
        df["b"] = df["b"].apply(lambda x: x / 10)
        train, test = train_test_split(df, test_size=0.2)
        mean, std = train["a"].mean(), train["a"].std()
        train["a"] = train["a"].apply(lambda x: (x - mean) / std)
        test["a"] = test["a"].apply(lambda x: (x - mean) / std)
        m = LogisticRegression().fit(train.drop(columns="t"), train["t"])
        print(accuracy_score(test["t"], m.predict(test.drop(columns="t"))))
    """,
    "each row by its own values": """
        df = pd.read_csv("a.csv")
        df["wave"] = df["wave"].apply(lambda x: (x - x.min()) / (x.max() - x.min()))
        df["share"] = df.apply(lambda row: row["a"] / row[["a", "b"]].max(), axis=1)
        X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="t"), df["t"])
        m = LogisticRegression().fit(X_train, y_train)
        print(accuracy_score(y_test, m.predict(X_test)))
    """,
    "each column of the training part by itself": """
        df = pd.get_dummies(pd.read_csv("a.csv"))
        train, test = train_test_split(df, test_size=0.2)
        for c in df.columns:
            middle = train[c].median()
            train[c] = train[c].fillna(middle)
            test[c] = test[c].fillna(middle)
        m = LogisticRegression().fit(train.drop(columns="t"), train["t"])
        print(accuracy_score(test["t"], m.predict(test.drop(columns="t"))))
    """,
    "folds of the scaled training part, for a person to look at": """
        df = pd.read_csv("a.csv")
        X, X_test, y, y_test = train_test_split(df[["a"]].values, df["t"].values)
        sc = StandardScaler()
        X = sc.fit_transform(X)
        for tr, te in KFold(5).split(X):
            m = LogisticRegression().fit(X[tr], y[tr])
            print(accuracy_score(y[te], m.predict(X[te])))
        m = LogisticRegression().fit(X, y)
        print(m.score(sc.transform(X_test), y_test))
    """,
    "trained without the scaled rows": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        y_pred = m.predict(X_test)
        Z = StandardScaler().fit_transform(X)
    """,
    "scaler on training rows": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        sc = StandardScaler()
        X_train = sc.fit_transform(X_train)
        X_test = sc.transform(X_test)
        m = LogisticRegression().fit(X_train, y_train)
        print(accuracy_score(y_test, m.predict(X_test)))
    """,
    "pipeline in folds": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        pipe = make_pipeline(StandardScaler(), PCA(2), LogisticRegression())
        print(cross_val_score(pipe, X, y, cv=5))
    """,
    "pipeline and search": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        pipe = Pipeline([("sc", StandardScaler()), ("m", LogisticRegression())])
        gs = GridSearchCV(pipe, {"m__C": [1, 10]}, cv=5)
        gs.fit(X_train, y_train)
        print(gs.score(X_test, y_test))
    """,
    "clustering": """
        df = pd.read_csv("a.csv")
        X = StandardScaler().fit_transform(df)
        km = KMeans(5).fit(X)
        print(silhouette_score(X, km.predict(X)))
    """,
    "scaled for a plot only": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        Z = PCA(2).fit_transform(StandardScaler().fit_transform(X))
        plot(Z)
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "target's labels": """
        df = pd.read_csv("a.csv")
        df["t"] = LabelEncoder().fit_transform(df["t"])
        X, y = df.drop("t", axis=1), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "row by row": """
        df = pd.read_csv("a.csv")
        X, y = np.log1p(df.drop("t", axis=1)), df["t"]
        X = Normalizer().fit_transform(X)
        X = FunctionTransformer(np.sqrt).fit_transform(X) / 255.0
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "constants and dummies": """
        df = pd.read_csv("a.csv").dropna()
        df["a"] = df["a"].fillna(0)
        df = pd.get_dummies(df, columns=["b"])
        X, y = df.drop(columns="t"), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "hashing": """
        df = pd.read_csv("a.csv")
        X = HashingVectorizer().fit_transform(df["text"])
        X_train, X_test, y_train, y_test = train_test_split(X, df["t"])
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "SMOTE on training rows": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        X_train, y_train = SMOTE().fit_resample(X_train, y_train)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "scaling inside folds": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1).values, df["t"].values
        for tr, te in KFold(5).split(X):
            sc = StandardScaler().fit(X[tr])
            m = LogisticRegression().fit(sc.transform(X[tr]), y[tr])
            print(accuracy_score(y[te], m.predict(sc.transform(X[te]))))
    """,
    "means of training rows": """
        df = pd.read_csv("a.csv")
        train, test = train_test_split(df)
        m = train["a"].mean()
        train["a"] = train["a"].fillna(m)
        test["a"] = test["a"].fillna(m)
        model = LinearRegression().fit(train[["a"]], train["t"])
        print(model.score(test[["a"]], test["t"]))
    """,
    "mean of each row": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X = X.sub(X.mean(axis=1), axis=0)
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
    "train scaled, folds of train, clean test": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        sc = StandardScaler()
        X_train = sc.fit_transform(X_train)
        print(cross_val_score(LogisticRegression(), X_train, y_train))
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(sc.transform(X_test), y_test))
    """,
    "final model on everything": """
        df = pd.read_csv("a.csv")
        X, y = df.drop("t", axis=1), df["t"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        sc = StandardScaler()
        m = LogisticRegression().fit(sc.fit_transform(X_train), y_train)
        print(m.score(sc.transform(X_test), y_test))
        final_scaler = StandardScaler()
        final = LogisticRegression().fit(final_scaler.fit_transform(X), y)
    """,
    "shipped test set": """
        from tensorflow import keras
        (X_train, y_train), (X_test, y_test) = keras.datasets.mnist.load_data()
        X_train, X_test = X_train / 255.0, X_test / 255.0
        model = keras.Sequential([keras.layers.Dense(10)])
        model.fit(X_train, y_train, validation_split=0.1)
        model.evaluate(X_test, y_test)
    """,
    "two files": """
        train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
        sc = StandardScaler()
        X_train, X_test = sc.fit_transform(train[["a"]]), sc.transform(test[["a"]])
        m = LogisticRegression().fit(X_train, train["t"])
        print(m.score(X_test, test["t"]))
    """,
    "only one branch splits": """
        df = pd.read_csv("a.csv")
        X, y = df[["a"]], df["t"]
        if flag:
            X_train, X_test, y_train, y_test = train_test_split(X, y)
        else:
            X_train, X_test, y_train, y_test = X, other(), y, labels()
        m = LogisticRegression().fit(X_train, y_train)
        print(m.score(X_test, y_test))
    """,
}

LEAKY = {name: program(text) for name, text in _LEAKY.items()}
CLEAN = {name: program(text) for name, text in _CLEAN.items()}
