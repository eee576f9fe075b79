/** A loaded register → the house's own texts that begin or end as what stands around them in a sentence does not let them. */

import { type Diagnostic, error } from '../../diagnostic.ts'
import { factOf, originOf } from '../../fact.ts'
import { type Loaded, placeOf } from '../../value.ts'
import { type Part, partsAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** A text that is printed inside a sentence, and what is wanted of it. */
interface Place {
  /** See `partsAt`. */
  readonly at: string
  readonly wanted: string
  /** Printed behind other words, so that an article in it has no capital. */
  readonly inside: boolean
  /** Printed behind "in". */
  readonly behindIn?: true
}

const noun = 'a noun phrase: `the destruction of the gatehouse`'
const places: readonly Place[] = [
  { at: '/incidents/*/damage/*/what', wanted: noun, inside: true },
  // a sentence of its own, which gets its capital and its full stop
  { at: '/incidents/*/circumstances/*/what', wanted: 'a clause: `fragments were found`', inside: false },
  { at: '/incidents/*/event', wanted: 'what happened: `fell on the grounds of`', inside: true },
  { at: '/incidents/*/place', wanted: 'what follows "in": `the town of Sarem`', inside: true, behindIn: true },
  { at: '/incidents/*/means/designation', wanted: 'a name or a type: `Kestrel`', inside: true },
  { at: '/communications/*/subject', wanted: 'what follows "concerning": `the events of May`', inside: true },
  { at: '/communications/*/scope/described', wanted: 'what follows "of": `its diplomatic missions`', inside: true },
  { at: '/communications/*/assurance/wording', wanted: 'what follows "that": `they would be spared`', inside: true }
]

/** Every finding, in English for how a text begins, and for how it ends in any language. */
export function wordingFindings(loaded: Loaded): Diagnostic[] {
  const texts = places.flatMap(place => partsAt(loaded.value, `${place.at}/*`).map(part => ({ part, place })))
  const phrases = ['before', 'after'].flatMap(key =>
    partsAt(loaded.value, `/incidents/*/measures/*/phrase/*/${key}`).map(part => ({ part, place: phrase }))
  )
  return [...texts, ...phrases].flatMap(({ part, place }) => findingsOf(loaded, part, place))
}

const phrase: Place = { at: '', wanted: 'words around the measure: `the missile fell`', inside: true }

function findingsOf(loaded: Loaded, { pointer, value }: Part, { wanted, inside, behindIn }: Place): Diagnostic[] {
  if (typeof value !== 'string') return []
  const isEnglish = () => factOf(originOf('register', pointer)).language === 'en'
  const found = (message: string, mend: string) =>
    error({
      rule: 'record/wording',
      message,
      span: placeOf(loaded, pointer),
      pointer,
      hints: [mend, `it is ${wanted}`]
    })
  const shown = quoted(value)
  return [
    ...(hasStop(value) ? [found(`${shown} ends with a full stop, and its sentence goes on`, 'take it out')] : []),
    ...(inside && CAPITAL_ARTICLE.test(value) && isEnglish()
      ? [found(`${shown} begins with a capital, and stands inside a sentence`, `begin it: \`${begun(value)}\``)]
      : []),
    ...(behindIn && PREPOSITION.test(value) && isEnglish()
      ? [found(`${shown} is printed behind "in", and begins with such a word itself`, 'leave the word out')]
      : [])
  ]
}

/** A proper name keeps its capital, and so does its article: "The Hague". */
const CAPITAL_ARTICLE = /^(?:The|An?) \p{Ll}/u
const PREPOSITION = /^(?:in|at|on|near|inside|within|outside) |^(?:In|At|On|Near|Inside|Within|Outside) (?:the|an?) /
const CLOSING = /["'”’»)\]]+$/u
/** Words that are written with a full stop: it is theirs, and printed once even where the sentence ends with it. */
const ABBREVIATED = /(?:\.\p{L}+|(?:^|[\s(])(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|St|Ave|Bldg|etc|al|\p{Lu}))\.$/u

function hasStop(text: string): boolean {
  const bare = text.replace(CLOSING, '')
  return /(?<!\.)\.$/.test(bare) && !ABBREVIATED.test(bare)
}

/** The first two words, without the capital. */
function begun(text: string): string {
  const [article = '', word = ''] = text.split(' ')
  return `${article.toLowerCase()} ${word} …`
}
