/** NV005: the names of a note in reading order in; those that stand in short before they stood in full out. */
import { factOf, type Origin } from '../../fact.ts'
import { isProse, literally } from '../find.ts'
import { fullForms } from '../full-forms.ts'
import { type Note, placeIn, type Run } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV005: Rule = {
  id: 'NV005',
  kind: 'any',
  title: 'a short form stands only after the full one',
  reason: 'short forms follow the first full mention',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'short forms in wording of the house or of the drafter, which no record names' },
  stages: [],
  judges: 'form',
  check: note => {
    const known = new Set<Origin>()
    return note.paragraphs.filter(isProse).flatMap(paragraph =>
      paragraph.runs.flatMap(run => {
        const name = nameOf(note, run)
        if (!name || known.has(name.origin)) return []
        if (name.full.some(each => literally(each, 'u').test(run.leaf.text))) known.add(name.origin)
        if (known.has(name.origin) || !literally(name.short, 'u').test(run.leaf.text)) return []
        known.add(name.origin)
        const message = `\`${run.leaf.text}\` stands before the full name, \`${name.full[0] ?? ''}\``
        const hints = ['leave `form` out: the reading order then settles which form a name takes']
        return [{ message, at: { ...placeIn(note, paragraph, run.start, run.end), span: run.leaf.at }, hints }]
      })
    )
  }
}

interface Names {
  readonly origin: Origin
  /** In each of its cases. */
  readonly full: readonly string[]
  readonly short: string
}

/** The forms of the name that a run prints. */
function nameOf({ records: { register }, document }: Note, { leaf }: Run): Names | null {
  const [origin] = leaf.origins
  if (origin === undefined) return null
  const { section, id, field } = factOf(origin)
  if (field !== 'names' || id === null) return null
  const forms = (section === 'parties' ? register.parties[id] : register.facilities[id])?.names[document.language]
  const full = fullForms(forms ?? {})
  const { short } = forms ?? {}
  return full.length === 0 || short === undefined ? null : { origin, full, short }
}
