/** NV004: the first sentence of a note in; whether it names sender and recipient in full out. */
import { isBody, literally } from '../find.ts'
import { fullForms } from '../full-forms.ts'
import { type Note, placeOfTemplate, placeOfWords, type Sentence } from '../note.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV004: RuleCheck = note => {
  const paragraph = note.paragraphs.find(each => isBody(each) && each.text.trim() !== '')
  const [sentence] = paragraph?.sentences ?? []
  if (!sentence || paragraph?.part !== 'opening') return [openingless(note)]
  return (['sender', 'recipient'] as const).flatMap(side => missing(note, sentence, side))
}

function openingless(note: Note): RuleFault {
  return {
    message: 'the note has no opening, so it names neither sender nor recipient',
    at: placeOfTemplate(note),
    hints: ['the template needs `{{> opening}}`']
  }
}

function missing(note: Note, { paragraph, text }: Sentence, side: 'sender' | 'recipient'): RuleFault[] {
  const forms = fullForms(note.dossier[side].name.forms)
  if (forms.some(each => literally(each, 'u').test(text))) return []
  const message = `the first sentence does not name the ${side} in full: \`${forms[0] ?? ''}\``
  return [{ message, at: placeOfWords(note, paragraph), hints: [`write \`{{name ${side} form="full"}}\``] }]
}
