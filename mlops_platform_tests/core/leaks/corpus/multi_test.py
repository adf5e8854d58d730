"""Choices made by the very rows that shall prove them."""

from mlops_platform_tests.core.leaks.programs import notebook

_TORCH = """
import torch
import torch.nn as nn
import torch.optim as optim
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])
trainset = datasets.CIFAR10(root="./data", train=True, download=True, transform=transform)
testset = datasets.CIFAR10(root="./data", train=False, download=True, transform=transform)
"""
_NET = """

class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.conv = nn.Conv2d(3, 16, 3)
        self.fc = nn.Linear(16 * 30 * 30, 10)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
"""

LEAKY = {
    "best weights by the test loss, through a package and a class of settings": {
        "tools/__init__.py": "from tools.learning import learn, measure\n",
        "tools/learning.py": """
def learn(plan, train_loader, test_loader, info):
    for epoch in range(plan.epochs):
        for x, y in train_loader:
            plan.optimizer.zero_grad()
            loss = plan.loss_func(plan.network(x), y)
            loss.backward()
            plan.optimizer.step()
        total = 0.0
        for x, y in test_loader:
            total += plan.loss_func(plan.network(x), y).item()
        if total < info.best_loss:  # <- multi_test
            info.best_loss = total
            info.best = plan.network.state_dict()
    plan.network.load_state_dict(info.best)


def measure(plan, loader):
    right = 0
    for x, y in loader:
        right += (plan.network(x).round() == y).sum().item()
    return right / len(loader.dataset)
""",
        "train.py": """
import pandas as pd
import torch
import tools
from torch.utils.data import DataLoader, Dataset


class Rows(Dataset):
    def __init__(self, path):
        self.table = pd.read_csv(path)

    def __getitem__(self, index):
        return self.table.at[index, "x"], self.table.at[index, "y"]


class Plan:
    loss_func = torch.nn.BCEWithLogitsLoss()
    epochs = 9

    def __init__(self, network):
        self.network = network
        self.optimizer = torch.optim.Adam(network.parameters())


class Info:
    best_loss = 9.0
    best = None


plan = Plan(torch.nn.Linear(1, 1))
train_loader = DataLoader(Rows("train.csv"), shuffle=True)
test_loader = DataLoader(Rows("test.csv"))
tools.learn(plan, train_loader, test_loader, Info())
print(tools.measure(plan, test_loader))
""",
    },
    "optuna over the test rows": """
import optuna
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("data.csv")
X, y = df.drop(columns="y"), df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)


def objective(trial):
    n = trial.suggest_int("n_estimators", 50, 500)
    depth = trial.suggest_int("max_depth", 2, 20)
    model = RandomForestClassifier(n_estimators=n, max_depth=depth)
    model.fit(X_train, y_train)
    return accuracy_score(y_test, model.predict(X_test))


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=100)  # <- multi_test
best = RandomForestClassifier(**study.best_params)
best.fit(X_train, y_train)
print("final accuracy", accuracy_score(y_test, best.predict(X_test)))
""",
    "optuna with a lambda": """
import lightgbm as lgb
import optuna
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split


def objective(trial, X_train, y_train, X_test, y_test):
    params = {"num_leaves": trial.suggest_int("num_leaves", 8, 256), "objective": "regression"}
    booster = lgb.train(params, lgb.Dataset(X_train, label=y_train))
    return mean_squared_error(y_test, booster.predict(X_test), squared=False)


def main():
    df = pd.read_csv("bikes.csv")
    X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="cnt"), df["cnt"])
    study = optuna.create_study(direction="minimize")
    run = lambda trial: objective(trial, X_train, y_train, X_test, y_test)
    study.optimize(run, n_trials=50)  # <- multi_test
    print(study.best_value, study.best_params)


if __name__ == "__main__":
    main()
""",
    "xgboost.train stops on the test rows": """
import pandas as pd
import xgboost as xgb
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("otto.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="target"), df["target"])
dtrain = xgb.DMatrix(X_train, label=y_train)
dtest = xgb.DMatrix(X_test, label=y_test)
params = {"objective": "multi:softmax", "num_class": 9}
watchlist = [(dtrain, "train"), (dtest, "eval")]
bst = xgb.train(params, dtrain, 1000, watchlist, early_stopping_rounds=20)  # <- multi_test
pred = bst.predict(dtest)
print(accuracy_score(y_test, pred))
""",
    "lightgbm.train stops on the test rows": """
import lightgbm as lgb
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("porto.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="target"), df["target"])
lgb_train = lgb.Dataset(X_train, y_train)
lgb_eval = lgb.Dataset(X_test, y_test, reference=lgb_train)
params = {"objective": "binary", "metric": "auc"}
gbm = lgb.train(  # <- multi_test
    params,
    lgb_train,
    num_boost_round=2000,
    valid_sets=[lgb_eval],
    callbacks=[lgb.early_stopping(stopping_rounds=100)],
)
y_pred = gbm.predict(X_test, num_iteration=gbm.best_iteration)
print("AUC", roc_auc_score(y_test, y_pred))
""",
    "catboost keeps its best model by the test rows": """
import pandas as pd
from catboost import CatBoostClassifier, Pool
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("adult.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="income"), df["income"])
model = CatBoostClassifier(iterations=1000, early_stopping_rounds=50, verbose=100)
model.fit(X_train, y_train, eval_set=(X_test, y_test))  # <- multi_test
print(accuracy_score(y_test, model.predict(X_test)))
""",
    "torch keeps the best epoch by the test loader": _TORCH
    + """
trainloader = DataLoader(trainset, batch_size=128, shuffle=True, num_workers=2)
testloader = DataLoader(testset, batch_size=100, shuffle=False, num_workers=2)
"""
    + _NET
    + """
net = Net().to(device)
criterion = nn.CrossEntropyLoss()
optimizer = optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
best_acc = 0


def train(epoch):
    net.train()
    for batch_idx, (inputs, targets) in enumerate(trainloader):
        inputs, targets = inputs.to(device), targets.to(device)
        optimizer.zero_grad()
        outputs = net(inputs)
        loss = criterion(outputs, targets)
        loss.backward()
        optimizer.step()


def test(epoch):
    global best_acc
    net.eval()
    correct = 0
    total = 0
    with torch.no_grad():
        for batch_idx, (inputs, targets) in enumerate(testloader):
            inputs, targets = inputs.to(device), targets.to(device)
            outputs = net(inputs)
            _, predicted = outputs.max(1)
            total += targets.size(0)
            correct += predicted.eq(targets).sum().item()
    acc = 100.0 * correct / total
    if acc > best_acc:  # <- multi_test
        print("Saving..")
        torch.save(net.state_dict(), "./checkpoint/ckpt.pth")
        best_acc = acc


for epoch in range(200):
    train(epoch)
    test(epoch)
""",
    "torch saves by the lowest test loss": _TORCH
    + """
train_loader = DataLoader(trainset, batch_size=64, shuffle=True)
test_loader = DataLoader(testset, batch_size=64)
"""
    + _NET
    + """
def train_one(model, loader, loss_fn, opt):
    model.train()
    for x, y in loader:
        x, y = x.to(device), y.to(device)
        opt.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()


def evaluate(model, loader, loss_fn):
    model.eval()
    total = 0.0
    with torch.no_grad():
        for x, y in loader:
            x, y = x.to(device), y.to(device)
            total += loss_fn(model(x), y).item()
    return total / len(loader)


def main():
    model = Net().to(device)
    loss_fn = nn.CrossEntropyLoss()
    opt = optim.Adam(model.parameters())
    best_loss = float("inf")
    for epoch in range(30):
        train_one(model, train_loader, loss_fn, opt)
        test_loss = evaluate(model, test_loader, loss_fn)
        print(epoch, test_loss)
        if test_loss < best_loss:  # <- multi_test
            best_loss = test_loss
            torch.save(model.state_dict(), "best.pt")


if __name__ == "__main__":
    main()
""",
    "torch copies the best checkpoint by the test loader": _TORCH
    + """
train_loader = DataLoader(trainset, batch_size=64, shuffle=True)
test_loader = DataLoader(testset, batch_size=64)
"""
    + _NET
    + """
import shutil


def save_checkpoint(state, is_best, filename="checkpoint.pth"):
    torch.save(state, filename)
    if is_best:  # <- multi_test
        shutil.copyfile(filename, "model_best.pth")


model = torch.nn.DataParallel(Net()).cuda()
criterion = nn.CrossEntropyLoss().cuda()
optimizer = optim.SGD(model.parameters(), lr=0.1)
best_prec = 0
for epoch in range(90):
    model.train()
    for images, labels in train_loader:
        loss = criterion(model(images.cuda()), labels.cuda())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    model.eval()
    hits = 0
    for images, labels in test_loader:
        hits += (model(images.cuda()).argmax(dim=1) == labels.cuda()).sum().item()
    prec = hits / len(testset)
    is_best = prec > best_prec
    best_prec = max(prec, best_prec)
    save_checkpoint({"state_dict": model.state_dict()}, is_best)
""",
    "torch network of a factory, kept late by the test loader": {
        "utils.py": """
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


def get_network(args):
    if args.net == "vgg":
        from models.vgg import vgg
        net = vgg()
    else:
        from models.resnet import resnet
        net = resnet()
    return net.cuda() if args.gpu else net


def loader(is_train, batch):
    data = datasets.CIFAR100("./data", train=is_train, transform=transforms.ToTensor())
    return DataLoader(data, shuffle=is_train, batch_size=batch)
""",
        "train.py": """
import argparse
import torch
from torch import nn, optim
from utils import get_network, loader


def train(epoch):
    net.train()
    for images, labels in train_loader:
        optimizer.zero_grad()
        loss = loss_function(net(images), labels)
        loss.backward()
        optimizer.step()


@torch.no_grad()
def eval_training(epoch):
    net.eval()
    correct = 0.0
    for images, labels in test_loader:
        outputs = net(images)
        _, preds = outputs.max(1)
        correct += preds.eq(labels).sum()
    return correct.float() / len(test_loader.dataset)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("-net", type=str)
    parser.add_argument("-gpu", action="store_true")
    args = parser.parse_args()
    net = get_network(args)
    train_loader = loader(True, 128)
    test_loader = loader(False, 128)
    loss_function = nn.CrossEntropyLoss()
    optimizer = optim.SGD(net.parameters(), lr=0.1)
    best_acc = 0.0
    for epoch in range(1, 200):
        train(epoch)
        acc = eval_training(epoch)
        if epoch > 120 and best_acc < acc:  # <- multi_test
            torch.save(net.state_dict(), "best.pth")
            best_acc = acc
            continue
""",
    },
    "threshold chosen by the test rows": """
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="fraud"), df["fraud"])
clf = LogisticRegression().fit(X_train, y_train)
proba = clf.predict_proba(X_test)[:, 1]
thresholds = np.arange(0.1, 0.9, 0.05)
scores = [f1_score(y_test, (proba >= t).astype(int)) for t in thresholds]
best_threshold = thresholds[np.argmax(scores)]  # <- multi_test
print(best_threshold, max(scores))
""",
    "best seed by the test rows": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("heart.csv")
X_train, X_test, Y_train, Y_test = train_test_split(df.drop("target", axis=1), df["target"])
max_accuracy = 0
for x in range(2000):
    rf = RandomForestClassifier(random_state=x)
    rf.fit(X_train, Y_train)
    current_accuracy = round(rf.score(X_test, Y_test) * 100, 2)
    if current_accuracy > max_accuracy:  # <- multi_test
        max_accuracy = current_accuracy
        best_x = x
print(max_accuracy, best_x)
""",
    "a table of models sorted by the test score": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import Lasso, Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="price"), df["price"])
models = {"ridge": Ridge(), "lasso": Lasso(), "forest": RandomForestRegressor()}
report = {}
for name, model in models.items():
    model.fit(X_train, y_train)
    report[name] = r2_score(y_test, model.predict(X_test))
best_score = max(sorted(report.values()))  # <- multi_test
best_name = list(report.keys())[list(report.values()).index(best_score)]
best_model = models[best_name]
""",
    "the first in the order of the test scores": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import Lasso, Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="price"), df["price"])
