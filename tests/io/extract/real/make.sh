#!/usr/bin/env bash
# make.sh: makes the documents of this folder from source/*.md. Needs pandoc, libreoffice-writer-nogui, chromium,
# gettext and translate-toolkit of Debian 12; README.md says which versions made the ones that are here.
set -euo pipefail
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1767225600 LC_ALL=C.UTF-8
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
office() { soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$1" --outdir "$work" "$2" >"$work/log" 2>&1; }
for l in en fa ar; do
  for f in docx odt epub html; do pandoc -s -f markdown-smart --metadata pagetitle="$l" -V mainfont="DejaVu Sans" "source/$l.md" -o "pandoc.$l.$f"; done
  pandoc -s -f markdown-smart -t markdown-smart "source/$l.md" -o "pandoc.$l.md"
  cp "pandoc.$l.docx" "$work/office.$l.docx"
  for f in odt pdf epub "html:HTML (StarWriter)"; do office "$f" "$work/office.$l.docx"; done
  [ $l != en ] || rm "$work/office.en.pdf"  # 53 KB of fonts; that of Chromium will do
  rm "$work/office.$l.docx"
  office docx "$work/office.$l.odt"
  for f in odt pdf epub html docx; do [ ! -e "$work/office.$l.$f" ] || mv "$work/office.$l.$f" .; done
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --disable-pdf-tagging --print-to-pdf="chromium.$l.pdf" "pandoc.$l.html" >"$work/log" 2>&1
done
msgcat source/messages.fa.po -o gettext.fa.po
po2xliff --progress=none gettext.fa.po toolkit.fa.xlf
po2tmx --progress=none -l fa gettext.fa.po toolkit.fa.tmx
po2csv --progress=none gettext.fa.po toolkit.fa.csv
ffmpeg -v error -y -i source/talk.fa.srt ffmpeg.fa.srt
ffmpeg -v error -y -i source/talk.fa.srt ffmpeg.fa.vtt
