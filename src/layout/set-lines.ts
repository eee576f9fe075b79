/** The tokens of a paragraph and its measure in; finished lines out, each at its place between the margins. */
import { breakLines, isHyphen, type Terms } from './break-lines.ts'
import type { Token } from './itemize.ts'
import { type Column, type Liberty, planItems } from './plan-items.ts'
import { type Line, type Place, setLine } from './set-line.ts'

/** One try at a paragraph; the first that gives lines is taken. */
interface Try extends Liberty {
  readonly tolerance: number
  /** Stretch of each line besides its glue, as a share of the measure. */
  readonly slack: number
}

/**
 * As TeX does (plain.tex: \pretolerance 100 and \tolerance 200 are ratios of 1 and 1.26): without hyphens, then with
 * them, then with lines as loose as need be. Loose rather than overfull, and divided by force rather than overfull.
 */
const justified: readonly Try[] = [
  { hyphens: false, strain: false, tolerance: 1.6, slack: 0 },
  { hyphens: true, strain: false, tolerance: 2, slack: 0 },
  { hyphens: true, strain: false, tolerance: Number.POSITIVE_INFINITY, slack: 0.06 },
  { hyphens: true, strain: true, tolerance: Number.POSITIVE_INFINITY, slack: 0.06 }
]
/** Lines that need not be even need no hyphens either, but in what is too wide for any line. */
const ragged: readonly Try[] = [
  { hyphens: false, strain: false, tolerance: Number.POSITIVE_INFINITY, slack: 0.25 },
  { hyphens: false, strain: true, tolerance: Number.POSITIVE_INFINITY, slack: 0.25 }
]

/** Sets a paragraph. */
export function setLines(tokens: readonly Token[], column: Column): readonly Line[] {
  if (tokens.length === 0) return []
  for (const attempt of column.align === 'justify' ? justified : ragged) {
    const lines = trySetting(tokens, column, attempt)
    if (lines) return lines
  }
  throw new Error('a paragraph must break when what is too wide in it may break anywhere')
}

function trySetting(tokens: readonly Token[], column: Column, attempt: Try): readonly Line[] | null {
  const plan = planItems(tokens, column, { ...attempt, hyphens: attempt.hyphens && column.hyphenate })
  const terms: Terms = {
    measure: column.measure,
    tolerance: attempt.tolerance,
    slack: Math.round(column.measure * attempt.slack),
    shortest: column.align === 'justify' ? Math.max(column.indent, Math.round(column.measure / 16)) : 0
  }
  const breaks = breakLines(plan.items, terms)
  if (!breaks) return null
  let from: Place = { token: 0, cut: 0, hyphen: false }
  return breaks.map((at, index) => {
    const to = { token: plan.token[at] ?? 0, cut: plan.cut[at] ?? 0, hyphen: isHyphen(plan.items, at) }
    const line = setLine(tokens, { from, to }, index === 0 ? column : { ...column, indent: 0 })
    from = to.cut > 0 ? to : { ...to, token: to.token + 1 }
    return line
  })
}
