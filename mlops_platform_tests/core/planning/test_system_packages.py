from mlops_platform.core.planning.system_packages import system_packages


def test_wheels_get_the_libraries_that_they_do_not_bring():
    assert system_packages(("lightgbm>=4", "opencv-python==4.9", "numpy")) == (
        "libgl1",
        "libglib2.0-0",
        "libgomp1",
    )
    assert system_packages(("opencv-python-headless", "pandas")) == ()
