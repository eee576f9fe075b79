/** Words whose place depends on the records or on where they stand: signatures, condemnation, territory, spellings (NV003, NV013, NV032, NV043). Words that no note may hold stand in `lexical.json`. */

import { isNamed } from '../facts.ts'
import { faultAt, faultsAt, find, findIn, firstOfEach, isOwn, isQuoted, type Match } from '../find.ts'
import { formsOfState } from '../names.ts'
import { incidentsOf, type Note, type NoteParagraph, placeOfTemplate } from '../note.ts'
import { isOfTemplate } from '../place.ts'
import { placeOfCall } from '../sources.ts'
import { ofProtest, type RuleCheck } from './rule.ts'

export const NV003: RuleCheck = note => {
  const signed = find(note, note.words.signature, each => each.part !== 'reference' && each.part !== 'title')
  const lines = note.paragraphs.filter(isLine).flatMap(each => findIn(each, /\S[\s\S]*/gu))
  const plates = note.paragraphs.filter(isFoot).flatMap(lettersOfTemplate)
  // the name of an institution may hold an office ("the Office of the Minister")
  const persons = find(note, note.words.personalName, isFoot).filter(each => !isNamed(each.run.leaf))
  const all = [...signed.filter(isSignature), ...lines, ...plates, ...persons]
  const hints = ['a note verbale is sealed or initialled, never signed: take it out']
  const firsts = firstOfEach(all, each => each.paragraph)
  return faultsAt(note, firsts, 'reads as a signature', hints)
}

/** A blank in the date is to be filled in; what somebody else said is quoted. */
function isSignature(found: Match): boolean {
  const isBlank = found.paragraph.part === 'dateline' && /^_+$/.test(found.text.trim())
  return !isBlank && !isQuoted(found)
}

/** A paragraph of the body that does not end as sentences do. */
function isLine({ part, type, text }: NoteParagraph): boolean {
  const isText = (part === null || part === 'opening' || part === 'closing') && type === 'paragraph'
  return isText && text.trim() !== '' && !/[.!?:;]["'”’»)]*\s*$/u.test(text)
}

function isFoot({ part }: NoteParagraph): boolean {
  return part === 'dateline' || part === 'addressee'
}

/** Words of the template where only values of records stand. */
function lettersOfTemplate(paragraph: NoteParagraph): Match[] {
  return findIn(paragraph, /\p{L}[\p{L}. ]*/gu).filter(each => isOfTemplate(each.run.leaf))
}

export const NV013 = ofProtest(note => {
  const found = find(note, note.words.condemnation).filter(isOwn)
  if (note.dossier.condemn) {
    const message = 'the request condemns, but no sentence of the note does'
    const at = placeOfCall(note, 'protest') ?? placeOfTemplate(note)
    return found.length > 0 ? [] : [{ message, at, hints: ['`{{#if condemn}}` guards the formula `condemnation`'] }]
  }
  return faultsAt(note, found, 'condemns, but the request does not', ['set `condemn: true`, or take the word out'])
})

export const NV032: RuleCheck = note => {
  if (incidentsOf(note).some(each => each.territory !== null)) return []
  const names = formsOfState(note.dossier.sender.state)
  return find(note, note.words.territory)
    .filter(each => !isQuoted(each) && names.some(name => isWhose(note, each, name)))
    .map(each => {
      const message = `premises abroad are called \`${each.text.trim()}\` the sender`
      return faultAt(note, each, message, ['say "grounds" or "premises"'])
    })
}

/** Whether a name stands where the language has that of an owner. */
function isWhose({ words }: Note, { paragraph: { text }, start, end }: Match, name: string): boolean {
  return words.headLast ? text.slice(0, start).trimEnd().endsWith(name) : text.slice(end).startsWith(name)
}

export const NV043: RuleCheck = note =>
  note.words.variants.flatMap(spellings => {
    const found = spellings.map(pattern => find(note, pattern))
    const [first, ...others] = found.filter(each => each.length > 0)
    const [kept] = first ?? []
    return others.flatMap(([each]) =>
      each && kept ? [faultAt(note, each, `\`${each.text}\` and \`${kept.text}\` are spellings of one name`)] : []
    )
  })
