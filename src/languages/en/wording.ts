/** English: how the house's own texts must begin, and what a name needs. */
import type { Beginning, TextShape, Wording, WordingShape } from '../language.ts'

/** A proper name keeps its capital, and so does its article: "The Hague". */
const CAPITAL_ARTICLE: Beginning = {
  pattern: /^(?:The|An?) \p{Ll}/u,
  message: 'begins with a capital, but is inside a sentence',
  mend: text => `begin it: \`${begun(text)}\``
}

const PREPOSITION: Beginning = {
  pattern: /^(?:in|at|on|near|inside|within|outside) |^(?:In|At|On|Near|Inside|Within|Outside) (?:the|an?) /,
  message: 'is printed after "in", but begins with such a word itself',
  mend: () => 'leave the word out'
}

/** The first two words, without the capital. */
function begun(text: string): string {
  const [article = '', word = ''] = text.split(' ')
  return `${article.toLowerCase()} ${word} …`
}

/** A text that stands behind other words, so that an article in it has no capital. */
function inside(shape: WordingShape, wanted: string): TextShape {
  return { shape, wanted, beginnings: [CAPITAL_ARTICLE] }
}

/** A preposition, or a verb that needs none: "entered". */
const GOVERNS =
  /(?:^| )(?:of|in|into|on|onto|at|over|across|against|towards?|from|to|through|near|off|along|above|within|inside|with|by|for|\p{L}+ed)$|^\p{L}+$/u

export const wording: Wording = {
  called: ['full'],
  governs: GOVERNS,
  plurals: ['one', 'many'],
  units: { one: 1, many: 1 },
  shapes: {
    damage: inside('noun-phrase', 'a noun phrase: `the destruction of the gatehouse`'),
    // a sentence of its own, which gets its capital and its full stop
    circumstance: { shape: 'clause', wanted: 'a clause: `fragments were found`', beginnings: [] },
    event: inside('predicate', 'what happened: `fell on the grounds of`'),
    called: inside('noun-phrase', 'what follows "protests against": `the shelling of the Consulate General`'),
    place: {
      shape: 'noun-phrase',
      wanted: 'what follows "in": `the town of Sarem`',
      beginnings: [CAPITAL_ARTICLE, PREPOSITION]
    },
    clock: inside('name', 'what stands behind the time, in place of "local time": `Moscow time`'),
    designation: inside('name', 'a name or a type: `Kestrel`'),
    subject: inside('noun-phrase', 'what follows "concerning": `the events of May`'),
    scope: inside('noun-phrase', 'what follows "of": `its diplomatic missions`'),
    assurance: inside('clause', 'what follows "that": `they would be spared`'),
    said: inside('clause', 'what follows "that": `the matter would be examined`'),
    asked: inside('noun-phrase', 'what follows "asked for": `an official apology`'),
    when: inside('adverbial', 'when or how, without a date: `on several occasions`'),
    told: inside('predicate', 'what follows "was": `handed to the Ambassador in person`'),
    use: inside('noun-phrase', 'whoever it was: `the Deputy Minister for Foreign Affairs`'),
    thing: inside('noun-phrase', 'what follows "transmitted": `three copies of a map of its posts`'),
    'around-measure': inside('clause', 'words around the measure: `the missile fell`')
  }
}
