/** A text as it was and as it is in; the lines that differ, with the words that do marked in them, out. */
import { diffWordsWithSpace, structuredPatch } from 'diff'
import type { Difference, DifferenceLine, SentenceChange, Stretch } from '../diagnostic.ts'
import { PLACE } from './leaves.ts'
import { sentenceChanges } from './sentences.ts'

/** More edits than this, and every line of one text is told from every line of the other: it is no longer read. */
const MOST_EDITS = 4000
/** The lines around a change. */
const CONTEXT = 2

/** Some lines that changed together. */
export interface Hunk {
  /** The first line that changed, in the text as it was. */
  readonly line: number
  readonly lines: readonly DifferenceLine[]
}

/** What two texts have not in common. */
export interface Compared {
  readonly hunks: readonly Hunk[]
  /** Whether the texts differ so much that no lines were paired. */
  readonly throughout: boolean
}

/** Compares two texts line by line, and the lines that took each other's place word by word. */
export function compareTexts(before: string, after: string): Compared {
  const patch = structuredPatch('', '', before, after, '', '', { context: CONTEXT, maxEditLength: MOST_EDITS })
  if (!patch) return { hunks: [], throughout: true }
  const hunks = patch.hunks.map(({ oldStart, lines }) => {
    const kept = lines.filter(line => !line.startsWith('\\'))
    const ahead = kept.findIndex(line => !line.startsWith(' '))
    return { line: oldStart + Math.max(0, ahead), lines: marked(kept) }
  })
  return { hunks, throughout: false }
}

/** Lines with their signs; a run of lines that went and the run that came in its place are compared word by word. */
function marked(lines: readonly string[]): DifferenceLine[] {
  const out: DifferenceLine[] = []
  for (let at = 0; at < lines.length; ) {
    const gone = runOf(lines, at, '-')
    const come = runOf(lines, at + gone.length, '+')
    if (gone.length + come.length === 0) {
      out.push({ sign: ' ', stretches: [{ text: lines[at]?.slice(1) ?? '', changed: false }] })
      at++
      continue
    }
    out.push(...pairedLines(gone, come))
    at += gone.length + come.length
  }
  return out
}

function runOf(lines: readonly string[], from: number, sign: string): string[] {
  const end = lines.findIndex((line, index) => index >= from && !line.startsWith(sign))
  return lines.slice(from, end < 0 ? lines.length : end).map(line => line.slice(1))
}

function pairedLines(gone: readonly string[], come: readonly string[]): DifferenceLine[] {
  if (gone.length === 0 || come.length === 0) {
    const whole = (sign: '-' | '+') => (text: string) => ({ sign, stretches: [{ text, changed: true }] })
    return [...gone.map(whole('-')), ...come.map(whole('+'))]
  }
  const [before, after] = [gone, come].map(lines => lines.map(each => each.replace(PLACE, '')).join('\n'))
  const words = diffWordsWithSpace(before ?? '', after ?? '', { maxEditLength: MOST_EDITS }) ?? [
    { value: before ?? '', removed: true, added: false },
    { value: after ?? '', removed: false, added: true }
  ]
  // a line that ends elsewhere is no change of a word, unless that is all there is
  const isSpacing = words.every(each => !(each.added || each.removed) || each.value.trim() === '')
  const side = (sign: '-' | '+') =>
    linesOf(
      words
        .filter(each => (sign === '-' ? !each.added : !each.removed))
        .map(each => ({
          text: each.value,
          changed: (each.added || each.removed) && (each.value.trim() !== '' || isSpacing)
        }))
    ).map((stretches, index) => ({ sign, stretches: [...stretches, ...placeOf(sign === '-' ? gone : come, index)] }))
  return [...side('-'), ...side('+')]
}

/** A place is a name and no words: it is never cut. */
function placeOf(lines: readonly string[], index: number): Stretch[] {
  const [text] = PLACE.exec(lines[index] ?? '') ?? []
  return text === undefined ? [] : [{ text, changed: false }]
}

/** Stretches cut at line ends. */
function linesOf(stretches: readonly Stretch[]): Stretch[][] {
  const lines: Stretch[][] = [[]]
  for (const { text, changed } of stretches) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, changed })
    }
  }
  return lines
}

/** The same as one list, with a heading before each run of lines. */
export function differenceOf({ hunks, throughout }: Compared, headings: readonly string[]): Difference {
  if (throughout) return { lines: [heading('the two have so little in common that no lines are shown')], sentences: [] }
  const lines = hunks.flatMap((hunk, index) => [heading(headings[index] ?? ''), ...hunk.lines])
  return { lines, sentences: [] }
}

function heading(text: string): DifferenceLine {
  return { sign: 'place', stretches: [{ text, changed: false }] }
}

/** A difference of a text that people read, with the sentences that changed in it. */
export function withSentences(difference: Difference, before: string, after: string): Difference {
  const sentences: readonly SentenceChange[] = sentenceChanges(before, after)
  return { ...difference, sentences }
}
