/** Short forms: names and abbreviations that were not spelt out before (NV005, NV044). */
import { factOf, type Origin } from '../../fact.ts'
import { isFrom } from '../facts.ts'
import { faultAt, find, fullForms, isName, isProse, isQuoted, literally, type Match } from '../find.ts'
import { type LeafRun, type Note, placeIn } from '../note.ts'
import type { RuleCheck } from './rule.ts'

export const NV005: RuleCheck = note => {
  const known = new Set<Origin>()
  return note.paragraphs.filter(isProse).flatMap(paragraph =>
    paragraph.runs.flatMap(run => {
      const name = nameOf(note, run)
      if (!name || known.has(name.origin)) return []
      if (name.full.some(each => literally(each, 'u').test(run.leaf.text))) known.add(name.origin)
      if (known.has(name.origin) || !literally(name.short, 'u').test(run.leaf.text)) return []
      known.add(name.origin)
      const message = `\`${run.leaf.text}\` comes before the full name, \`${name.full[0] ?? ''}\``
      const hints = ['leave `form` out: the reading order then settles which form a name takes']
      return [{ message, at: { ...placeIn(note, paragraph, run.start, run.end), span: run.leaf.at }, hints }]
    })
  )
}

interface Names {
  readonly origin: Origin
  /** In each of its cases. */
  readonly full: readonly string[]
  readonly short: string
}

/** The forms of the name that a run prints. */
function nameOf({ records: { register }, document }: Note, { leaf }: LeafRun): Names | null {
  const [origin] = leaf.origins
  if (origin === undefined) return null
  const { section, id, field } = factOf(origin)
  if (field !== 'names' || id === null) return null
  const forms = (section === 'parties' ? register.parties[id] : register.facilities[id])?.names[document.language]
  const full = fullForms(forms ?? {})
  const { short } = forms ?? {}
  return full.length === 0 || short === undefined ? null : { origin, full, short }
}

export const NV044: RuleCheck = note => {
  const known = new Set<string>()
  const found = find(note, /(?<![\p{L}\d-])\p{Lu}{2,6}(?![\p{L}\d-])/gu, isProse).flatMap(each => {
    const isKnown = known.has(each.text)
    known.add(each.text)
    return isKnown || isExplained(each) || isExempt(each) ? [] : [each]
  })
  return found.map(each => faultAt(note, each, `\`${each.text}\` is an abbreviation that was not spelt out`))
}

/** In brackets behind words, or explained by brackets behind it. */
function isExplained({ paragraph: { text }, start, end }: Match): boolean {
  return (/\p{L}\s\($/u.test(text.slice(0, start)) && text[end] === ')') || /^\s\(\p{L}/u.test(text.slice(end))
}

/** Roman numbers, the datum of positions, quotations and designations. */
function isExempt(found: Match): boolean {
  const { text, run } = found
  const isDesignation = isFrom(run.leaf, ({ field }) => field === 'means.designation')
  return isQuoted(found) || isName(run.leaf) || isDesignation || /^[IVXLC]+$/.test(text) || text === 'WGS'
}
