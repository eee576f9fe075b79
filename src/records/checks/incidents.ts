/** An incident of a register → what in it contradicts itself, or would leave a sentence unfinished. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { child, type Json, keySpan, type Loaded, placeOf } from '../../value.ts'
import { isMeans, meansWithout } from '../means.ts'
import { hedgeFindings } from './hedges.ts'
import { occurredFindings } from './occurred.ts'
import { isList, isMapping, type RecordPart, textAt, valueAt } from './parts.ts'
import { damageFindings, namedFindings } from './people.ts'
import { quoted } from './quoted.ts'
import { notBefore } from './shared.ts'

/** Every contradiction in the well-shaped parts of an incident. */
export function incidentFindings(loaded: Loaded, part: RecordPart): Diagnostic[] {
  const { pointer, value } = part
  const recorded = { what: 'the day of recording', date: valueAt(value, 'recorded') }
  const occurred = { what: 'the incident', date: valueAt(value, 'occurred', 'date') }
  return [
    ...notBefore(loaded, child(pointer, 'recorded'), recorded, occurred),
    ...occurredFindings(loaded, part),
    ...meansFindings(loaded, part),
    ...eventFindings(loaded, part),
    ...attributionFindings(loaded, part),
    ...casualtyFindings(loaded, part),
    ...intentFindings(loaded, part),
    ...hedgeFindings(loaded, part),
    ...namedFindings(loaded, part),
    ...damageFindings(loaded, part)
  ]
}

/** By what a record says of its means: the kinds of which no sentence could print it, so that it is refused. */
export const UNPRINTED_OF: Readonly<Record<'designation' | 'count', readonly string[]>> = {
  designation: meansWithout('named'),
  count: meansWithout('counted')
}

/** What a record says of its means and no sentence could print. */
function meansFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const kind = kindOf(value)
  const unprinted = [
    { key: 'designation', kinds: UNPRINTED_OF.designation, hint: 'say it in `event`, or in `circumstances`' },
    { key: 'count', kinds: UNPRINTED_OF.count, hint: 'say how many in `event`, or in `circumstances`' }
  ]
  const useless = unprinted.flatMap(({ key, kinds, hint }) => {
    if (kind === null || !kinds.includes(kind) || valueAt(value, 'means', key) === undefined) return []
    const at = `${pointer}/means/${key}`
    const message = `a \`${key}\` is not printed for a means of kind \`${kind}\``
    return [error({ rule: 'record/means', message, span: keySpan(loaded, at), pointer: at, hints: [hint] })]
  })
  return [...useless, ...certaintyFindings(loaded, { pointer, value })]
}

/** What is said "of the … type" or "identified as …" needs the name; without one the certainty would be lost. */
function certaintyFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const certainty = textAt(value, 'means', 'certainty')
  const kind = kindOf(value)
  const certain = certainty === 'identified' || certainty === 'type'
  if (!certain || kind === null || valueAt(value, 'means', 'designation') !== undefined) return []
  if (certainty === 'identified' && isKnownByFlag(kind, value)) return []
  const at = `${pointer}/means/certainty`
  const message = `\`certainty: ${certainty}\` needs a \`designation\`, but there is none`
  const named = UNPRINTED_OF.designation.includes(kind) ? [] : ['name the means: `designation: { en: Kestrel }`']
  const hints = [...named, 'say `certainty: unknown` where no type or name is known']
  return [error({ rule: 'record/means', message, span: placeOf(loaded, at), pointer: at, hints })]
}

/** An aircraft or a vessel that the text calls one of a State was identified by that, whatever its type. */
function isKnownByFlag(kind: string, incident: Json): boolean {
  return isMeans('enters', kind) && textAt(incident, 'attribution', 'strength') === 'named'
}

function kindOf(incident: Json): string | null {
  return textAt(incident, 'means', 'kind')
}

const clause = 'a whole clause, with what was struck: `event: { en: red paint was thrown at the Embassy }`'
const predicate = 'what the means did, ending where what was struck follows: `event: { en: fell on the grounds of }`'

const crossed = 'crossed the border of'

