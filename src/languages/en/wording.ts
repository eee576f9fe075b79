/** English: how the house's own texts must begin, and what a name needs. */
import type { Beginning, TextShape, Wording } from '../language.ts'

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
function inside(wanted: string): TextShape {
  return { wanted, beginnings: [CAPITAL_ARTICLE] }
}

export const wording: Wording = {
  called: ['full'],
  shapes: {
    damage: inside('a noun phrase: `the destruction of the gatehouse`'),
    // a sentence of its own, which gets its capital and its full stop
    circumstance: { wanted: 'a clause: `fragments were found`', beginnings: [] },
    event: inside('what happened: `fell on the grounds of`'),
    place: { wanted: 'what follows "in": `the town of Sarem`', beginnings: [CAPITAL_ARTICLE, PREPOSITION] },
    designation: inside('a name or a type: `Kestrel`'),
    subject: inside('what follows "concerning": `the events of May`'),
    scope: inside('what follows "of": `its diplomatic missions`'),
    assurance: inside('what follows "that": `they would be spared`'),
    'around-measure': inside('words around the measure: `the missile fell`')
  }
}
