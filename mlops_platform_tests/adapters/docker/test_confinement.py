from mlops_platform.adapters.docker.confinement import confinement
from mlops_platform.core.run_plan import Limits


def host(limits=None, **more):
    return confinement(limits or Limits(), **more)["HostConfig"]


def test_limits_become_those_of_the_engine_and_swap_is_none():
    made = host(Limits(memory_bytes=1 << 30, cpus=1.5, processes=99, file_bytes=7))
    assert (made["Memory"], made["MemorySwap"]) == (1 << 30, 1 << 30)
    assert (made["NanoCpus"], made["PidsLimit"]) == (1_500_000_000, 99)
    limits = {each["Name"]: (each["Soft"], each["Hard"]) for each in made["Ulimits"]}
    assert limits["core"] == (0, 0)
    assert limits["fsize"] == (7, 7)


def test_rights_are_taken_away_and_nothing_of_the_host_is_given():
    made = host()
    assert made["CapDrop"] == ["ALL"]
    assert made["SecurityOpt"] == ["no-new-privileges:true"]
    assert made["ReadonlyRootfs"] is True
    assert made["NetworkMode"] == "none"
    assert not {"Binds", "Privileged", "PidMode", "UsernsMode", "CapAdd"} & set(made)
    assert confinement(Limits())["User"] == "65534:65534"


def test_only_the_variables_that_were_named_are_given():
    given = confinement(Limits(), {"SEED": "1"})["Env"]
    assert given == ["HOME=/home/box", "TMPDIR=/tmp", "SEED=1"]


def test_a_runtime_and_graphics_cards_only_where_they_are_asked_for():
    assert not {"Runtime", "DeviceRequests"} & set(host())
    assert host(runtime="runsc")["Runtime"] == "runsc"
    assert host(Limits(gpus="all"))["DeviceRequests"][0]["Count"] == -1
    assert host(Limits(gpus="0,2"))["DeviceRequests"][0]["DeviceIDs"] == ["0", "2"]
