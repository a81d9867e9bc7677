#!/usr/bin/env bash
# run_case.sh TARAZ CASE: runs CASE/cmd (a shell line) in a copy of CASE with TARAZ on the PATH as `taraz`, and
# compares standard output, standard error and exit status with CASE/{stdout,stderr,code} (missing: empty, empty, 0).
# A file CASE/expected/NAME is compared with NAME afterwards. $data is the project's data/.
# TARAZ_UPDATE=1 writes what came out into CASE instead: read the diff before you commit it.
set -u
taraz=$(readlink -f "$1"); case=$(readlink -f "$2")
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/run"; ln -s "$taraz" "$work/bin/taraz"
cp -r "$case/." "$work/run/"; cd "$work/run" || exit 1
rm -rf stdout stderr code cmd expected
export PATH="$work/bin:$PATH" LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1767225600 COLUMNS=100
data=$(readlink -f "$case/../../../../data"); export data
bash "$case/cmd" >"$work/stdout" 2>"$work/stderr" </dev/null; echo $? >"$work/code"
sed -i "s#$work/run/##g; s#$work#WORK#g" "$work/stderr"
if [ -n "${TARAZ_UPDATE:-}" ]; then
  for f in stdout stderr; do if [ -s "$work/$f" ]; then cp "$work/$f" "$case/$f"; else rm -f "$case/$f"; fi; done
  if [ "$(cat "$work/code")" != 0 ]; then cp "$work/code" "$case/code"; else rm -f "$case/code"; fi
  if [ -d "$case/expected" ]; then for f in "$case"/expected/*; do cp "$work/run/$(basename "$f")" "$f"; done; fi
  exit 0
fi
rc=0
compare() { if ! diff -u --label "expected $3" --label "got $3" "$1" "$2"; then rc=1; fi; }
for f in stdout stderr; do [ -f "$case/$f" ] && want="$case/$f" || want=/dev/null; compare "$want" "$work/$f" $f; done
if [ -f "$case/code" ]; then compare "$case/code" "$work/code" "exit status"; else compare <(echo 0) "$work/code" "exit status"; fi
if [ -d "$case/expected" ]; then for f in "$case"/expected/*; do compare "$f" "$work/run/$(basename "$f")" "$(basename "$f")"; done; fi
exit $rc
