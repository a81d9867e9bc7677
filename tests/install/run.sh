#!/usr/bin/env bash
# run.sh BUILD SOURCE: installs BUILD, builds the project of this folder against it and aligns the sample with both.
set -euo pipefail
build=$1; source=$2
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/usr" >/dev/null
cmake -S "$source/tests/install" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/usr" -DCMAKE_BUILD_TYPE=Release >"$work/log" || { cat "$work/log"; exit 1; }
cmake --build "$work/build" >"$work/log" || { cat "$work/log"; exit 1; }
"$work/build/consumer" "$source"/data/sample/{fa,en}.txt >"$work/pairs"
"$work/usr/bin/taraz" align "$source"/data/sample/{fa,en}.txt | tail -n +2 | awk -F'\t' -vOFS='\t' '{print $4, $1, $2}' >"$work/expected"
diff "$work/expected" "$work/pairs"
[ "$(wc -l <"$work/pairs")" -gt 10 ]
for page in taraz taraz-align taraz-segment; do grep -q '^\.TH' "$work/usr/share/man/man1/$page.1"; done
bash -n "$work/usr/share/bash-completion/completions/taraz"
