/** NV015: the reference of a note in; whether it bears its number, or in a draft a blank, out. */
import { placeOfTemplate } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV015: Rule = {
  id: 'NV015',
  kind: 'any',
  title: 'an issue bears its number; a blank stands in a draft alone',
  reason: 'the register finds a note by its number, and none is ever invented',
  severity: 'error',
  on: 'document',
  decides: 'yes',
  stages: ['NV015'],
  judges: 'form',
  check: note => {
    const { number } = note.dossier
    const reference = note.paragraphs.find(each => each.part === 'reference')
    if (!reference) return [{ message: 'the note has no line with its number', at: placeOfTemplate(note) }]
    const isRight = number === null ? /_{4}/.test(reference.text) : reference.text.includes(number)
    if (isRight) return []
    const message = number === null ? 'there is no blank for the number' : `the number \`${number}\` is not on the note`
    return [{ message, at: { span: reference.runs.at(-1)?.leaf.at ?? null, hints: [] } }]
  }
}
