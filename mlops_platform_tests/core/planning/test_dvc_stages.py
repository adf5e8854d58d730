from mlops_platform.core.planning.dvc_stages import dvc_stages, leading_to, sources_of
from mlops_platform_tests.core.plans import PLAIN, planning_facts

PIPELINE = """
stages:
  evaluate: {cmd: python e.py, deps: [model.pkl], metrics: [{m.json: {cache: false}}]}
  train: {cmd: "python train.py --n ${train.n} ${unknown}", deps: [data/clean], outs: [model.pkl]}
  clean: {cmd: python c.py, wdir: steps, deps: [../raw.csv], outs: [../data/clean]}
  apart: {cmd: python a.py, deps: [other.csv]}
"""


def stages(tmp_path, pipeline=PIPELINE):
    files = {**PLAIN, "dvc.yaml": pipeline, "params.yaml": "train: {n: 3}\n"}
    return dvc_stages("dvc.yaml", planning_facts(tmp_path, files))


def test_a_stage_comes_after_those_that_it_takes_from(tmp_path):
    names = [each.name for each in stages(tmp_path)]
    assert names.index("clean") < names.index("train") < names.index("evaluate")


def test_only_what_leads_to_a_stage_is_needed(tmp_path):
    found = stages(tmp_path)
    train = next(each for each in found if each.name == "train")
    needed = leading_to(train, found)
    assert [each.name for each in needed] == ["clean", "train"]
    assert sources_of(needed) == ("raw.csv",)


def test_parameters_are_filled_in_and_unknown_ones_stay(tmp_path):
    train = next(each for each in stages(tmp_path) if each.name == "train")
    assert train.commands[0].command == "python train.py --n 3 ${unknown}"


def test_a_circle_and_a_broken_file_end(tmp_path):
    circle = "stages:\n  a: {cmd: x, deps: [p], outs: [q]}\n  b: {cmd: y, deps: [q], outs: [p]}\n"
    assert len(stages(tmp_path, circle)) == 2
    assert stages(tmp_path, "stages: [") == ()
