from pathlib import Path

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.metric_files import metric_files
from mlops_platform_tests.drawing import draw_checkout

WRITES = """
import json
json.dump({"auc": 1}, open("out/metrics.json", "w"))
frame.to_csv("cv_results.csv")
"""
LOOK_ALIKES = """
open("metrics.py")
open("result.png")
open("data/resultset.csv")
open("/home/ann/data/raw/sites/site_metrics_2024.parquet")
print("metrics")
parser.add_argument("--out", help="path to the folder containing all_results.json")
"""


def test_files_named_like_metrics_are_found(tmp_path: Path) -> None:
    reading = read_checkout(draw_checkout(tmp_path, {"evaluate.py": WRITES}))
    places = [(p.name, p.evidence.path, p.evidence.line) for p in metric_files(reading)]
    assert places == [("out/metrics.json", "evaluate.py", 3), ("cv_results.csv", "evaluate.py", 4)]


def test_a_name_may_hold_values(tmp_path: Path) -> None:
    code = """
with open(folder + f"/prediction_results_{name}.txt", "w") as file:
    file.write(f"MAE\\t{mae}")
frame.to_csv(f"scores{number}.csv")
"""
    reading = read_checkout(draw_checkout(tmp_path, {"train.py": code}))
    names = [each.name for each in metric_files(reading)]
    assert names == ["/prediction_results_{}.txt", "scores{}.csv"]


def test_look_alikes_and_tests_are_not(tmp_path: Path) -> None:
    files = {"evaluate.py": LOOK_ALIKES, "tests/test_evaluate.py": WRITES}
    assert metric_files(read_checkout(draw_checkout(tmp_path, files))) == ()


def test_code_that_is_named_for_metrics_writes_them_wherever_it_is_told_to(tmp_path: Path) -> None:
    code = """
import csv
import json

class Evaluator:
    def save_metrics_to_json(self, path):
        with open(path, "w") as file:
            json.dump(self.metrics, file)

class SaveHistories:
    def _save(self, path, lines):
        csv.writer(open(path, "w")).writerows(lines)
"""
    reading = read_checkout(draw_checkout(tmp_path, {"evaluate.py": code}))
    assert [each.name for each in metric_files(reading)] == ["json.dump", "csv.writer"]


def test_code_that_writes_something_else_is_not(tmp_path: Path) -> None:
    code = """
import json

def save_settings(path):
    json.dump(settings, open(path, "w"))

def show_metrics(metrics):
    print(json.dumps(metrics))
"""
    assert metric_files(read_checkout(draw_checkout(tmp_path, {"evaluate.py": code}))) == ()
