/** Short forms: names and abbreviations that were not spelt out before (NV005, NV044). */
import { factOf, type Origin, recordOf } from '../../fact.ts'
import { faultsAt, find, firstOfEach, isOwn, isProse, literally, type Match } from '../find.ts'
import { fullForms, namesIn, shortForms } from '../names.ts'
import { type LeafRun, type Note, placeIn } from '../note.ts'
import type { RuleCheck } from './rule.ts'

export const NV005: RuleCheck = note => {
  const known = new Set<Origin>()
  return note.paragraphs.filter(isProse).flatMap(paragraph =>
    paragraph.runs.flatMap(run => {
      const name = nameOf(note, run)
      if (!name || known.has(name.origin)) return []
      if (isSaidBy(run, name.full)) known.add(name.origin)
      if (known.has(name.origin) || !isSaidBy(run, name.short)) return []
      known.add(name.origin)
      const message = `\`${run.leaf.text}\` comes before the full name, \`${name.full[0] ?? ''}\``
      const hints = ['leave `form` out: the reading order then settles which form a name takes']
      return [{ message, at: { ...placeIn(note, paragraph, run.start, run.end), span: run.leaf.at }, hints }]
    })
  )
}

function isSaidBy({ leaf }: LeafRun, forms: readonly string[]): boolean {
  return forms.some(each => literally(each, 'u').test(leaf.text))
}

interface Names {
  readonly origin: Origin
  /** Each in its cases. */
  readonly full: readonly string[]
  readonly short: readonly string[]
}

/** The forms of the name that a run prints. */
function nameOf({ dossier }: Note, { leaf }: LeafRun): Names | null {
  const [origin] = leaf.origins
  if (origin === undefined) return null
  const fact = factOf(origin)
  if (fact.field !== 'names') return null
  const { forms } = namesIn(dossier).find(each => each.subject === recordOf(fact)) ?? { forms: {} }
  const [full, short] = [fullForms(forms), shortForms(forms)]
  return full.length === 0 || short.length === 0 ? null : { origin, full, short }
}

/** Capitals, alone or with an ending of the language behind a hyphen ("FHN-in"). */
const CAPITALS = /(?<![\p{L}\d-])\p{Lu}{2,6}(?![\p{L}\d]|-(?!\p{Ll}))/gu

export const NV044: RuleCheck = note => {
  const firsts = firstOfEach(find(note, CAPITALS), each => each.text)
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
