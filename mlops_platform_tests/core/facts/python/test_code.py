import ast

from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.learning import fits_of_anything, may_learn, training_calls


def code(source, cells=()):
    return Code("a.py", ast.parse(source), source.encode(), cells=cells)


def names(source):
    read = code(source)
    return [read.name(site.node.func) for site in read.layout.sites]


def test_a_call_is_named_by_the_imports_of_its_file():
    assert names("import numpy as np\nfrom a.b import c as d\nnp.x.y(1)\nd()\nz.f()\n") == [
        "numpy.x.y",
        "a.b.c",
        ".f",
    ]


def test_a_variable_may_be_made_in_several_ways():
    read = code("from a import B, C\nx = B()\nif y:\n    x = C()\nx.run()\nz = 1\nz.run()\n")
    made, other = [read.owners(site) for site in read.calls("run")]
    assert made == {"a.B", "a.C"}
    assert other == {""}


def test_a_site_knows_its_loop_function_and_class():
    read = code(
        "class A:\n    def f(self):\n        for x in y:\n            if x:\n                g(x)\n"
    )
    (site,) = read.calls("g")
    assert site.block.loop is not None
    assert site.block.function.owner.name == "f"
    assert site.block.class_name == "A"
    assert site.position == 0


def test_a_function_in_a_loop_does_not_run_in_it():
    (site,) = code("for x in y:\n    def f():\n        g()\n").calls("g")
    assert site.block.loop is None


def test_a_line_of_a_notebook_is_a_line_of_its_cell():
    read = code("a()\nb()\nc()\n", cells=((1, 2), (3, 5)))
    places = [read.at(site.node) for site in read.layout.sites]
    assert [(each.cell, each.line) for each in places] == [(2, 1), (2, 2), (5, 1)]
    assert read.shown(read.layout.sites[2].node) == "a.py, cell 5, line 1"


def test_a_word_must_stand_in_the_file_before_it_is_parsed():
    assert may_learn(b"import torch\nloss.backward()\n")
    assert not may_learn(b"import torch\n")
    assert not may_learn(b"tailor.fit(dress)\n")


def trained(source):
    return [site.node.lineno for site in training_calls(code(source))]


def test_models_are_trained_and_transformers_are_not():
    head = "from sklearn.svm import SVC\nfrom sklearn.preprocessing import StandardScaler\n"
    assert trained(head + "m = SVC()\nm.fit(X, y)\ns = StandardScaler()\ns.fit(X)\n") == [4]


def test_a_backward_of_ones_own_is_no_step():
    own = "import torch\nclass F:\n    def backward(self, g):\n        return self.x.backward(g)\n"
    assert trained(own) == []
    assert trained("import torch\nfor x in y:\n    loss.backward()\n    o.step()\n") == [3]


def test_gradients_that_change_nothing_are_no_training():
    source = "import torch\nfor x in y:\n    net(x)[0].backward()\n    show(seen)\n"
    assert trained(source) == []


def test_fit_without_a_library_of_learning_is_training_only_where_nothing_else_is():
    source = "def run(m, X, y):\n    m.fit(X, y)\n    m.fit(X)\n"
    assert trained(source) == []
    assert [site.node.lineno for site in fits_of_anything(code(source))] == [2]
