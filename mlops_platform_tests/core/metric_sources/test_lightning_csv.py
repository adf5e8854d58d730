from mlops_platform.core.metric_sources import lightning_csv
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.metric_sources.sources import measured, parameters, sentences

METRICS = "lightning_logs/version_0/metrics.csv"
TEXT = (
    "epoch,step,test_acc,train_loss_step,val_loss\n0,4,,0.7,\n0,9,,,0.69\n1,14,,0.6,\n2,20,0.51,,\n"
)


def test_sparse_rows_are_series_and_the_test_is_the_end(tmp_path):
    found = measured(lightning_csv, draw_files(tmp_path, {METRICS: TEXT}))
    assert [(one.name, one.split, one.step, one.value, one.is_final) for one in found] == [
        ("train_loss_step", "train", 4, 0.7, False),
        ("val_loss", "validation", 9, 0.69, False),
        ("train_loss_step", "train", 14, 0.6, False),
        ("test_acc", "test", 20, 0.51, True),
    ]


def test_hyperparameters_are_parameters(tmp_path):
    files = {"lightning_logs/version_0/hparams.yaml": "lr: 0.1\nlayers: [1, 2]\n"}
    assert parameters(lightning_csv, draw_files(tmp_path, files)) == [("lr", "0.1")]


def test_other_tables_are_left_alone(tmp_path):
    files = {"metrics.csv": TEXT, "lightning_logs/notes.csv": TEXT}
    assert measured(lightning_csv, draw_files(tmp_path, files)) == []


def test_what_is_no_table_is_said(tmp_path):
    text = 'step,loss\n1,"' + "x" * 200_000
    files = draw_files(tmp_path, {METRICS: text})
    assert sentences(lightning_csv, files) == [f"{METRICS}: not a table"]
