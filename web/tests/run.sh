#!/usr/bin/env bash
# run.sh STEP TARAZ WORK: one step of the tests of the review page. WORK, in the build folder, holds node_modules.
set -euo pipefail
step=$1 taraz=$2 work=$3
web=$(cd "$(dirname "$0")/.." && pwd)
need() { command -v "$1" >/dev/null || { echo "$1 is missing, which only the tests of the review page need: apt-get install $2"; exit 1; }; }
need node nodejs
case $step in
  install)
    need npm npm
    mkdir -p "$work"
    if ! cmp -s "$web/package-lock.json" "$work/installed-lock.json"; then
      cp "$web/package.json" "$web/package-lock.json" "$work"
      cd "$work" && npm ci --no-audit --no-fund --loglevel=error || { echo "npm ci failed; is the npm registry within reach?"; exit 1; }
      cp package-lock.json installed-lock.json
    fi ;;
  types) exec "$work/node_modules/.bin/tsc" --project "$web/tsconfig.json" ;;
  lint) cd "$web" && exec "$work/node_modules/.bin/eslint" --max-warnings 0 . ;;
  units) cd "$web" && TARAZ=$taraz exec node --test tests/units.test.mjs tests/text.test.mjs ;;
  e2e)
    [ -n "${CHROMIUM:-}" ] || need chromium chromium
    cd "$web" && TARAZ=$taraz TARAZ_NODE_MODULES=$work/node_modules exec node --test tests/e2e.test.mjs ;;
  *) echo "no step $step"; exit 2 ;;
esac
