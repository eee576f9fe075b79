/** Short forms: names and abbreviations that were not spelt out before (NV005, NV044). */
import { factOf, type Origin } from '../../fact.ts'
import { faultsAt, find, firstOfEach, fullForms, isOwn, isProse, literally, type Match } from '../find.ts'
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
  const firsts = firstOfEach(find(note, /(?<![\p{L}\d-])\p{Lu}{2,6}(?![\p{L}\d-])/gu), each => each.text)
  const bare = firsts.filter(each => !isExplained(each) && !isExempt(each))
  return faultsAt(note, bare, 'is an abbreviation that was not spelt out')
}

/** In brackets behind words, or explained by brackets behind it. */
function isExplained({ paragraph: { text }, start, end }: Match): boolean {
  return (/\p{L}\s\($/u.test(text.slice(0, start)) && text[end] === ')') || /^\s\(\p{L}/u.test(text.slice(end))
}

/** Roman numbers, the datum of positions, quotations and designations. */
function isExempt(found: Match): boolean {
  return !isOwn(found) || /^(?:[IVXLC]+|WGS)$/.test(found.text)
}
