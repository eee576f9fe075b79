/** What the page of form rules says besides what the program reads of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../fixtures.ts'

const folder = join(root, 'src/form/rules')
const page = readFileSync(join(folder, 'README.md'), 'utf8')

function cellsOf(line: string): string[] {
  return line.slice(2, -2).split(' | ')
}

/** The rows of the rules by their codes, without the code itself. */
export const ROWS = new Map(
  page.split('\n').flatMap(line => {
    const [link = '', ...cells] = cellsOf(line)
    const [, id, file = ''] = /^\[(NV\d{3})\]\((.+)\)$/.exec(link) ?? []
    return id === undefined ? [] : [[id, { file, cells }] as const]
  })
)

/** The codes under which earlier stages refuse a part of what a rule finds, or all of it. */
export function stagesOf(id: string): readonly string[] {
  return Array.from(ROWS.get(id)?.cells[5]?.matchAll(/`([^`]+)`/g) ?? [], ([, code = '']) => code)
}

/** Rules, or parts of them, that come with the languages that they are about. */
export const PENDING = page
  .slice(page.indexOf('## Pending'))
  .split('\n')
  .filter(line => /^\| NV\d{3} /.test(line))
  .map(line => ({ id: cellsOf(line)[0] ?? '' }))

/** The file of each rule that looks for something itself, by its code. */
export function ruleFiles(): ReadonlyMap<string, string> {
  const files = readdirSync(folder).flatMap(name => {
    const text = readFileSync(join(folder, name), 'utf8')
    return Array.from(text.matchAll(/^export const (NV\d{3})/gm), ([, id = '']) => [id, name] as const)
  })
  return new Map(files)
}
