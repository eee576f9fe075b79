/** The sources, their imports and the tables of the architecture page, for the tests of these. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'

const root = join(import.meta.dirname, '../..')

export const readme = textOf('src/README.md')

/** The text of a file of the repository. */
export function textOf(name: string): string {
  return readFileSync(join(root, name), 'utf8')
}

/** The names of all files below `src/` that hold code. */
export const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
  .filter(name => name.endsWith('.ts'))
  .sort()

interface Import {
  readonly from: string
  readonly module: string
  readonly typeOnly: boolean
}

function importsOf(name: string): Import[] {
  const text = textOf(name)
  const parsed = parseSync(name, text)
  const requests = parsed.module.staticImports.map(each => ({
    from: name,
    module: each.moduleRequest.value,
    typeOnly: each.entries.length > 0 && each.entries.every(entry => entry.isType)
  }))
  const again = parsed.module.staticExports.flatMap(each =>
    each.entries.flatMap(entry =>
      entry.moduleRequest ? [{ from: name, module: entry.moduleRequest.value, typeOnly: false }] : []
    )
  )
  // what is loaded when it is wanted is imported, too
  const later = parsed.module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    from: name,
    module: text.slice(start + 1, end - 1),
    typeOnly: false
  }))
  return [...requests, ...again, ...later]
}

export const imports = sources.flatMap(importsOf)

/** The rows of the first table under a heading of the architecture page, as cells without back-ticks. */
export function table(heading: string): string[][] {
  const section = readme
    .slice(readme.indexOf(`## ${heading}`))
    .split('\n')
    .slice(1)
  const end = section.findIndex(line => line.startsWith('## '))
  return section
    .slice(0, end < 0 ? undefined : end)
    .filter(line => line.startsWith('|'))
    .slice(2)
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim())
    )
}

/** What stands between back-ticks in a cell. */
export const words = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '')

/** Every file that a file reaches by imports that stay at run time. */
export function reachable(start: string): Set<string> {
  const seen = new Set<string>()
  const visit = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    for (const each of imports.filter(one => one.from === name && one.module.startsWith('.') && !one.typeOnly))
      visit(normalize(join(dirname(name), each.module)))
  }
  visit(start)
  return seen
}
