/** The first sentence and the courtesies of a note: whom they name, and what request and profile ask for (NV004, NV006, NV009). */
import { isIn } from '../../fact.ts'
import { isFrom } from '../facts.ts'
import { faultAt, findIn, isBody, literally } from '../find.ts'
import { fullForms } from '../names.ts'
import { type Note, type NoteParagraph, placeIn, placeOfTemplate, placeOfWords, type Sentence } from '../note.ts'
import { sidesIn, wrongSide } from '../sides.ts'
import { names } from '../tellings.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV009: RuleCheck = note => [...openingFaults(note), ...openingNames(note), ...closingFaults(note)]

/** Compliments in all but none, the honour in full alone; it need not lead into a condemnation. */
function openingFaults(note: Note): RuleFault[] {
  const { courtesy, opening: said } = note.dossier
  const { compliments, honour } = note.words
  const wanted = [
    { pattern: compliments, due: courtesy !== 'none', what: 'compliments' },
    ...(said !== courtesy ? [] : [{ pattern: honour, due: courtesy === 'full', what: 'the honour' }])
  ]
  const opening = note.paragraphs.find(each => each.part === 'opening')
  if (!opening) return []
  return wanted.flatMap(({ pattern, due, what }) => {
    const [found] = findIn(opening, pattern)
    if ((found !== undefined) === due) return []
    const message = `the courtesy is \`${courtesy}\`, but the opening ${found ? 'says' : 'does not say'} ${what}`
    if (found) return [faultAt(note, found, message)]
    const isSaid = courtesy === 'full' && what === 'the honour' && findIn(opening, compliments).length === 0
    return isSaid ? [] : [{ message, at: placeOfWords(note, opening) }]
  })
}

/** The sender presents its compliments to the recipient. */
function openingNames(note: Note): RuleFault[] {
  const opening = note.paragraphs.find(each => each.part === 'opening')
  const [first, second] = opening ? sidesIn(note, opening, 0, opening.text.length) : []
  if (first?.side === 'recipient') return [wrongSide(first, 'sender', 'who speaks first in a note')]
  return second?.side === 'sender' ? [wrongSide(second, 'recipient', 'who is spoken to')] : []
}

function closingFaults(note: Note): RuleFault[] {
  const closing = note.paragraphs.filter(each => each.part === 'closing')
  if (!note.dossier.closing) {
    const [first] = closing
    const message = 'there is a closing courtesy, but the courtesy or the profile withholds it'
    return first ? [{ message, at: placeOfWords(note, first) }] : []
  }
  const message = `the courtesy is \`${note.dossier.courtesy}\`, but there is no closing courtesy`
  if (closing.length === 0) return [{ message, at: placeOfTemplate(note) }]
  return [...closing.slice(0, 1).flatMap(each => wrongNames(note, each)), ...more(note, closing)]
}

/** The sender renews, to the recipient, and to nobody else. */
function wrongNames(note: Note, closing: NoteParagraph): RuleFault[] {
  const { from, to } = note.records.request
  const parties = closing.runs.filter(run => isFrom(run.leaf, each => isIn(each, 'parties', 'names')))
  const wrong = parties.find(({ leaf }, index) => !names(leaf, 'parties', [from, to][index] ?? ''))
  if (!wrong && parties.length === 2) return []
  const message = `the closing does not go from \`${from}\` to \`${to}\`, as the opening does`
  const span = (wrong ?? closing.runs[0])?.leaf.at ?? null
  return [{ message, at: { span }, hints: ['`{{name sender}}` first, then `{{name recipient}}`'] }]
}

/** Sentences behind the closing one. */
function more(note: Note, closing: readonly NoteParagraph[]): RuleFault[] {
  const [, second] = closing.flatMap(each => each.sentences)
  if (!second) return []
  const at = placeIn(note, second.paragraph, second.start, second.end)
  return [{ message: 'there is text after the closing courtesy', at }]
}

export const NV004: RuleCheck = note => {
  const paragraph = note.paragraphs.find(each => isBody(each) && each.text.trim() !== '')
  const [sentence] = paragraph?.sentences ?? []
  if (!sentence || paragraph?.part !== 'opening') {
    const message = 'the note has no opening, so it names neither sender nor recipient'
    return [{ message, at: placeOfTemplate(note), hints: ['the template needs `{{> opening}}`'] }]
  }
  return (['sender', 'recipient'] as const).flatMap(side => unnamed(note, sentence, side))
}

function unnamed(note: Note, { paragraph, text }: Sentence, side: 'sender' | 'recipient'): RuleFault[] {
  const forms = fullForms(note.dossier[side].name.forms)
  if (forms.some(each => literally(each, 'u').test(text))) return []
  const message = `the first sentence does not name the ${side} in full: \`${forms[0] ?? ''}\``
  return [{ message, at: placeOfWords(note, paragraph), hints: [`write \`{{name ${side} form="full"}}\``] }]
}

/** In a language that has a dative. */
export const NV006: RuleCheck = note => {
  const { dat: dative } = note.dossier.recipient.name.forms
  if (dative === undefined) return []
  const plate = note.language.say.plate(dative)
  return [...withoutDative(note, 'opening', dative), ...withoutDative(note, 'addressee', plate)]
}

/** The part, if the note has it, where it does not hold the name in that form. */
function withoutDative(note: Note, part: 'opening' | 'addressee', dative: string): RuleFault[] {
  const paragraph = note.paragraphs.find(each => each.part === part)
  if (!paragraph || literally(dative, 'u').test(paragraph.text)) return []
  const message = `the ${part} does not name the recipient in the dative: \`${dative}\``
  const hints = ['write `{{name recipient form="full" case="dat"}}`']
  return [{ message, at: placeOfWords(note, paragraph), hints }]
}
