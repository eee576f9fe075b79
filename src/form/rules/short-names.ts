/** NV005: the names of a note in reading order in; those that stand in short before they stood in full out. */
import { isProse, literally } from '../find.ts'
import { fullForms } from '../full-forms.ts'
import { type Note, placeIn, type Run } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV005: Rule = {
  id: 'NV005',
  kind: 'any',
  title: 'a short form stands only after the full one',
  reason: 'short forms follow the first full mention (practice 1.1, element 11)',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'short forms in wording of the house or of the drafter, which no record names' },
  stages: [],
  judges: 'form',
  check: note => {
    const known = new Set<string>()
    return note.paragraphs.filter(isProse).flatMap(paragraph =>
      paragraph.runs.flatMap(run => {
        const name = nameOf(note, run)
        if (!name || known.has(name.pointer)) return []
        if (name.full.some(each => literally(each, 'u').test(run.leaf.text))) known.add(name.pointer)
        if (known.has(name.pointer) || !literally(name.short, 'u').test(run.leaf.text)) return []
        known.add(name.pointer)
        const message = `\`${run.leaf.text}\` stands before the full name, \`${name.full[0] ?? ''}\``
        const hints = ['leave `form` out: the reading order then settles which form a name takes']
        return [{ message, at: { ...placeIn(note, paragraph, run.start, run.end), span: run.leaf.at }, hints }]
      })
    )
  }
}

interface Names {
  readonly pointer: string
  /** In each of its cases. */
  readonly full: readonly string[]
  readonly short: string
}

/** The forms of the name that a run prints. */
function nameOf({ records: { register }, document }: Note, { leaf }: Run): Names | null {
  const [origin] = leaf.origins
  const match = /^\/(parties|facilities)\/([^/]+)\/names\//.exec(origin?.pointer ?? '')
  if (!match) return null
  const [, kind, id = ''] = match
  const forms = (kind === 'parties' ? register.parties[id] : register.facilities[id])?.names[document.language]
  const full = fullForms(forms ?? {})
  const { short } = forms ?? {}
  return full.length === 0 || short === undefined ? null : { pointer: origin?.pointer ?? '', full, short }
}
