/** One paragraph as it was merged in; spaces and stops that only a merge can have made out, as errors (NV046). */
import { type Diagnostic, error } from '../diagnostic.ts'
import { blaming } from '../fact.ts'
import { lineNameOf, type Span } from '../source.ts'
import type { MentionPiece, ValuePiece } from '../template/piece.ts'
import type { Fragment } from './inlines.ts'
import { type Joined, spanAt } from './join.ts'

interface Fault {
  readonly pattern: RegExp
  readonly message: string
}

/** Two full stops, not three; a space before a stop, but not before an ellipsis. */
const FAULTS: readonly Fault[] = [
  { pattern: / {2,}/g, message: 'there are two spaces in a row' },
  { pattern: / (?:[,;:!?)»]|\.(?!\.))/g, message: 'there is a space before a punctuation mark' },
  { pattern: /\( /g, message: 'there is a space after an opening bracket' },
  { pattern: /\(\)/g, message: 'a pair of brackets is empty' },
  { pattern: /(?<!\.)\.\.(?!\.)|,,|;;|,\.|,;|;,/g, message: 'there are two punctuation marks in a row' },
  { pattern: /^ +| +$/g, message: 'the text begins or ends with a space' }
]

/** What every pattern above needs: most paragraphs have none of it, and are looked through once. */
const ANY = /^ | $| [ ,;:!?)».]|\([ )]|[.,;][.,;]/

const HINT = 'an optional part or a value left it behind: move the space or the mark inside the `{{#if}}`'

interface Run {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly text: string
  readonly piece: ValuePiece | MentionPiece | null
}

/**
 * The faults of a paragraph's spacing, whichever form its names take. One that lies inside a single value is the record's
 * own wording and stays; one that a value brings about where it meets the template is told of the record.
 */
export function spacing(fragments: readonly Fragment[], joined: Joined): Diagnostic[] {
  const shortens = fragments.some(each => each.type === 'value' && isOpen(each.piece))
  return (shortens ? [false, true] : [false]).flatMap(short => {
    const { text, runs } = flatten(fragments, short)
    return ANY.test(text) ? faultsIn(text, runs, joined) : []
  })
}

function faultsIn(text: string, runs: readonly Run[], joined: Joined): Diagnostic[] {
  return FAULTS.flatMap(({ pattern, message }) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const touched = runs.filter(run => run.start < match.index + match[0].length && run.end > match.index)
      const [first, second] = touched
      if (!first || (touched.length === 1 && first.piece) || isOneStop(first, second)) return []
      const guilty = touched.find(run => isToBlame(run, match.index, match[0]))
      if (guilty) return [ofValue(guilty, message, text, match.index, match[0])]
      const [here, there] = [spanOf(first, match.index, joined), spanOf(touched.at(-1) ?? first, lastOf(match), joined)]
      return [error({ rule: 'markup/spacing', message, span: here, hints: [HINT, ...otherHints(here, there)] })]
    })
  )
}

function lastOf({ index, 0: found }: RegExpExecArray): number {
  return index + found.length - 1
}

/** Where the template printed the character at an offset of the paragraph; a value has one place. */
function spanOf({ piece, from, start }: Run, offset: number, joined: Joined): Span | null {
  const at = piece ? from : from + Math.max(0, offset - start)
  return spanAt(joined, at, at + 1)
}

/** The two signs of a fault may come from two lines, and either may be the one too many. */
function otherHints(here: Span | null, there: Span | null): string[] {
  const place = there && lineNameOf(there)
  return place === null || (here && lineNameOf(here) === place) ? [] : [`what stands next to it is printed by ${place}`]
}

/** Whether the reading order is still to choose between two forms of a name. */
function isOpen(piece: ValuePiece | MentionPiece): boolean {
  return piece.type === 'mention' && piece.form === 'auto' && piece.short !== null
}

function nameOf({ form, full, short }: MentionPiece, shortens: boolean): string {
  return form === 'short' || (form === 'auto' && shortens) ? (short ?? full) : full
}

/** A value that ends with a full stop before the template's own: one of them is printed (see `settle`). */
function isOneStop(first: Run, second: Run | undefined): boolean {
  return first.piece !== null && endsWithStop(first.text) && second?.piece === null && startsWithStop(second.text)
}

/** Whether a run is a record's value that has a part in a fault: not with a space that the language put between items. */
function isToBlame(run: Run, at: number, found: string): boolean {
  const { piece } = run
  return piece !== null && piece.origins.length > 0 && !isSeparator(piece) && partOf(run, at, found) !== ''
}

/** The marks of a fault that a run holds. */
function partOf({ start, end }: Run, at: number, found: string): string {
  return found.slice(Math.max(0, start - at), end - at).trim()
}

/** What stands between the items of a list has the place of the block's opening tag. */
function isSeparator({ at }: ValuePiece | MentionPiece): boolean {
  return /^\{\{~?#/.test(at.source.text.slice(at.start, at.start + 4))
}

/** The finding at the record; what is said of the place shows where the value meets the template. */
function ofValue(run: Run, message: string, text: string, at: number, found: string): Diagnostic {
  const shown = text.slice(Math.max(0, at - 20), at + found.length + 12)
  const verb = at + found.length > run.end ? 'end' : 'begin'
  const origin = run.piece?.origins[0]
  return error({
    rule: 'markup/spacing',
    message: `${message} where this value meets the text around it: \`${shown}\``,
    span: run.piece?.at ?? null,
    hints: [`${verb} it without \`${partOf(run, at, found)}\`: the sentence has its own spaces and marks around it`],
    ...blaming(origin)
  })
}

/** The text as it will be read, and which part of it came from where; a footnote's mark takes no room. */
function flatten(fragments: readonly Fragment[], short: boolean): { text: string; runs: readonly Run[] } {
  const runs: Run[] = []
  let text = ''
  for (const fragment of fragments) {
    if (fragment.type === 'break') text += '\n'
    if (fragment.type !== 'text' && fragment.type !== 'value') continue
    const piece = fragment.type === 'value' ? fragment.piece : null
    const said = piece?.type === 'mention' ? nameOf(piece, short) : fragment.text
    if (said === '') continue
    runs.push({ start: text.length, end: text.length + said.length, from: fragment.from, text: said, piece })
    text += said
  }
  return { text, runs }
}

/** Whether a text ends with one full stop, as "Smith & Co." does. */
export function endsWithStop(text: string): boolean {
  return /(?<!\.)\.$/.test(text)
}

/** Whether a text begins with one full stop. */
export function startsWithStop(text: string): boolean {
  return /^\.(?!\.)/.test(text)
}
