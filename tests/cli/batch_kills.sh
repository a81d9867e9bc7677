#!/usr/bin/env bash
# batch_kills.sh TARAZ KILLS [IN]: runs `taraz batch` on IN (or on documents made here) and kills it with SIGKILL after random
# times, KILLS times in all; a run that ends is begun anew in an empty folder. Every folder that ends must hold the
# bytes of a batch that nobody disturbed, joined file included, nothing lost, nothing doubled, and no temporary files;
# every other killed run has its state file cut at a random place, as after a power cut. Results that are whole must not be
# written again. Prints what it did.
set -euo pipefail
taraz=$(readlink -f "$1"); kills=$2; input=${3:-}
[ -z "$input" ] || input=$(readlink -f "$input")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
export LC_ALL=C.UTF-8
RANDOM=17
if [ -z "$input" ]; then
  input=$work/in; mkdir -p in
  for n in $(seq 1 40); do
    for k in $(seq 1 $((5 + n % 12))); do
      v=$((n * 131 + k * 17))
      echo "Report $n, part $k: the library bought $v books in $((1900 + v % 120)) for $((v * 3)) students." >> in/doc$n.en.txt
      [ $(((n + k) % 9)) = 0 ] || echo "گزارش $n، بخش $k: کتابخانه $v کتاب در سال $((1900 + v % 120)) برای $((v * 3)) دانشجو خرید." >> in/doc$n.fa.txt
    done
  done
  printf 'ab\0\0cd' > in/bad.fa.txt; echo 'Not bad.' > in/bad.en.txt
fi
batch() { "$taraz" batch "$input" -o "$1" --joined "$1/all.tsv" --threads $((1 + RANDOM % 2)) "${@:2}"; }
start=$(date +%s%N)
batch whole >/dev/null 2>&1 || [ $? = 1 ]
span=$((($(date +%s%N) - start) / 1000000)); [ $span -gt 60 ] || span=60
same() { diff -r --exclude=.taraz whole "$1" >&2 || { echo "killed batch differs" >&2; exit 1; }; }
done_kills=0; rounds=0; cuts=0; runs=0
while [ $done_kills -lt "$kills" ]; do
  out=out$rounds; rounds=$((rounds + 1)); rc=137
  while [ $rc = 137 ]; do
    runs=$((runs + 1))
    find $out -name '*.tsv' -not -path '*/.taraz/*' -not -name all.tsv -printf '%i %T@ %p\n' 2>/dev/null | sort > before || true
    "$taraz" batch "$input" -o $out --joined $out/all.tsv --threads $((1 + RANDOM % 2)) >/dev/null 2>&1 &
    pid=$!  # of the program itself, not of a shell around it
    if [ $done_kills -lt "$kills" ]; then
      # Most kills early: what was done before makes a run shorter.
      ms=$(((RANDOM * 32768 + RANDOM) % (span + 1) * (1 + RANDOM % 3) / 3))
      sleep "$((ms / 1000)).$(printf %03d $((ms % 1000)))"
      if kill -KILL $pid 2>/dev/null; then done_kills=$((done_kills + 1)); fi
    fi
    rc=0; wait $pid 2>/dev/null || rc=$?
    # Results that were there in whole are still the same files, except those of the last moment that had no seal yet.
    find $out -name '*.tsv' -not -path '*/.taraz/*' -not -name all.tsv -printf '%i %T@ %p\n' 2>/dev/null | sort > after || true
    rewritten=$(comm -23 before after | wc -l)
    if [ "$rewritten" -gt 64 ]; then echo "$rewritten results were written again" >&2; exit 1; fi
    if [ $rc = 137 ] && [ $((done_kills % 2)) = 0 ] && [ -s $out/.taraz/state.sqlite ]; then
      size=$(stat -c %s $out/.taraz/state.sqlite)
      truncate -s $(((RANDOM * 32768 + RANDOM) % size)) $out/.taraz/state.sqlite; cuts=$((cuts + 1))
    fi
  done
  [ $rc = 0 ] || [ $rc = 1 ] || { echo "exit status $rc" >&2; exit 1; }
  same $out
  [ -z "$(find $out/.taraz/tmp -type f)" ] || { echo "temporary files are left" >&2; exit 1; }
  batch $out > again 2>/dev/null || [ $? = 1 ]
  grep -q ': 0 aligned' again || { cat again >&2; echo "work was done that was done" >&2; exit 1; }
  rm -rf "$out"
done
echo "$done_kills kills in $runs runs, $rounds batches ended with the same bytes, $cuts state files cut off"
