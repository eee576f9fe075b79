/** A loaded register → the house's own texts that begin or end as what stands around them in a sentence does not let them. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { type Languages, languageOf, type TextShape, WORDINGS, type WordingName } from '../../languages/language.ts'
import { endsWithSentence } from '../../languages/sentences.ts'
import { type Loaded, placeOf, steps } from '../../value.ts'
import { partsAt, type RecordPart } from './parts.ts'
import { quoted } from './quoted.ts'

/** Where the texts of each kind stand (see `partsAt`); the last `*` is their language. */
const PLACES: Readonly<Record<WordingName, readonly string[]>> = {
  damage: ['/incidents/*/damage/*/what/*'],
  circumstance: ['/incidents/*/circumstances/*/what/*'],
  event: ['/incidents/*/event/*'],
  place: ['/incidents/*/place/*'],
  designation: ['/incidents/*/means/designation/*'],
  subject: ['/communications/*/subject/*'],
  scope: ['/communications/*/scope/described/*'],
  assurance: ['/communications/*/assurance/wording/*'],
  'around-measure': ['/incidents/*/measures/*/phrase/*/before', '/incidents/*/measures/*/phrase/*/after']
}

/** Every finding: for how a text begins, in a language of the table; for how it ends, in any. */
export function wordingFindings(loaded: Loaded, languages: Languages): Diagnostic[] {
  return WORDINGS.flatMap(name =>
    PLACES[name].flatMap(place =>
      partsAt(loaded.value, place).flatMap(part => {
        const language = languageOf(languages, stepUnder(place, part))
        const known = language ? [language] : Object.values(languages)
        const closing = known.flatMap(each => each.sentences.closing)
        return findingsOf(loaded, part, language?.wording.shapes[name] ?? null, closing)
      })
    )
  )
}

/** The step of a part's pointer that stands at the last `*` of its place: the language of its text. */
function stepUnder(place: string, { pointer }: RecordPart): string {
  return steps(pointer)[steps(place).lastIndexOf('*')] ?? ''
}

function findingsOf(
  loaded: Loaded,
  { pointer, value }: RecordPart,
  shape: TextShape | null,
  closing: readonly string[]
) {
  if (typeof value !== 'string') return []
  const shown = quoted(value)
  const wanted = shape ? [`it is ${shape.wanted}`] : []
  const found = (what: string, mend: string): Diagnostic => {
    const message = `${shown} ${what}`
    return error({ rule: 'record/wording', message, span: placeOf(loaded, pointer), pointer, hints: [mend, ...wanted] })
  }
  const wrong = (shape?.beginnings ?? []).filter(each => each.pattern.test(value))
  const stopped = endsWithSentence(value, closing) ? ['ends with a full stop, but its sentence goes on'] : []
  return [
    ...stopped.map(each => found(each, 'take it out')),
    ...wrong.map(each => found(each.message, each.mend(value)))
  ]
}
