#!/usr/bin/env bash
# learn_name_costs.sh LEARN NAMES: writes data/anchors/names/costs_*.tsv from the odd rows of the lists in NAMES
# (geonames_places.tsv, cldr_names.tsv, persons_ar_en.tsv, wikipedia_names_ar_en.tsv) with the program LEARN
# (build/bench/tools/learn_name_costs). The even rows stay unseen, to judge by.
set -eu
learn=$1; names=$2; root=$(cd "$(dirname "$0")/.." && pwd); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
export SHARPEN=${SHARPEN:-0}
cut_odd() { awk -F'\t' -v l="$2" -v r="$3" 'NR%2==1 && $l!="" && $r!="" {print $l "\t" $r}' "$1"; }
odd_places() { awk -F'\t' -v l="$2" -v r="$3" \
  'NR%2==1 && ($1=="city"||$1=="territory"||$1=="subdivision") && $l!="" && $r!="" {print $l "\t" $r}' "$1"; }
geo=$names/geonames_places.tsv cldr=$names/cldr_names.tsv
cut_odd "$geo" 2 3 | tail -n +2 >"$work/en_fa"; odd_places "$cldr" 3 4 >>"$work/en_fa"
cut_odd "$geo" 2 4 | tail -n +2 >"$work/en_ar"; odd_places "$cldr" 3 5 >>"$work/en_ar"
cut_odd "$names/persons_ar_en.tsv" 2 1 >>"$work/en_ar"; cut_odd "$names/wikipedia_names_ar_en.tsv" 2 1 >>"$work/en_ar"
cut_odd "$names/persons_ar_en.tsv" 2 1 >"$work/persons"  # lends Persian the letters that places lack, at a share of 0.3
cut_odd "$geo" 3 4 | tail -n +2 >"$work/fa_ar"; odd_places "$cldr" 4 5 >>"$work/fa_ar"
for pair in en_fa:latin:persian en_ar:latin:arabic fa_ar:persian:arabic; do
  IFS=: read -r name left right <<<"$pair"
  out=$root/data/anchors/names/costs_$name.tsv
  {
    echo "# What letters stand for each other in names: left, right, weight in nats (ln p - ln chance). 0: nothing; _: border"
    echo "# of a word; +: article. Learned by tools/learn_name_costs.sh from the odd rows of GeoNames (CC BY 4.0), CLDR"
    echo "# (Unicode licence), Wikidata persons (CC0), Wikipedia names (Apache-2.0); only these counts are kept. CC BY 4.0."
    if [ "$name" = en_fa ]; then
      "$learn" "$left" "$right" "$work/$name" "0.3@$work/persons"
    else
      "$learn" "$left" "$right" "$work/$name"
    fi
  } >"$out.new"
  mv "$out.new" "$out"
done
cut -f1 "$work/en_fa" "$work/en_ar" | sort -u >"$work/latin"
cut -f1 "$work/fa_ar" >"$work/persian"; cut -f2 "$work/en_fa" >>"$work/persian"; sort -u -o "$work/persian" "$work/persian"
cut -f2 "$work/en_ar" "$work/fa_ar" | sort -u >"$work/arabic"
for script in latin persian arabic; do
  out=$root/data/anchors/names/letters_$script.tsv
  {
    echo "# How much oftener than by chance a letter follows another in names: letter, letter, half of ln p(b|a)/p(b). Pairs"
    echo "# within 0.05 of 0 are left out. Learned by tools/learn_name_costs.sh from the odd rows of GeoNames (CC BY 4.0),"
    echo "# CLDR (Unicode licence), Wikidata persons (CC0), Wikipedia names (Apache-2.0); only these figures are kept. CC BY 4.0."
    "$learn" letters "$script" "$work/$script"
  } >"$out.new"
  mv "$out.new" "$out"
done
