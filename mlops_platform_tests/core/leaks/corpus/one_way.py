"""Leaks that happen on some ways through a program only: by known arguments, or by nobody knows."""

DATASET = """
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from torch.utils.data import Dataset


class Prices(Dataset):
    def __init__(self, path, train=True, scaling="none", scaler=None):
        {check}
        rows = pd.read_csv(path)[["close"]]
        cut = int(len(rows) * 0.8)
        self.rows = (rows[:cut] if train else rows[cut:]).to_numpy()
        self.scaler = scaler
        {fit}

    def __len__(self):
        return len(self.rows) - 31

    def __getitem__(self, index):
        window = self.rows[index:index + 31, :]
        if self.scaler is not None:
            window = self.scaler.transform(window)
        return window
"""
LOOP = """
import torch
from data import Prices
from torch import nn
from torch.utils.data import DataLoader

{made}
model = nn.LSTM(1, 1)
loss_of = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters())
for window in DataLoader(train_set, batch_size=32):
    optimizer.zero_grad()
    loss = loss_of(model(window), window)
    loss.backward()
    optimizer.step()
model.eval()
with torch.no_grad():
    for window in DataLoader(test_set, batch_size=32):
        print(loss_of(model(window), window).item())
"""
MADE = """
train_set = Prices("a.csv", scaling="minmax")
test_set = Prices("a.csv", train=False, scaling="minmax", scaler=train_set.scaler)
"""


def networked(fit: str, made: str = MADE, check: str = "pass") -> dict[str, str]:
    """Return a project with its own dataset class."""
    return {
        "data.py": DATASET.format(fit=fit, check=check),
        "train.py": LOOP.format(made=made),
    }


def fitted(condition: str, *, is_leak: bool = False) -> str:
    """Return the statement that fits the scaler under a condition."""
    mark = "  # <- refitted_on_test" if is_leak else ""
    return f"if {condition}: self.scaler = MinMaxScaler().fit(self.rows){mark}"


PLAIN = """
import argparse
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

args = argparse.ArgumentParser().parse_args()


{body}

df = pd.read_csv("a.csv")
X, y = df.drop(columns="t"), df["t"]
{use}
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
"""


def plain(use: str, body: str = "") -> str:
    """Return a program of one file that does something to all rows before the split."""
    return PLAIN.format(use=use.strip(), body=body.strip())


LEAKY = {
    "the option is on for both parts": networked(
        fitted('scaling == "minmax"', is_leak=True),
    ),
    "a default is on": networked(
        fitted('train or scaling != "none"', is_leak=True),
    ),
    "a method in between": networked(
        fitted('scaling.lower() in ("minmax", "standard")', is_leak=True),
    ),
    "a flag of the module": plain(
        "X = scaled(X)",
        """
SCALE = True

def scaled(table, always=SCALE):
    if not always:
        return table
    return StandardScaler().fit_transform(table)  # <- preprocessing
""",
    ),
    "one way leaks, and so does the other": plain(
        """
scaler = StandardScaler()
if args.whole:
    X = scaler.fit_transform(X)  # <- preprocessing
else:
    X = StandardScaler().fit_transform(X)  # <- preprocessing
"""
    ),
    "the other way ends the program": plain(
        """
if args.scale:
    X = StandardScaler().fit_transform(X)  # <- preprocessing
else:
    raise SystemExit("--scale is wanted")
"""
    ),
    "a scaler that may not be there is there where it is used": plain(
        "X = scaled(X)",
        """
def scaled(table, scaler=None):
    if scaler is None:
        scaler = StandardScaler()
    return scaler.fit_transform(table)  # <- preprocessing
""",
    ),
    "one mistake that is shown, and one that is not": plain(
        "X = StandardScaler().fit_transform(X)  # <- preprocessing",
        """
def run_leaky(X, y):
    X = StandardScaler().fit_transform(X)
    X_train, X_test, y_train, y_test = train_test_split(X, y)
    return Ridge().fit(X_train, y_train).score(X_test, y_test)

rows = pd.read_csv("b.csv")
print(run_leaky(rows.drop(columns="t"), rows["t"]))
""",
    ),
    "a name in which leaking is no mistake": plain(
        "X = scaled_for_leaky_relu(X)",
        """
def scaled_for_leaky_relu(table):
    return StandardScaler().fit_transform(table)  # <- preprocessing
""",
    ),
    "a choice between two numbers": plain(
        """
DEGREE = 3
X = StandardScaler().fit_transform(X) if 1 < DEGREE <= 3 else X  # <- preprocessing
"""
    ),
}
CLEAN = {
    "the training part only": networked(fitted('train == True and scaling == "minmax"')),
    "the flag alone": networked(fitted("train")),
    "not without a scaler": networked(fitted("scaler is None")),
    "the flag after an unknown": networked(fitted("len(rows) > 100 and train")),
    "the scaler first": networked(fitted("not scaler")),
    "by the flag that is kept": networked(
        """self.train = train
        if self.train is not False:
            self.scaler = MinMaxScaler()
            self.scaler.fit(self.rows)"""
    ),
    "an early end": networked(
        """if not train:
            return
        self.scaler = MinMaxScaler()
        self.scaler.fit(self.rows)"""
    ),
    "a ternary": networked("self.scaler = MinMaxScaler().fit(self.rows) if train else scaler"),
    "by name of the part": networked(
        fitted('part.startswith("tr")'),
        """
train_set = Prices("a.csv", scaling="minmax")
test_set = Prices("a.csv", False, scaler=train_set.scaler)
""",
        check='part = "train" if train else "test"',
    ),
    "what is wrong is refused first": networked(
        fitted('train and scaling != "none"'),
        check='if train == True and scaling not in ("none", "minmax"): raise ValueError(scaling)',
    ),
    "nobody knows whether it is the training part": networked(
        fitted("train"),
        """
import sys
train_set = Prices("a.csv", "train" in sys.argv)
test_set = Prices("a.csv", "test" not in sys.argv, scaler=train_set.scaler)
""",
    ),
    "an option of the command line": plain(
        """
if args.scale:
    X = StandardScaler().fit_transform(X)
"""
    ),
    "an option, as a ternary": plain("X = StandardScaler().fit_transform(X) if args.scale else X"),
    "an option, and an early end": plain(
        "X = scaled(X)",
        """
def scaled(table):
    if not args.scale:
        return table
    return StandardScaler().fit_transform(table)
""",
    ),
    "a flag that another function turns": plain(
        "ask()\nX = scaled(X)",
        """
SCALE = True

def ask():
    global SCALE
    SCALE = args.scale

def scaled(table):
    if SCALE:
        table = StandardScaler().fit_transform(table)
    return table
""",
    ),
    "a mistake that is shown on purpose": plain(
        "",
        """
def run_leaky(X, y):
    X = StandardScaler().fit_transform(X)
    X_train, X_test, y_train, y_test = train_test_split(X, y)
    return Ridge().fit(X_train, y_train).score(X_test, y_test)

rows = pd.read_csv("b.csv")
print(run_leaky(rows.drop(columns="t"), rows["t"]))
""",
    ),
    "a flag that may have been turned": plain(
        """
kind = None
if args.scale:
    kind = "standard"
if kind == "standard":
    X = StandardScaler().fit_transform(X)
"""
    ),
}
