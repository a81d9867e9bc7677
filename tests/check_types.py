#!/usr/bin/env python3
"""Every type in a namespace of the project is defined in one file only: two of one name break the one-definition rule,
and the linker mixes them without a word. usage: check_types.py ROOT"""
import collections
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
places = collections.defaultdict(set)
for layer in ("text", "segment", "align", "corpus", "io", "cli"):
    for path in sorted((root / layer).rglob("*")):
        if path.suffix not in (".h", ".cc"):
            continue
        hidden, space = False, ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("namespace {"):
                hidden = True
            elif line.startswith("}  // namespace") and line.endswith("namespace"):
                hidden = False
            elif named := re.match(r"namespace ([\w:]+) \{", line):
                space = named[1]
            kind = re.match(r"(?:struct|class|enum class) (\w+)(?!\w|::)[^;]*\{", line)
            if kind and not hidden:
                places[space, kind[1]].add(str(path.relative_to(root)))
assert len(places) > 200, "the sources were not found"
twice = {name: files for name, files in places.items() if len(files) > 1}
for (space, name), files in sorted(twice.items()):
    print(f"{space}::{name} is defined in {' and '.join(sorted(files))}; rename one")
sys.exit(1 if twice else 0)
