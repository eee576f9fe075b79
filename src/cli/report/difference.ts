/** What was expected and what is there in; lines of it for a terminal, a log or a page out, with the words that changed marked. */
import type { Difference, DifferenceLine, SentenceChange } from '../../diagnostic.ts'
import { visible } from './print.ts'

/** More lines of one difference than this are counted and not shown. */
const MOST_LINES = 60
/** ECMA-48, 8.3.117: red and green lines, words that changed in reverse. */
const SGR = { '-': '31', '+': '32', place: '36', changed: '7', stayed: '27' } as const

/** A difference as people read it; without colour words that went stand as `[-so-]` and words that came as `{+so+}`. */
export function differenceLines(difference: Difference, colour: boolean): string[] {
  const shown = difference.lines.slice(0, MOST_LINES).map(line => (colour ? coloured(line) : plain(line)))
  const more = difference.lines.length - shown.length
  return more > 0 ? [...shown, `… ${more} more lines differ`] : shown
}

/** The same without colour, whole. */
export function plainDifference({ lines }: Difference): string[] {
  return lines.map(plain)
}

function plain({ sign, stretches }: DifferenceLine): string {
  if (sign === 'place') return `@@ ${stretches.map(each => visible(each.text)).join('')} @@`
  // a line that changed as a whole needs no marks in it
  const isPart = stretches.some(each => !each.changed)
  const words = stretches.map(({ text, changed }) => {
    if (!changed || !isPart || sign === ' ') return visible(text)
    return sign === '-' ? `[-${visible(text)}-]` : `{+${visible(text)}+}`
  })
  return `${sign}${words.join('')}`
}

function coloured(line: DifferenceLine): string {
  const { sign, stretches } = line
  if (sign === ' ') return plain(line)
  const isPart = stretches.some(each => !each.changed)
  const words = stretches.map(({ text, changed }) =>
    changed && isPart ? `\u001B[${SGR.changed}m${visible(text)}\u001B[${SGR.stayed}m` : visible(text)
  )
  const whole = sign === 'place' ? `@@ ${words.join('')} @@` : `${sign}${words.join('')}`
  return `\u001B[${SGR[sign]}m${whole}\u001B[0m`
}

/** A sentence before and after, as a row of a Markdown table. */
export function sentenceRow({ before, after }: SentenceChange): string {
  return `| ${before === null ? '' : markdown(before)} | ${after === null ? '' : markdown(after)} |`
}

/** A text as Markdown prints it, on one line. */
export function markdown(text: string): string {
  return visible(text.replaceAll('\n', ' ')).replace(/[\\`*_{}[\]<>()#+!|~-]/g, sign => `\\${sign}`)
}
