"""Every call goes by its true name, or by none."""

import pytest

from mlops_platform_tests.core.facts.reading_code import call_names

CASES = [
    ("an alias of a module", "import numpy as np\nnp.random.seed(1)", "numpy.random.seed"),
    ("a submodule", "import os.path\nos.path.join('a')", "os.path.join"),
    ("a renamed name", "from a.b import c as d\nd()", "a.b.c"),
    ("an assigned alias", "import x.y as p\nm = p.Scaler\nm()", "x.y.Scaler"),
    (
        "a method of an object",
        "from fastapi import FastAPI\napp = FastAPI()\napp.get('/')",
        "fastapi.FastAPI.get",
    ),
    ("a method of a fresh object", "from a import Tree\nTree().fit(x)", "a.Tree.fit"),
    ("a class method", "from t import Auto\nm = Auto.from_pretrained('x')\nm.run()", "t.Auto.run"),
    (
        "a deep attribute of a client",
        "from openai import OpenAI\nc = OpenAI()\nc.chat.make()",
        "openai.OpenAI.chat.make",
    ),
    (
        "fit gives the estimator back",
        "from sklearn.svm import SVC\nm = SVC().fit(x)\nm.predict(x)",
        "sklearn.svm.SVC.predict",
    ),
    ("a model moved to a device", "from a import Net\nm = Net().to(d)\nm.run()", "a.Net.run"),
    (
        "with … as",
        "import tensorflow as tf\nwith tf.GradientTape() as t:\n  t.gradient(x)",
        "tensorflow.GradientTape.gradient",
    ),
    ("an unpacked pair", "from a import B, C\nx, y = B(), C()\ny.go()", "a.C.go"),
    ("the walrus", "from a import B\nif (x := B()):\n  x.go()", "a.B.go"),
    ("an annotated parameter", "from a import B\ndef f(x: B):\n  x.go()", "a.B.go"),
    ("an annotated variable", "from a import B\nx: B = make()\nx.go()", "a.B.go"),
    ("partial", "from functools import partial\nimport a\nf = partial(a.g, 1)\nf()", "a.g"),
    (
        "a module imported by name",
        "import importlib\nm = importlib.import_module('a.b')\nm.go()",
        "a.b.go",
    ),
    (
        "a fallback import",
        "try:\n  import yaml as y\nexcept ImportError:\n  y = None\ny.load()",
        "yaml.load",
    ),
    ("None before the object", "from a import B\nx = None\nif c:\n  x = B()\nx.go()", "a.B.go"),
    (
        "the same in both ways",
        "from a import B\nif c:\n  x = B(1)\nelse:\n  x = B(2)\nx.go()",
        "a.B.go",
    ),
    (
        "a way that leaves",
        "from a import B, C\nx = B()\nif c:\n  x = C()\n  exit()\nx.go()",
        "a.B.go",
    ),
    ("names bound below the function", "def f():\n  x.go()\nfrom a import B\nx = B()", "a.B.go"),
    ("calling an object", "from a import Loss\nloss = Loss()\nloss(x)", "a.Loss.__call__"),
    ("a builtin", "print('x')", "print"),
    ("a method of a builtin", "dict.fromkeys(x)", "dict.fromkeys"),
    ("a function of the file", "def f(): ...\nf()", "f"),
    ("a nested function", "def f():\n  def g(): ...\n  g()", "f.g"),
    (
        "a class below self",
        (
            "from a import B\nclass C:\n  def __init__(self):\n    self.b = B()\n"
            "  def go(self):\n    self.b.fit()"
        ),
        "a.B.fit",
    ),
    (
        "an attribute set in a later method",
        (
            "from a import B\nclass C:\n  def go(self):\n"
            "    self.b.fit()\n  def set(self):\n    self.b = B()"
        ),
        "a.B.fit",
    ),
    (
        "an attribute that was made just before",
        (
            "from a import B\nclass C:\n  def f(self, given, new):\n    self.b = given\n"
            "    if new:\n      self.b = B()\n      self.b.fit()"
        ),
        "a.B.fit",
    ),
    ("an own method", "class C:\n  def a(self): ...\n  def b(self):\n    self.a()", "C.a"),
    (
        "a method of the only outside base",
        "import lightning as L\nclass M(L.LightningModule):\n  def step(self):\n    self.log('x')",
        "lightning.LightningModule.log",
    ),
    (
        "a method of an inherited own class",
        "class A:\n  def go(self): ...\nclass B(A): ...\nB().go()",
        "A.go",
    ),
    ("a relative import", "from .model import Net\nNet()", "pkg.model.Net"),
    ("a relative import of the package", "from . import model\nmodel.f()", "pkg.model.f"),
    ("a default value", "import a\ndef f(x=a.b()): ...", "a.b"),
    ("inside a comprehension", "import a\n[a.b(i) for i in x]", "a.b"),
    ("inside an f-string", "import a\nf'{a.b()}'", "a.b"),
    ("inside a lambda", "import a\nx = lambda y: a.b(y)", "a.b"),
    ("inside a match", "import a\nmatch x:\n  case [y]:\n    a.b()", "a.b"),
    ("inside a decorator", "import a\n@a.b('x')\ndef f(): ...", "a.b"),
    ("inside async code", "import a\nasync def f():\n  async with a.b() as c:\n    await c", "a.b"),
]

