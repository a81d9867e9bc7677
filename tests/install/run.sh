#!/usr/bin/env bash
# run.sh BUILD SOURCE: installs BUILD, builds docs/example against it and aligns the sample with both.
set -euo pipefail
build=$1; source=$2
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/usr" >/dev/null
cmake -S "$source/docs/example" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/usr" -DCMAKE_BUILD_TYPE=Release >"$work/log" || { cat "$work/log"; exit 1; }
cmake --build "$work/build" >"$work/log" || { cat "$work/log"; exit 1; }
cd "$source/data/sample"
export SOURCE_DATE_EPOCH=1767225600
"$work/build/align_documents" "$work/pairs.tsv" fa.txt en.txt >"$work/dates"
"$work/usr/bin/taraz" align fa.txt en.txt -o "$work/expected.tsv"
diff "$work/expected.tsv" "$work/pairs.tsv"
[ "$(wc -l <"$work/pairs.tsv")" -gt 10 ]
[ "$(cut -f3 "$work/dates" | grep -c '^2024-03-20$')" = 2 ]
"$work/build/align_documents" "$work/three.jsonl" fa.txt ar.txt en.txt >/dev/null
"$work/usr/bin/taraz" align fa.txt ar.txt en.txt -o "$work/expected.jsonl"
diff "$work/expected.jsonl" "$work/three.jsonl"
for page in taraz taraz-align taraz-segment; do grep -q '^\.TH' "$work/usr/share/man/man1/$page.1"; done
bash -n "$work/usr/share/bash-completion/completions/taraz"
