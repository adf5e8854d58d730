from mlops_platform.core.metric_sources import coco_summaries
from mlops_platform_tests.core.drawn_runs import measured
from mlops_platform_tests.core.metric_sources.sources import stated

SUMMARY = (
    " Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.572\n"
    " Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets=100 ] = 0.701\n"
    " Average Precision  (AP) @[ IoU=0.50:0.95 | area= small | maxDets=100 ] = -1.000\n"
    " Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=  1 ] = 0.300\n"
)


def test_each_line_is_a_metric_and_what_was_not_measured_is_none():
    assert stated(coco_summaries, SUMMARY) == [
        ("average precision 0.50-0.95 all 100", 0.572),
        ("average precision 0.50 all 100", 0.701),
        ("average recall 0.50-0.95 all 1", 0.3),
    ]


def test_each_has_its_own_key_and_no_other_source_reads_them():
    assert sorted(measured(SUMMARY).values()) == [0.3, 0.572, 0.701]


def test_other_lines_state_nothing():
    assert stated(coco_summaries, "Average Precision (AP) @[ 0.5 ] = 0.9\nmail me @[ home ]") == []
