/** The letters of a note: endings of numbers, words of two scripts, letters that a dot tells apart, names in two spellings (NV024, NV054, NV055, NV056). */
import { once } from '../../once.ts'
import { faultAt, find, isName, isProse, isQuoted, type Match } from '../find.ts'
import { namesIn } from '../names.ts'
import type { Note } from '../note.ts'
import type { RuleCheck } from './rule.ts'

const WORD = /[\p{L}\p{M}]+/gu

/** Scripts whose letters look alike, and others that no word mixes; Japanese mixes its own. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u
]

const everywhere = () => true

const wordsOfNotes = new WeakMap<Note, readonly Match[]>()

/** The words of a note, of its letterhead and other lines too. */
function wordsOf(note: Note): readonly Match[] {
  return once(wordsOfNotes, note, () => find(note, WORD, everywhere))
}

export const NV054: RuleCheck = note =>
  wordsOf(note).flatMap(each => {
    const stray = strayIn(each.text)
    if (stray === null) return []
    const message = `\`${each.text}\` mixes letters of two scripts: \`${stray}\` is not of the script of the others`
    return [faultAt(note, each, message, ['type the word again in one script: the letters only look alike'])]
  })

/** The first letter of the script that a word has fewer letters of; null where it has one script. */
function strayIn(word: string): string | null {
  const letters = [...word]
  const used = SCRIPTS.map(script => letters.filter(each => script.test(each))).filter(each => each.length > 0)
  const [fewest, ...others] = used.sort((a, b) => a.length - b.length)
  return others.length === 0 ? null : (fewest?.[0] ?? null)
}

/** A word that differs from one of the names, or from one before it in the note, by a dot alone; slips have their row. */
export const NV055: RuleCheck = note => {
  const { slips, letters } = note.words
  // a language in which no dot tells letters apart
  if (letters.undotted('ı') === 'ı') return []
  const known = new Map<string, string>()
  for (const name of namesOf(note, SHORTEST)) known.set(letters.undotted(letters.small(name)), letters.small(name))
  const wrong = find(note, slips, everywhere)
  const long = wordsOf(note).filter(each => each.text.length >= SHORTEST)
  return long.flatMap(found => {
    const word = letters.small(found.text)
    const key = letters.undotted(word)
    const other = known.get(key)
    if (other === undefined) known.set(key, word)
    if (other === undefined || other === word || isQuoted(found) || wrong.some(each => isSame(each, found))) return []
    const message = `\`${found.text}\` differs from \`${other}\` by a dot alone`
    return [faultAt(note, found, message, ['İ and i have a dot, I and ı have none'])]
  })
}

function isSame(a: Match, b: Match): boolean {
  return a.paragraph === b.paragraph && a.start === b.start
}

/** Shorter words than this differ by a dot, or by a letter that is doubled, and are two words. */
const SHORTEST = 5
/** Shorter words than this differ by any letter and are two words. */
const LONG = 6

/** The words of the names in the note's records, without short ones. */
function namesOf({ dossier }: Note, shortest: number): string[] {
  const forms = namesIn(dossier).flatMap(each => Object.values(each.forms))
  return [...new Set(forms.flatMap(each => each.match(WORD) ?? []))].filter(each => each.length >= shortest)
}

const CAPITAL = /^\p{Lu}/u

export const NV056: RuleCheck = note => {
  const { small, bare } = note.words.letters
  const names = new Set(namesOf(note, SHORTEST).filter(each => CAPITAL.test(each)))
  const first = new Map<string, string>()
  const told = new Set<string>()
  for (const name of names) first.set(bare(small(name)), name)
  return wordsOf(note).flatMap(found => {
    const { text } = found
    // the package's own words are no names
    if (found.run.leaf.origins.length === 0) return []
    if (!isProse(found.paragraph) || !CAPITAL.test(text) || text.length < SHORTEST || told.has(text)) return []
    const key = bare(small(text))
    const other = first.get(key) ?? (isName(found.run.leaf) ? undefined : misspelt(text, names, note))
    if (other === undefined) first.set(key, text)
    if (other === undefined || small(other) === small(text)) return []
    told.add(text)
    return [faultAt(note, found, `\`${text}\` and \`${other}\` read as two spellings of one name`)]
  })
}

/** The endings of a word in its cases are no spellings of it. */
const ENDING = 2

/** The name from which a word differs by one letter, neither its first nor in its ending; by more than a dot. */
function misspelt(word: string, names: ReadonlySet<string>, { words: { letters } }: Note): string | undefined {
  const small = letters.small(word)
  const others = [...names].map(name => ({ name, other: letters.small(name) }))
  if (word.length < LONG || others.some(each => each.other === small)) return undefined
  const apart = others.filter(each => letters.undotted(each.other) !== letters.undotted(small))
  return apart.find(({ other }) => isNear(small, other))?.name
}

/** Two words, or what is left of them without their endings. */
function isNear(a: string, b: string): boolean {
  const stem = Math.min(a.length, b.length) - ENDING
  const alike = Math.abs(a.length - b.length) <= ENDING
  return alike && (differsWithin(a, b) || differsWithin(a.slice(0, stem), b.slice(0, stem)))
}

function differsWithin(a: string, b: string): boolean {
  const places = [...a].flatMap((letter, index) => (letter === b[index] ? [] : [index]))
  const [place = 0] = places
  return a.length === b.length && places.length === 1 && place > 0 && place < a.length - ENDING
}

export const NV024: RuleCheck = note => {
  const { pattern, right } = note.words.numberEndings
  return find(note, pattern, everywhere).flatMap(found => {
    const [match] = found.text.matchAll(pattern)
    const { number = '', ending = '' } = match?.groups ?? {}
    const wanted = right(Number(number), ending)
    if (wanted === ending || isQuoted(found)) return []
    const message = `\`${found.text}\` has the ending of another number`
    return [faultAt(note, found, message, [`write \`${found.text.slice(0, -ending.length)}${wanted}\``])]
  })
}
