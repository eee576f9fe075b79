/** A communication of a loaded register → what it says of itself that does not go together. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { child, type Json, keySpan, type Loaded, type Pointer, steps } from '../../value.ts'
import { partsAt, type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'
import { notBefore } from './shared.ts'

/** What one key of a communication says and another forbids or lacks. */
interface Clash {
  readonly key: string
  readonly is: boolean
  readonly message: string
  readonly hint: string
}

/** Every contradiction within a communication about when it was, what it did, how it was delivered and what it assured. */
export function actFindings(loaded: Loaded, part: RecordPart): Diagnostic[] {
  const { pointer, value } = part
  const id = quoted(steps(pointer).at(-1) ?? '')
  const has = (key: string): boolean => (valueAt(value, key) ?? null) !== null
  const clashes: Clash[] = [
    {
      key: 'date',
      is: valueAt(value, 'date') === null && !has('when') && !has('number'),
      message: `${id} has no date, no number and no \`when\``,
      hint: 'say when it was: `when: { en: on several occasions }`'
    },
    {
      key: 'when',
      is: textAt(value, 'date') !== null && has('when'),
      message: `${id} has a date, and words for when`,
      hint: 'leave `when` out: the date is printed'
    },
    {
      key: 'several',
      is: has('several') && (has('number') || has('delivery')),
      message: `${id} is several communications, but has one number or delivery`,
      hint: 'record each by itself'
    },
    {
      key: 'strength',
      is: has('strength') && !has('subject') && valueAt(value, 'incidents') === undefined,
      message: `${id} has a \`strength\`, and nothing that it was about`,
      hint: 'name its `incidents`, or its `subject`'
    }
  ]
  return [
    ...clashes
      .filter(({ is }) => is)
      .map(({ key, message, hint }) => found(loaded, child(pointer, key), message, hint)),
    ...partsAt(value, '/delivery/*').flatMap(each =>
      deliveryFindings(loaded, value, { ...each, pointer: pointer + each.pointer })
    ),
    ...partsAt(value, '/scope').flatMap(each => scopeFindings(loaded, { ...each, pointer: pointer + each.pointer })),
    ...assuranceFindings(loaded, part)
  ]
}

function found(loaded: Loaded, pointer: Pointer, message: string, hint: string): Diagnostic {
  const span = keySpan(loaded, pointer)
  return error({ rule: 'record/communication', message, span, pointer, hints: [hint] })
}

/** A third State passes on what two others send each other; something is done afterwards with what was not taken. */
function deliveryFindings(loaded: Loaded, record: Json, { pointer, value }: RecordPart): Diagnostic[] {
  const through = textAt(value, 'through')
  const sides = ['from', 'to'].map(end => stateOf(loaded, textAt(record, end)))
  const isSide = through !== null && sides.includes(through)
  const isIdle = valueAt(value, 'afterwards') !== undefined && textAt(value, 'outcome') === 'accepted'
  const own = `${quoted(through ?? '')} is a side of this communication, and cannot pass it on`
  const idle = '`afterwards` says what was done with something that was refused or returned, but this was accepted'
  return [
    ...(isSide
      ? [found(loaded, child(pointer, 'through'), own, 'name the State that protects the interests of the sender')]
      : []),
    ...(isIdle ? [found(loaded, child(pointer, 'afterwards'), idle, 'leave it out, or correct the `outcome`')] : [])
  ]
}

function stateOf(loaded: Loaded, party: string | null): string | null {
  if (party === null) return null
  return textAt(loaded.value, 'parties', party, 'of') ?? party
}

/** What falls under an assurance came after it. */
function assuranceFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const given = {
    what: 'the assurance that is said to cover it',
    date: valueAt(value, 'assurance', 'date') ?? valueAt(value, 'date')
  }
  return partsAt(value, '/assurance/covers/*').flatMap(({ pointer: inner, value: id }) => {
    if (typeof id !== 'string') return []
    const date = valueAt(loaded.value, 'incidents', id, 'occurred', 'date')
    const hints = ['take it out of `covers`, or correct one of the two dates']
    return notBefore(loaded, pointer + inner, { what: `the incident ${quoted(id)}`, date }, given).map(each => ({
      ...each,
      hints
    }))
  })
}

/** Coordinates of something, or another thing whole. */
function scopeFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const given = ['described', 'thing'].filter(key => valueAt(value, key) !== undefined)
  if (given.length === 1) return []
  const message =
    given.length === 0 ? 'the `scope` does not say what was given' : 'the `scope` says twice what was given'
  const hint = 'write `described` for coordinates (what follows "the coordinates of"), or `thing` for anything else'
  return [found(loaded, pointer, message, hint)]
}
