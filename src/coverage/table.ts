/** The coverage of some templates in; a table of it for people, and every gap in words, out. */
import { positionOf } from '../source.ts'
import { gapsOf, percent, shareOf, type TextCoverage } from './coverage.ts'

/** A row for each file that is not wholly covered, a total, and the gaps with the condition that no fixture meets. */
export function coverageTable(texts: readonly TextCoverage[]): string {
  if (texts.length === 0) return 'no templates of its own: those of the package are measured by its own fixtures\n'
  const files = byFile(texts)
  const rows = [...files].map(([path, own]) => ({ path, share: shareOf(own) }))
  const open = rows.filter(({ share }) => share.taken < share.all)
  const all = [...open, { path: `all ${rows.length} files`, share: shareOf(texts) }]
  const width = Math.max(...all.map(each => each.path.length))
  const lines = all.map(({ path, share }) => {
    const branches = `${share.taken}/${share.all}`.padStart(9)
    return `${path.padEnd(width)} ${branches} branches ${String(percent(share)).padStart(4)} %`
  })
  const gaps = gapsOf(texts).map(({ path, at, says, means }) => {
    const { line, column } = positionOf(at.source, at.start)
    const meaning = means.map(each => `\n  ${each}`).join('')
    return `${path}:${line}:${column} ${says}${meaning}`
  })
  return [...lines, ...(gaps.length > 0 ? ['', ...gaps] : []), ''].join('\n')
}

/** Texts of one file stand together: all formulas of a language do. */
export function byFile(texts: readonly TextCoverage[]): ReadonlyMap<string, readonly TextCoverage[]> {
  const files = new Map<string, TextCoverage[]>()
  for (const each of texts) files.set(each.path, [...(files.get(each.path) ?? []), each])
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
