#!/usr/bin/env bash
# parallel.sh TARAZ: the recipes of docs/cluster.md for GNU parallel: workers on tasks, and shards. Exit status 77 (skipped), with the
# reason, where it is not installed.
set -euo pipefail
taraz=$(readlink -f "$1")
command -v parallel >/dev/null || { echo "SKIPPED: GNU parallel is not installed (Debian's parallel)"; exit 77; }
parallel --version | grep -q 'GNU parallel' || { echo "SKIPPED: this parallel is not GNU parallel"; exit 77; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; mkdir bin in; ln -s "$taraz" bin/taraz; export PATH=$work/bin:$PATH LC_ALL=C.UTF-8 PARALLEL_HOME=$work
for n in $(seq 12); do
  for k in 1 2 3 4; do
    echo "The library bought $n$k books in 19$n$k." >> in/d$n.en.txt
    echo "کتابخانه در سال ۱۹$n$k تعداد $n$k کتاب خرید." >> in/d$n.fa.txt
  done
done
taraz batch in -o whole --joined whole/all.tmx >/dev/null
same() { diff -r --exclude=.taraz whole "$1" || { echo "$1 differs"; exit 1; }; }
taraz batch in -o learned --only-learn >/dev/null
taraz batch in --tasks | parallel --will-cite --pipe -N 5 taraz worker --lexicon learned/.taraz/lexicon > results.jsonl
taraz merge results.jsonl -o by-workers --joined by-workers/all.tmx; same by-workers
seq 4 | parallel --will-cite taraz batch in -o part{} --shard {}/4 --lexicon learned/.taraz/lexicon --threads 1
taraz merge part1 part2 part3 part4 -o by-shards --joined by-shards/all.tmx; same by-shards
# A worker that dies: parallel starts its tasks again.
cat > bin/sick <<'SH'
#!/bin/sh
if mkdir "$PWD/died" 2>/dev/null; then head -c 100 >/dev/null; kill -KILL $$; fi
exec taraz worker --lexicon learned/.taraz/lexicon
SH
chmod +x bin/sick
taraz batch in --tasks | parallel --will-cite --pipe -N 3 --retries 3 sick > again.jsonl
taraz merge again.jsonl -o after-death --joined after-death/all.tmx; same after-death
echo "workers, shards and a killed worker under GNU parallel gave the same bytes"