UNKNOWN_CASES = [
    ("a parameter", "def f(model):\n  model.fit()", ".fit"),
    ("the result of a function", "import a\nx = a.load()\nx.fit()", ".fit"),
    ("two classes by a condition", "from a import B, C\nx = B() if c else C()\nx.fit()", ".fit"),
    (
        "two classes by a branch",
        "from a import B, C\nif c:\n  x = B()\nelse:\n  x = C()\nx.fit()",
        ".fit",
    ),
    (
        "an object that may be replaced",
        "from a import B\nx = B()\nif c:\n  x = f()\nx.fit()",
        ".fit",
    ),
    ("a loop's variable", "from a import B\nx = B()\nfor x in y:\n  x.fit()", ".fit"),
    ("a comprehension's variable", "from a import B\nx = B()\n[x.fit() for x in y]", ".fit"),
    ("a lambda's parameter", "from a import B\nx = B()\ny = lambda x: x.fit()", ".fit"),
    ("a pattern's capture", "from a import B\nx = B()\nmatch y:\n  case [x]:\n    x.fit()", ".fit"),
    ("an element", "from a import B\nx = [B()]\nx[0].fit()", ".fit"),
    ("a star import", "from a import *\nmodels.Net().fit()", ".fit"),
    (
        "an attribute set to two classes",
        (
            "from a import B, D\nclass C:\n  def a(self):\n"
            "    self.x = B()\n  def b(self):\n    self.x = D()\n  def c(self):\n    self.x.fit()"
        ),
        ".fit",
    ),
    (
        "two outside bases",
        "import a, b\nclass C(a.X, b.Y):\n  def f(self):\n    self.fit()",
        ".fit",
    ),
    ("a shadowed module", "import a\ndef f(a):\n  a.fit()", ".fit"),
    ("text", "'x'.join(y)", ".join"),
]


@pytest.mark.parametrize(
    ("source", "name"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_call_is_named_by_its_origin(source: str, name: str) -> None:
    assert name in call_names(source, "pkg/train.py")


@pytest.mark.parametrize(
    ("source", "name"), [case[1:] for case in UNKNOWN_CASES], ids=[c[0] for c in UNKNOWN_CASES]
)
def test_a_call_of_unknown_origin_keeps_only_its_method(source: str, name: str) -> None:
    names = call_names(source)
    assert name in names
    assert not [n for n in names if n.endswith(name) and n != name]


def test_calling_a_parameter_has_no_name() -> None:
    assert call_names("def train(): ...\ndef f(train):\n  train()") == []