/** The sentence about an incident says what happened and, where the means is its subject, to what. */
function eventFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  if (!isMapping(value) || valueAt(value, 'event') !== undefined) return []
  const found = (message: string, hints: readonly string[]) => {
    const at = child(pointer, 'event')
    return [error({ rule: 'record/event', message, span: keySpan(loaded, pointer), pointer: at, hints })]
  }
  if (valueAt(value, 'means') === undefined) {
    return found('`event` is missing: without `means`, nothing else says what happened', [clause, 'or give `means`'])
  }
  const kind = kindOf(value)
  if (isMeans('clause', kind)) {
    return found(`\`event\` is missing: a means of kind \`${kind}\` does not say what happened`, [clause])
  }
  const facilities = valueAt(value, 'facilities')
  if (kind === null || !isList(facilities) || facilities.length > 0) return []
  if (valueAt(value, 'territory') !== undefined) {
    const message = `\`event\` is missing: what ${quoted(kind)} does to a facility cannot be done to a State`
    return isMeans('enters', kind) ? [] : found(message, [predicate.replace('fell on the grounds of', crossed)])
  }
  const message = `the record does not name what the ${quoted(kind)} struck or entered: no facility, no \`territory\`, no \`event\``
  return found(message, ['`territory` names the State whose territory, waters or airspace it was', predicate])
}

/** What the text may say of the author, against what the register knows of him. */
function attributionFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const attribution = valueAt(value, 'attribution')
  const strength = textAt(attribution, 'strength')
  if (strength !== 'named' && strength !== 'implied') return []
  const says = strength === 'named' ? 'lets the text say whose it was' : 'lets the text say whose it seems to have been'
  const found = (key: string, message: string, hint: string) => {
    const at = `${pointer}/attribution/${key}`
    return [error({ rule: 'record/attribution', message, span: placeOf(loaded, at), pointer: at, hints: [hint] })]
  }
  if (valueAt(attribution, 'to') === null) {
    const message = `\`strength: ${strength}\` ${says}, but \`to\` names nobody`
    return found('to', message, 'name the State, or say `strength: none`')
  }
  if (textAt(attribution, 'basis') !== 'unknown') return []
  const message = `\`strength: ${strength}\` ${says}, but the basis for it is \`unknown\``
  return found('basis', message, 'say what it rests on: `physical`, `official-report`, `press`; or `strength: none`')
}

/** What can only be done on purpose leaves no question whether it was: to ask would say less than the record. */
function intentFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const kind = kindOf(value)
  if (textAt(value, 'intent') !== 'questioned' || !isMeans('deliberate', kind)) return []
  const at = child(pointer, 'intent')
  const message = `\`intent: questioned\` asks whether it was deliberate, but ${quoted(kind ?? '')} is deliberate by its nature`
  const hints = ['say `intent: not-addressed`; or `asserted`, where the note is to say so']
  return [error({ rule: 'record/intent', message, span: placeOf(loaded, at), pointer: at, hints })]
}

function casualtyFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const casualties = valueAt(value, 'casualties')
  const people = ['killed', 'injured'].map(each => valueAt(casualties, each))
  const listed = people.map(each => each !== undefined && !(isList(each) && each.length === 0))
  const anyone = listed.some(each => each)
  const of = textAt(casualties, 'nil', 'of')
  if ((of === 'life' && listed[0]) || (of === 'injury' && listed[1])) {
    const at = `${pointer}/casualties/nil/of`
    const message = `\`nil\` says that there was nobody, but \`${of === 'life' ? 'killed' : 'injured'}\` lists somebody`
    const hints = ['leave `nil` out, or name what there was none of: `life`, `injury`']
    return [error({ rule: 'record/casualties', message, span: placeOf(loaded, at), pointer: at, hints })]
  }
  if (textAt(casualties, 'status') !== 'known' || anyone) return []
  const at = `${pointer}/casualties/status`
  const message = 'casualties are known, but nobody is listed as killed or injured'
  const hints = [
    '`status: none` says that there were none, `unknown` that nobody knows',
    'otherwise: `injured: [{ count: 2, who: { en: { one: …, many: … } }, evidence: [{ source: … }] }]`'
  ]
  return [error({ rule: 'record/casualties', message, span: placeOf(loaded, at), pointer: at, hints })]
}
