/** A loaded register → the house's own texts that begin or end as what stands around them in a sentence does not let them. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import {
  type Languages,
  languageOf,
  SLOTS,
  type TextShape,
  WORDINGS,
  type WordingName
} from '../../languages/language.ts'
import { endsWithSentence } from '../../languages/sentences.ts'
import { slotsIn, type WrittenSlot } from '../../languages/slots.ts'
import { child, type Loaded, placeOf, steps } from '../../value.ts'
import { isMeans } from '../means.ts'
import { fieldsOf, isList, isMapping, partsAt, type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** Where the texts of each kind stand (see `partsAt`); the last `*` is their language. */
const PLACES: Readonly<Record<WordingName, readonly string[]>> = {
  damage: ['/incidents/*/damage/*/what/*'],
  circumstance: ['/incidents/*/circumstances/*/what/*', '/communications/*/delivery/*/afterwards/*'],
  event: ['/incidents/*/event/*'],
  called: ['/incidents/*/called/*'],
  place: ['/incidents/*/place/*'],
  clock: ['/incidents/*/occurred/clock/*'],
  designation: ['/incidents/*/means/designation/*'],
  subject: ['/communications/*/subject/*'],
  scope: ['/communications/*/scope/described/*'],
  assurance: ['/communications/*/assurance/wording/*'],
  said: ['/communications/*/wording/*'],
  asked: ['/communications/*/asked/*'],
  when: ['/communications/*/when/*'],
  told: ['/communications/*/delivery/*/told/*'],
  use: ['/communications/*/summoned/who/*', '/communications/*/summoned/by/*'],
  thing: ['/communications/*/scope/thing/*'],
  'around-measure': ['/incidents/*/measures/*/phrase/*/before', '/incidents/*/measures/*/phrase/*/after']
}

/** Every finding: for how a text begins, in a language of the table; for how it ends, in any. */
export function wordingFindings(loaded: Loaded, languages: Languages): Diagnostic[] {
  return [...placeFindings(loaded, languages), ...territoryFindings(loaded, languages)]
}

/** Events behind which the name of the State is printed that was entered, and that end where no name can follow. */
function territoryFindings(loaded: Loaded, languages: Languages): Diagnostic[] {
  return partsAt(loaded.value, '/incidents/*').flatMap(({ pointer: incident, value }) => {
    const kind = textAt(value, 'means', 'kind')
    const facilities = valueAt(value, 'facilities')
    const isBare = isList(facilities) && facilities.length === 0 && valueAt(value, 'territory') !== undefined
    if (!isBare || kind === null || isMeans('clause', kind)) return []
    return fieldsOf(valueAt(value, 'event')).flatMap(([tag, text]) => {
      const governs = languageOf(languages, tag)?.wording.governs
      if (!governs || typeof text !== 'string' || governs.test(text)) return []
      const pointer = `${incident}/event/${tag}`
      const message = `${quoted(text)} does not end where a name can follow, but that of \`territory\` is printed behind it`
      const hints = [
        'end it with what the name of the State follows: `flew over a village in`',
        'or say `means: { kind: other }`, and in `event` the whole clause'
      ]
      return [error({ rule: 'record/wording', message, span: placeOf(loaded, pointer), pointer, hints })]
    })
  })
}

function placeFindings(loaded: Loaded, languages: Languages): Diagnostic[] {
  return WORDINGS.flatMap(name =>
    PLACES[name].flatMap(place =>
      partsAt(loaded.value, place).flatMap(part => {
        const language = languageOf(languages, stepUnder(place, part))
        const known = language ? [language] : Object.values(languages)
        const closing = known.flatMap(each => each.sentences.closing)
        const shape = language?.wording.shapes[name] ?? null
        const texts = isMapping(part.value) ? partsIn(part) : [part]
        return [
          ...formFindings(loaded, part, shape),
          ...texts.flatMap(each => findingsOf(loaded, each, shape, closing))
        ]
      })
    )
  )
}

/** The texts under the shapes of a wording. */
function partsIn({ pointer, value }: RecordPart): RecordPart[] {
  return fieldsOf(value).map(([shape, text]) => ({ pointer: child(pointer, shape), value: text }))
}

/** The step of a part's pointer that stands at the last `*` of its place: the language of its text. */
function stepUnder(place: string, { pointer }: RecordPart): string {
  return steps(pointer)[steps(place).lastIndexOf('*')] ?? ''
}

/** What a wording under a shape of its own, or with slots, does wrong for its language. */
function formFindings(loaded: Loaded, { pointer, value }: RecordPart, wanted: TextShape | null): Diagnostic[] {
  const span = placeOf(loaded, pointer)
  const found = (message: string, hints: readonly string[]): Diagnostic =>
    error({ rule: 'record/wording', message, span, pointer, hints })
  if (isMapping(value)) {
    if (wanted === null || Object.hasOwn(value, wanted.shape)) return []
    const shapes = Object.keys(value).map(each => `\`${each}\``)
    const stub = `add \`${wanted.shape}: …\`; it is ${wanted.wanted}`
    return [found(`there is no \`${wanted.shape}\` here, only ${shapes.join(', ') || 'nothing'}`, [stub])]
  }
  if (typeof value !== 'string' || wanted === null) return []
  return slotsIn(value).flatMap(part => {
    if (typeof part !== 'string') return slotFindings(part, wanted.slots ?? {}, found)
    return /[{}]/u.test(part) ? [found('the braces of a slot do not match', ['close it, or take the brace out'])] : []
  })
}

function slotFindings(
  { slot, inCase }: WrittenSlot,
  slots: NonNullable<TextShape['slots']>,
  found: (message: string, hints: readonly string[]) => Diagnostic
): Diagnostic[] {
  const known = SLOTS.find(each => each === slot)
  const cases: readonly string[] = (known && slots[known]) ?? []
  if (known === undefined || cases.length === 0) {
    const names = Object.keys(slots).map(each => `\`{${each} …}\``)
    const hint =
      names.length > 0 ? `it can have: ${names.join(', ')}` : 'write it without: the words around it are printed'
    return [found(`there is no slot \`${slot}\` here`, [hint])]
  }
  const hints = [`write one of its cases: ${cases.map(each => `\`{${slot} ${each}}\``).join(', ')}`]
  if (inCase === null) return [found(`the slot \`{${slot}}\` says no case`, hints)]
  return cases.includes(inCase) ? [] : [found(`the slot \`{${slot}}\` has no case \`${inCase}\``, hints)]
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
