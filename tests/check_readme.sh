#!/usr/bin/env bash
# check_readme.sh TARAZ SOURCE: every "$ taraz ..." in a ``` block of README.md prints what the block shows below it.
# Run in SOURCE. TARAZ_UPDATE=1 writes the real output into README.md.
set -euo pipefail
taraz=$(readlink -f "$1"); cd "$2"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"; ln -s "$taraz" "$work/bin/taraz"; export PATH="$work/bin:$PATH" LC_ALL=C.UTF-8
python3 - "$work/README.md" <<'PY'
import re, subprocess, sys
text = open("README.md", encoding="utf-8").read()
calls = 0
def run(block):
    global calls
    out = []
    for line in block.group(2).split("\n"):
        if line.startswith("$ "):
            calls += 1
            result = subprocess.run(["bash", "-c", line[2:]], capture_output=True, text=True)
            if result.returncode != 0: sys.exit(f"README.md: {line}\n{result.stderr}")
            out += [line] + result.stdout.rstrip("\n").split("\n")
    return block.group(1) + "\n".join(out) + "\n```"
open(sys.argv[1], "w", encoding="utf-8").write(re.sub(r"(```console\n)(.*?)\n```", run, text, flags=re.S))
if calls == 0: sys.exit("README.md has no example")
PY
if [ -n "${TARAZ_UPDATE:-}" ]; then cp "$work/README.md" README.md; fi
diff -u README.md "$work/README.md"
