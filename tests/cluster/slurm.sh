#!/usr/bin/env bash
# slurm.sh TARAZ: the Slurm recipe of docs/cluster.md on a cluster of one node that is started here, with a munge of its own and
# ports of its own, and ended afterwards. Exit status 77 (skipped), with the reason, where Slurm is not installed or
# cannot start: it needs root, or a machine that lets it.
set -uo pipefail
taraz=$(readlink -f "$1")
skip() { echo "SKIPPED: $*"; exit 77; }
for tool in munged slurmctld slurmd sbatch squeue; do
  command -v $tool >/dev/null || PATH=$PATH:/usr/sbin command -v $tool >/dev/null || skip "$tool is not installed (Debian's slurm-wlm)"
done
export PATH=$PATH:/usr/sbin LC_ALL=C.UTF-8
[ "$(id -u)" = 0 ] || skip "slurmd needs root"
work=$(mktemp -d /tmp/taraz-slurm.XXXXXX); chmod 755 "$work"; cd "$work"
pids=()
cleanup() { for p in "${pids[@]}"; do kill "$p" 2>/dev/null; done; for p in "${pids[@]}"; do wait "$p" 2>/dev/null; done; cd /; rm -rf "$work"; }
trap cleanup EXIT
mkdir -m 700 munge; mkdir bin spool state; ln -s "$taraz" bin/taraz
dd if=/dev/urandom of=munge/key bs=1 count=1024 2>/dev/null; chmod 400 munge/key
munged --foreground --force --socket="$work/munge.socket" --key-file=munge/key --pid-file="$work/munge/pid" --log-file="$work/munge/log" \
  --seed-file="$work/munge/seed" >munge/out 2>&1 & pids+=($!)
for _ in $(seq 50); do [ -S munge.socket ] && break; sleep 0.1; done
[ -S munge.socket ] || skip "munged does not start: $(tail -1 munge/log munge/out 2>/dev/null | tr '\n' ' ')"
host=$(hostname -s); port=$((20000 + $$ % 20000)); cpus=$(nproc)
cat > slurm.conf <<CONF
ClusterName=taraz
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0
SlurmdParameters=config_overrides
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cpus State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm.conf
slurmctld -D -f slurm.conf >slurmctld.out 2>&1 & pids+=($!)
slurmd -D -f slurm.conf -N "$host" >slurmd.out 2>&1 & pids+=($!)
for _ in $(seq 100); do sinfo -h -o %T 2>/dev/null | grep -qE 'idle|mixed' && break; sleep 0.2; done
sinfo -h -o %T 2>/dev/null | grep -qE 'idle|mixed' ||
  skip "no node of Slurm is ready: $(tail -qn 2 slurmctld.log slurmctld.out slurmd.log slurmd.out 2>/dev/null | tr '\n' ' ')"

export PATH=$work/bin:$PATH
mkdir in
for n in $(seq 12); do
  for k in 1 2 3 4; do
    echo "The library bought $n$k books in 19$n$k." >> in/d$n.en.txt
    echo "کتابخانه در سال ۱۹$n$k تعداد $n$k کتاب خرید." >> in/d$n.fa.txt
  done
done
# As docs/cluster.md has it: learn once, an array of shards, merge.
cat > shard.sh <<'JOB'
#!/bin/sh
exec taraz batch in -o "part$SLURM_ARRAY_TASK_ID" --shard "$SLURM_ARRAY_TASK_ID/4" --lexicon learned/.taraz/lexicon --threads 1
JOB
taraz batch in -o learned --only-learn >/dev/null || exit 1
sbatch --wait --array=1-4 --chdir="$work" --output="$work/shard.%a.log" shard.sh || { cat shard.*.log slurmctld.log slurmd.log; exit 1; }
cat shard.*.log
taraz merge part1 part2 part3 part4 -o merged --joined merged/all.tmx || exit 1
taraz batch in -o whole --joined whole/all.tmx >/dev/null || exit 1
diff -r --exclude=.taraz whole merged || { echo "the shards of Slurm give other bytes"; exit 1; }
echo "an array of 4 jobs under Slurm gave the same bytes"
