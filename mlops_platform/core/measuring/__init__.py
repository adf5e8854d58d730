"""What metric sources share: names of metrics, numbers, lines of a log, and files of a run."""
