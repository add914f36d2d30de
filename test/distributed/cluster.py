# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A real Slurm cluster of several nodes on this machine: one slurmctld, one slurmd per node.

For tests only: nobody is authenticated, so everything is bound to 127.0.0.1. Needs root and Debian's
slurm-wlm.
"""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

CONFIGURATION = """\
ClusterName=lockorder
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={port}
AuthType=auth/none
AuthInfo=cred_expire=5
CredType=cred/none
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmUser=root
SlurmdUser=root
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool/%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_min_interval=100000,batch_sched_delay=0
SlurmdTimeout=10
ReturnToService=2
SlurmdParameters=config_overrides
MpiDefault=none
"""


def missing():
    """Why there can be no cluster here; None if there can."""
    if os.geteuid() != 0:
        return "slurmd needs root"
    for program in ("slurmctld", "slurmd", "sbatch"):
        if not shutil.which(program):
            return f"{program} is not installed (slurm-wlm)"
    return None


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def eventually(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > end:
            raise TimeoutError(f"not after {seconds} s: {what}")
        time.sleep(0.2)
    return value


class Cluster:
    def __init__(self, folder, nodes=4):
        self.folder = pathlib.Path(folder)
        self.nodes = [f"n{i}" for i in range(1, nodes + 1)]
        self.environment = {**os.environ, "SLURM_CONF": str(self.folder / "slurm.conf")}

    def __enter__(self):
        for each in ("state", "spool"):
            (self.folder / each).mkdir(parents=True)
        host = socket.gethostname().split(".")[0]
        port, *ports = free_ports(1 + len(self.nodes))
        lines = [f"NodeName={name} NodeHostname={host} NodeAddr=127.0.0.1 Port={port} CPUs=1 State=UNKNOWN"
                 for name, port in zip(self.nodes, ports)]
        lines.append(f"PartitionName=main Nodes={','.join(self.nodes)} Default=YES MaxTime=INFINITE State=UP\n")
        (self.folder / "slurm.conf").write_text(
            CONFIGURATION.format(host=host, port=port, folder=self.folder) + "\n".join(lines))
        self.run("slurmctld", "-c")
        for name in self.nodes:
            self.run("slurmd", "-c", "-N", name)
        eventually(lambda: self.run("sinfo", "-h", "-t", "idle", "-o", "%D").strip() == str(len(self.nodes)),
                   f"all nodes idle; see {self.folder}/*.log")
        return self

    def __exit__(self, *_):
        subprocess.run(["scancel", "-u", "root"], env=self.environment, capture_output=True)
        for name in ["slurmctld", *self.nodes]:
            self.lose(name)

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True,
                              timeout=60).stdout

    def running(self):
        """Array task -> node, of the tasks that run."""
        lines = self.run("squeue", "-h", "-t", "R", "-o", "%K %N").split("\n")
        return dict(line.split() for line in lines if line.strip())

    def lose(self, node):
        """As when its power fails: the daemon goes, its steps, and all that these have started."""
        parents = {}
        for entry in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(entry.parent.name)] = int(entry.read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue  # it has just ended
        doomed = {pid for pid in parents if self.writes_log(pid, node)}
        while more := {pid for pid, parent in parents.items() if parent in doomed} - doomed:
            doomed |= more
        for pid in doomed:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def writes_log(self, pid, node):
        """How to know slurmd and slurmstepd of one node from all others: no other name leads to it."""
        try:
            return any(os.readlink(fd) == str(self.folder / f"{node}.log")
                       for fd in pathlib.Path(f"/proc/{pid}/fd").iterdir())
        except OSError:
            return False