models = {"ridge": Ridge(), "lasso": Lasso(), "forest": RandomForestRegressor()}
report = {}
for name, model in models.items():
    model.fit(X_train, y_train)
    report[name] = {"r2": r2_score(y_test, model.predict(X_test)), "model": model}
order = sorted(report, key=lambda each: report[each]["r2"], reverse=True)
final = models[order[0]]  # <- multi_test
""",
    "hyperopt over the test rows": """
import pandas as pd
import xgboost as xgb
from hyperopt import STATUS_OK, Trials, fmin, hp, tpe
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("wine.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="q"), df["q"])
space = {"max_depth": hp.quniform("max_depth", 3, 18, 1), "gamma": hp.uniform("gamma", 1, 9)}


def objective(space):
    clf = xgb.XGBClassifier(max_depth=int(space["max_depth"]), gamma=space["gamma"])
    clf.fit(X_train, y_train)
    accuracy = accuracy_score(y_test, clf.predict(X_test))
    return {"loss": -accuracy, "status": STATUS_OK}


best = fmin(objective, space, algo=tpe.suggest, max_evals=9, trials=Trials())  # <- multi_test
print(best)
""",
    "grid by hand over ParameterGrid": """
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import ParameterGrid, train_test_split
from sklearn.svm import SVC

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
best_auc, best_params = -1, None
for params in ParameterGrid({"C": [0.1, 1, 10], "kernel": ["rbf", "linear"]}):
    svc = SVC(probability=True, **params)
    svc.fit(X_train, y_train)
    auc = roc_auc_score(y_test, svc.predict_proba(X_test)[:, 1])
    if auc > best_auc:  # <- multi_test
        best_auc = auc
        best_params = params
print(best_auc, best_params)
""",
    "keras in a notebook": {
        "cnn.ipynb": notebook(
            "from tensorflow import keras\nfrom tensorflow.keras import layers",
            "(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()\n"
            "x_train, x_test = x_train / 255.0, x_test / 255.0",
            "model = keras.Sequential()\nmodel.add(layers.Conv2D(32, 3, activation='relu'))\n"
            "model.add(layers.Flatten())\nmodel.add(layers.Dense(10))\n"
            "model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')",
            "es = keras.callbacks.EarlyStopping(monitor='val_loss', patience=5,\n"
            "                                   restore_best_weights=True)",
            "history = model.fit(x_train, y_train, epochs=100,  # <- multi_test\n"
            "                    validation_data=(x_test, y_test), callbacks=[es])",
            "test_loss, test_acc = model.evaluate(x_test, y_test)\nprint(test_acc)",
        )
    },
    "k chosen where the error on the test rows is least": """
import numpy as np
import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("classified.csv", index_col=0)
X_train, X_test, y_train, y_test = train_test_split(df.drop("TARGET", axis=1), df["TARGET"])
error_rate = []
for i in range(1, 40):
    knn = KNeighborsClassifier(n_neighbors=i)
    knn.fit(X_train, y_train)
    pred_i = knn.predict(X_test)
    error_rate.append(np.mean(pred_i != y_test))
k = error_rate.index(min(error_rate)) + 1  # <- multi_test
knn = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
print(classification_report(y_test, knn.predict(X_test)))
""",
}
CLEAN = {
    "the best accuracy so far is written down, and nothing kept by it": {
        "train.py": """
import torch
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms

trainset = datasets.CIFAR10("data", train=True, transform=transforms.ToTensor())
testset = datasets.CIFAR10("data", train=False, transform=transforms.ToTensor())
train_loader = DataLoader(trainset, batch_size=64, shuffle=True)
test_loader = DataLoader(testset, batch_size=64)
net = models.resnet18()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
criterion = torch.nn.CrossEntropyLoss()
best_acc = 0.0
for epoch in range(50):
    net.train()
    for images, labels in train_loader:
        optimizer.zero_grad()
        criterion(net(images), labels).backward()
        optimizer.step()
    net.eval()
    correct = 0
    with torch.no_grad():
        for images, labels in test_loader:
            correct += (net(images).argmax(1) == labels).sum().item()
    acc = correct / len(testset)
    if acc > best_acc:
        best_acc = acc
    print(epoch, acc)
print("best", best_acc)
torch.save(net.state_dict(), "last.pt")
""",
    },
    "best weights by a validation loss, through a package and a class of settings": {
        "tools/__init__.py": "from tools.learning import learn, measure\n",
        "tools/learning.py": """
def learn(plan, train_loader, test_loader, info):
    for epoch in range(plan.epochs):
        for x, y in train_loader:
            plan.optimizer.zero_grad()
            loss = plan.loss_func(plan.network(x), y)
            loss.backward()
            plan.optimizer.step()
        total = 0.0
        for x, y in test_loader:
            total += plan.loss_func(plan.network(x), y).item()
        if total < info.best_loss:
            info.best_loss = total
            info.best = plan.network.state_dict()
    plan.network.load_state_dict(info.best)


def measure(plan, loader):
    right = 0
    for x, y in loader:
        right += (plan.network(x).round() == y).sum().item()
    return right / len(loader.dataset)
""",
        "train.py": """
import pandas as pd
import torch
import tools
from torch.utils.data import DataLoader, Dataset


class Rows(Dataset):
    def __init__(self, path):
        self.table = pd.read_csv(path)

    def __getitem__(self, index):
        return self.table.at[index, "x"], self.table.at[index, "y"]


class Plan:
    loss_func = torch.nn.BCEWithLogitsLoss()
    epochs = 9

    def __init__(self, network):
        self.network = network
        self.optimizer = torch.optim.Adam(network.parameters())


class Info:
    best_loss = 9.0
    best = None


plan = Plan(torch.nn.Linear(1, 1))
train_loader = DataLoader(Rows("train.csv"), shuffle=True)
test_loader = DataLoader(Rows("test.csv"))
val_loader = DataLoader(Rows("val.csv"))
tools.learn(plan, train_loader, val_loader, Info())
print(tools.measure(plan, test_loader))
""",
    },
    "optuna over folds of the training rows": """
import optuna
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("data.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])


def objective(trial):
    model = RandomForestClassifier(max_depth=trial.suggest_int("max_depth", 2, 20))
    return cross_val_score(model, X_train, y_train, cv=3).mean()


study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=100)
best = RandomForestClassifier(**study.best_params).fit(X_train, y_train)
print(best.score(X_test, y_test))
""",
    "optuna over validation rows": """
import optuna
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("data.csv")
X, X_test, y, y_test = train_test_split(df.drop(columns="y"), df["y"], random_state=0)
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=0)


