// The data of the page of matched passages, as io/match_page.cc writes them.

/**
 * @typedef {{ document: number, begin: number, end: number }} Passage
 * @typedef {{ number: number, confidence: number, kind: string, event: number, ends: Passage[], shared: string[][] }} Link
 * @typedef {{ label: string, date: string, confidence: number, passages: Passage[] }} Event
 * @typedef {{ id: string, lang: string, rtl: boolean, segments: string[], paragraphs: number[] }} Doc
 * @typedef {{ documents: Doc[], links: Link[], events: Event[] }} MatchData
 */

/** @param {number[]} p @returns {Passage} */
const passage = (p) => ({ document: p[0], begin: p[1], end: p[2] });

/** @param {string} text @returns {MatchData} */
export function readMatchData(text) {
  const raw = JSON.parse(text);
  return {
    documents: raw.documents,
    links: raw.links.map((/** @type {any} */ l, /** @type {number} */ k) => ({
      number: k + 1, confidence: l.confidence, kind: l.kind, event: l.event, ends: [passage(l.first), passage(l.second)], shared: l.shared,
    })),
    events: raw.events.map((/** @type {any} */ e) => ({ ...e, passages: e.passages.map(passage) })),
  };
}

/** The last part of a path. @param {string} id */
export function nameOf(id) {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** "4" or "4-6". @param {Passage} p */
export function placeOf(p) {
  return p.end - p.begin === 1 ? String(p.begin) : `${p.begin}\u2013${p.end - 1}`;
}

/** @param {number} confidence */
export function strengthOf(confidence) {
  return confidence >= 0.7 ? "strong" : confidence >= 0.45 ? "middling" : "weak";
}

/** A letter, mark or digit: what a word is made of. @param {string} character */
const isInner = (character) => /[\p{L}\p{M}\p{Nd}]/u.test(character);

/**
 * The text in pieces, of which those that are one of `words`, and no part of a longer word, are marked; longer words
 * first, no overlaps.
 * @param {string} text @param {string[]} words @returns {{ text: string, marked: boolean }[]}
 */
export function markedPieces(text, words) {
  /** @type {[number, number][]} */
  const found = [];
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    if (word.length < 2) continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      const free = found.every(([b, e]) => end <= b || at >= e);
      if (free && !isInner(text.charAt(at - 1)) && !isInner(text.charAt(end))) found.push([at, end]);
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  /** @type {{ text: string, marked: boolean }[]} */
  const pieces = [];
  let done = 0;
  for (const [begin, end] of found) {
    if (begin > done) pieces.push({ text: text.slice(done, begin), marked: false });
    pieces.push({ text: text.slice(begin, end), marked: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}
