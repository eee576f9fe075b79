/** NV021: a translation in; where it could be taken for the original out. */
import { containersOf } from '../../document/walk.ts'
import { type Note, placeOfTemplate } from '../note.ts'
import { sourceOfFormula } from '../sources.ts'
import type { Fault, Rule } from './rule.ts'

export const NV021: Rule = {
  id: 'NV021',
  kind: 'any',
  title: 'a translation says that it is one, bears the number of its original, and no seal or initials',
  reason: 'the original alone is authentic',
  severity: 'warning',
  on: 'document',
  decides: 'yes',
  stages: [],
  judges: 'form',
  check: note => (note.dossier.original ? [] : [...label(note), ...number(note), ...rooms(note)])
}

function label(note: Note): Fault[] {
  const labels = note.document.labels.map(each => sourceOfFormula(note, each.at))
  if (labels.some(each => each?.group === 'labels' && each.key === 'translation')) return []
  const [first] = note.templates.labels.main.statements
  const span = first?.at ?? null
  return [{ message: 'nothing on the translation says that it is one', at: { span, hints: [] } }]
}

function number(note: Note): Fault[] {
  const reference = note.paragraphs.find(each => each.part === 'reference')
  const wanted = note.dossier.number
  if (!reference || wanted === null || reference.text.includes(wanted)) return []
  const span = reference.runs.at(-1)?.leaf.at ?? null
  return [
    { message: `the translation does not bear the number of its original, \`${wanted}\``, at: { span, hints: [] } }
  ]
}

function rooms(note: Note): Fault[] {
  return containersOf(note.document)
    .filter(each => each.part === 'seal' || each.part === 'initials')
    .map(each => ({
      message: `the translation has room for its ${each.part}`,
      at: { span: each.at ?? placeOfTemplate(note).span, hints: [] }
    }))
}
