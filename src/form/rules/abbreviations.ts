/** NV044: abbreviations in a note in; those that were not spelt out before out. */
import { isFrom } from '../facts.ts'
import { type Found, faultAt, find, isName, isProse, isQuoted } from '../find.ts'
import type { Rule } from './rule.ts'

export const NV044: Rule = {
  id: 'NV044',
  kind: 'any',
  title: 'abbreviations are spelt out where they first stand',
  reason: 'a note is read by people who do not know the house',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'abbreviations in small letters that no list has' },
  stages: [],
  judges: 'form',
  check: note => {
    const known = new Set<string>()
    const capitals = find(note, /(?<![\p{L}\d-])\p{Lu}{2,6}(?![\p{L}\d-])/gu, isProse).flatMap(each => {
      const isKnown = known.has(each.text)
      known.add(each.text)
      return isKnown || isExplained(each) || isExempt(each) ? [] : [each]
    })
    const shortenings = find(note, note.words.shortenings, isProse).filter(each => !isQuoted(each))
    return [...capitals, ...shortenings].map(each =>
      faultAt(note, each, `\`${each.text}\` is an abbreviation that was not spelt out`)
    )
  }
}

/** In brackets behind words, or explained by brackets behind it. */
function isExplained({ paragraph: { text }, start, end }: Found): boolean {
  return (/\p{L}\s\($/u.test(text.slice(0, start)) && text[end] === ')') || /^\s\(\p{L}/u.test(text.slice(end))
}

/** Roman numbers, the datum of positions, quotations and designations. */
function isExempt(found: Found): boolean {
  const { text, run } = found
  const isDesignation = isFrom(run.leaf, ({ field }) => field === 'means.designation')
  return isQuoted(found) || isName(run.leaf) || isDesignation || /^[IVXLC]+$/.test(text) || text === 'WGS'
}
