/** NV003: what stands in a note besides sentences in; signatures and names of persons out. */
import { isNamed } from '../facts.ts'
import { faultAt, find, findIn, firstOfEach, isQuoted, type Match } from '../find.ts'
import type { NoteParagraph } from '../note.ts'
import { isOfTemplate } from '../place.ts'
import type { RuleCheck } from './rule.ts'

const HINT = 'a note verbale is sealed or initialled, never signed: take it out'

export const NV003: RuleCheck = note => {
  const signed = find(note, note.words.signature, each => each.part !== 'reference' && each.part !== 'title')
  const lines = note.paragraphs.filter(isLine).flatMap(whole)
  const plates = note.paragraphs.filter(isFoot).flatMap(lettersOfTemplate)
  const persons = find(note, note.words.personalName, isFoot).filter(each => !isParty(each))
  return firstOfEach([...signed.filter(isSignature), ...lines, ...plates, ...persons], each => each.paragraph).map(
    each => faultAt(note, each, `\`${each.text.trim()}\` reads as a signature`, [HINT])
  )
}

/** A blank in the date is to be filled in; what somebody else said is quoted. */
function isSignature(found: Match): boolean {
  const isBlank = found.paragraph.part === 'dateline' && /^_+$/.test(found.text.trim())
  return !isBlank && !isQuoted(found)
}

/** The name of an institution may hold an office ("the Office of the Minister"). */
function isParty({ run }: Match): boolean {
  return isNamed(run.leaf)
}

/** A paragraph of the body that does not end as sentences do. */
function isLine({ part, type, text }: NoteParagraph): boolean {
  const isText = (part === null || part === 'opening' || part === 'closing') && type === 'paragraph'
  return isText && text.trim() !== '' && !/[.!?:;]["'”’»)]*\s*$/u.test(text)
}

function isFoot({ part }: NoteParagraph): boolean {
  return part === 'dateline' || part === 'addressee'
}

function whole(paragraph: NoteParagraph): Match[] {
  return findIn(paragraph, /\S[\s\S]*/gu)
}

/** Words of the template where only values of records stand. */
function lettersOfTemplate(paragraph: NoteParagraph): Match[] {
  return findIn(paragraph, /\p{L}[\p{L}. ]*/gu).filter(each => isOfTemplate(each.run.leaf))
}