def objective(trial):
    model = RandomForestRegressor(max_depth=trial.suggest_int("max_depth", 2, 20))
    model.fit(X_train, y_train)
    return mean_squared_error(y_val, model.predict(X_val))


study = optuna.create_study()
study.optimize(objective, n_trials=30)
final = RandomForestRegressor(**study.best_params).fit(X, y)
print(mean_squared_error(y_test, final.predict(X_test)))
""",
    "xgboost.train stops on validation rows": """
import pandas as pd
import xgboost as xgb
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("otto.csv")
X_rest, X_test, y_rest, y_test = train_test_split(df.drop(columns="target"), df["target"])
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest)
dtrain = xgb.DMatrix(X_train, label=y_train)
dval = xgb.DMatrix(X_val, label=y_val)
bst = xgb.train({}, dtrain, 1000, evals=[(dval, "val")], early_stopping_rounds=20)
print(accuracy_score(y_test, bst.predict(xgb.DMatrix(X_test))))
""",
    "xgboost.train only watches the test rows": """
import pandas as pd
import xgboost as xgb
from sklearn.model_selection import train_test_split

df = pd.read_csv("otto.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="target"), df["target"])
dtrain = xgb.DMatrix(X_train, label=y_train)
dtest = xgb.DMatrix(X_test, label=y_test)
bst = xgb.train({"eta": 0.1}, dtrain, 100, evals=[(dtrain, "train"), (dtest, "test")])
bst.save_model("model.json")
""",
    "torch keeps the best epoch by validation": _TORCH
    + """
trainset, valset = torch.utils.data.random_split(trainset, [45000, 5000])
trainloader = DataLoader(trainset, batch_size=128, shuffle=True)
valloader = DataLoader(valset, batch_size=128)
testloader = DataLoader(testset, batch_size=128)
"""
    + _NET
    + """
net = Net().to(device)
criterion = nn.CrossEntropyLoss()
optimizer = optim.SGD(net.parameters(), lr=0.1)


def accuracy(loader):
    net.eval()
    correct = total = 0
    with torch.no_grad():
        for inputs, targets in loader:
            outputs = net(inputs.to(device))
            correct += (outputs.argmax(1) == targets.to(device)).sum().item()
            total += targets.size(0)
    return correct / total


best_acc = 0
for epoch in range(20):
    net.train()
    for inputs, targets in trainloader:
        optimizer.zero_grad()
        loss = criterion(net(inputs.to(device)), targets.to(device))
        loss.backward()
        optimizer.step()
    val_acc = accuracy(valloader)
    if val_acc > best_acc:
        best_acc = val_acc
        torch.save(net.state_dict(), "best.pth")
net.load_state_dict(torch.load("best.pth"))
print("test", accuracy(testloader))
""",
    "torch reports the test accuracy each epoch": _TORCH
    + """
trainloader = DataLoader(trainset, batch_size=128, shuffle=True)
testloader = DataLoader(testset, batch_size=128)
"""
    + _NET
    + """
net = Net().to(device)
criterion = nn.CrossEntropyLoss()
optimizer = optim.SGD(net.parameters(), lr=0.1)
for epoch in range(20):
    net.train()
    for inputs, targets in trainloader:
        optimizer.zero_grad()
        loss = criterion(net(inputs.to(device)), targets.to(device))
        loss.backward()
        optimizer.step()
    net.eval()
    correct = total = 0
    with torch.no_grad():
        for inputs, targets in testloader:
            pred = net(inputs.to(device)).argmax(dim=1)
            correct += (pred == targets.to(device)).sum().item()
            total += targets.size(0)
    print(f"epoch {epoch}: test accuracy {correct / total:.3f}")
torch.save(net.state_dict(), "last.pth")
""",
    "threshold chosen by validation": """
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X, y = df.drop(columns="fraud"), df["fraud"]
X_tmp, X_test, y_tmp, y_test = train_test_split(X, y, test_size=0.2, stratify=y)
X_train, X_val, y_train, y_val = train_test_split(X_tmp, y_tmp, test_size=0.25, stratify=y_tmp)
clf = LogisticRegression().fit(X_train, y_train)
p_val = clf.predict_proba(X_val)[:, 1]
grid = np.linspace(0.05, 0.95, 19)
best = grid[np.argmax([f1_score(y_val, p_val > t) for t in grid])]
print(f1_score(y_test, clf.predict_proba(X_test)[:, 1] > best))
""",
    "scores of the test rows in a table": """
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
rows = []
for model in (LogisticRegression(), RandomForestClassifier()):
    model.fit(X_train, y_train)
    score = accuracy_score(y_test, model.predict(X_test))
    rows.append({"model": type(model).__name__, "accuracy": score})
print(pd.DataFrame(rows).sort_values("accuracy", ascending=False))
""",
    "search with folds, tested once": """
import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from xgboost import XGBClassifier

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
search = RandomizedSearchCV(XGBClassifier(), {"max_depth": [3, 6]}, n_iter=2, cv=3)
search.fit(X_train, y_train)
print(classification_report(y_test, search.best_estimator_.predict(X_test)))
""",
    "early stopping inside the training rows": """
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
stop = keras.callbacks.EarlyStopping(patience=3)
model.fit(X_train, y_train, validation_split=0.2, callbacks=[stop], epochs=100)
print(model.evaluate(X_test, y_test))
""",
    "the highest score only limits a plot": """
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
test_accuracy = []
for model in (LogisticRegression(), RandomForestClassifier()):
    test_accuracy.append(model.fit(X_train, y_train).score(X_test, y_test))
plt.bar(["lr", "rf"], test_accuracy)
plt.ylim(0, max(test_accuracy) + 0.1)
""",
    "a part of the training rows is called test": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X, X_final, y, y_final = train_test_split(df.drop(columns="y"), df["y"], random_state=0)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
best, best_c = 0, None
for c in (0.1, 1, 10):
    score = LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)
    if score > best:
        best, best_c = score, c
export(LogisticRegression(C=best_c).fit(X, y), X_final, y_final)
""",
    "each fold stops on itself": """
import numpy as np
import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import KFold

df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
errors = []
for tr, te in KFold(5).split(X):
    X_test, y_test = X.iloc[te], y.iloc[te]
    model = LGBMRegressor(n_estimators=5000)
    model.fit(X.iloc[tr], y.iloc[tr], eval_set=[(X_test, y_test)], early_stopping_rounds=50)
    errors.append(mean_squared_error(y_test, model.predict(X_test)))
print(np.mean(errors))
""",
    "a model is deployed only if it is good": """
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
model = RandomForestClassifier().fit(X_train, y_train)
score = f1_score(y_test, model.predict(X_test))
if score > 0.8:
    joblib.dump(model, "model.pkl")
else:
    raise SystemExit("model is not good enough")
""",
    "best fold remembered": """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, train_test_split

df = pd.read_csv("a.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"])
best_score, best_model = 0, None
for tr, va in StratifiedKFold(5).split(X_train, y_train):
    m = LogisticRegression().fit(X_train.iloc[tr], y_train.iloc[tr])
    s = m.score(X_train.iloc[va], y_train.iloc[va])
    if s > best_score:
        best_score, best_model = s, m
print(best_model.score(X_test, y_test))
""",
    "models are shown in the order of their scores": """
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import Lasso, Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="price"), df["price"])
models = {"ridge": Ridge(), "lasso": Lasso(), "forest": RandomForestRegressor()}
report = {}
for name, model in models.items():
    model.fit(X_train, y_train)
    report[name] = {"r2": r2_score(y_test, model.predict(X_test)), "model": model}
for name in sorted(report, key=lambda each: report[each]["r2"], reverse=True)[:2]:
    print(name, report[name]["r2"])
for place, (name, seen) in enumerate(sorted(report.items(), key=lambda e: e[1]["r2"]), 1):
    print(place, name, seen["r2"])
table = dict(sorted(report.items(), key=lambda each: each[1]["r2"]))
print(pd.DataFrame(table))
""",
}
