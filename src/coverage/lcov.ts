/** The coverage of some templates in; a tracefile of LCOV out, as `genhtml` and code hosts read it (geninfo(1), "Files"). */
import { positionOf } from '../source.ts'
import type { Branch, TextCoverage } from './coverage.ts'
import { byFile } from './table.ts'

export function coverageLcov(texts: readonly TextCoverage[]): string {
  return [...byFile(texts)].map(([path, own]) => record(path, own)).join('')
}

function record(path: string, texts: readonly TextCoverage[]): string {
  const functions = texts.map(({ text, entered }) => {
    const { line } = positionOf(text.at.source, text.at.start)
    return { line, name: `${text.kind} ${text.name}`, entered }
  })
  const branches = numbered(texts)
  const lines = linesOf(texts)
  const rows = [
    'TN:',
    `SF:${path}`,
    ...functions.map(({ line, name }) => `FN:${line},${name}`),
    ...functions.map(({ name, entered }) => `FNDA:${entered},${name}`),
    `FNF:${functions.length}`,
    `FNH:${functions.filter(each => each.entered > 0).length}`,
    ...branches.map(({ branch, block, end }) => `BRDA:${branch.line},${block},${end},${takenOf(branch)}`),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(each => each.branch.count > 0).length}`,
    ...lines.map(([line, count]) => `DA:${line},${count}`),
    `LF:${lines.length}`,
    `LH:${lines.filter(([, count]) => count > 0).length}`,
    'end_of_record'
  ]
  return `${rows.join('\n')}\n`
}

/** A block that was never reached is told from one that always went another way. */
function takenOf({ count, reached }: Branch): string {
  return reached ? String(count) : '-'
}

/** The branches of blocks, with numbers for the blocks of the whole file; that a text runs at all is told as a function. */
function numbered(texts: readonly TextCoverage[]) {
  let first = 0
  return texts.flatMap(({ branches }) => {
    const rows = branches.flatMap(branch => (branch.block === null ? [] : [{ branch, block: first + branch.block }]))
    first = Math.max(first, ...rows.map(each => each.block + 1))
    return rows.map((each, index) => ({ ...each, end: index - rows.findIndex(({ block }) => block === each.block) }))
  })
}

function linesOf(texts: readonly TextCoverage[]): [number, number][] {
  const lines = new Map<number, number>()
  for (const each of texts) {
    for (const [line, count] of each.lines) lines.set(line, Math.max(lines.get(line) ?? 0, count))
  }
  return [...lines].sort(([a], [b]) => a - b)
}
