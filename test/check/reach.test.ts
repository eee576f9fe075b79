/** Who runs form rules: what is made again from a file never does, so that rules of later years refuse no note of today. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** The files that a file imports for more than their types, at once or when they are needed, and those that these import. */
function reached(from: readonly string[]): ReadonlySet<string> {
  const seen = new Set(from)
  for (const name of seen) {
    if (!name.endsWith('.ts')) continue
    const text = readFileSync(join(root, name), 'utf8')
    const { module } = parseSync(name, text)
    for (const { moduleRequest, entries } of module.staticImports) {
      const isOurs = moduleRequest.value.startsWith('.')
      const isType = entries.length > 0 && entries.every(entry => entry.isType)
      if (isOurs && !isType) seen.add(normalize(join(dirname(name), moduleRequest.value)))
    }
    for (const { moduleRequest } of module.dynamicImports) {
      const wanted = text.slice(moduleRequest.start + 1, moduleRequest.end - 1)
      if (wanted.startsWith('.')) seen.add(normalize(join(dirname(name), wanted)))
    }
  }
  return seen
}

const archive = readdirSync(join(root, 'src/archive'), { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.ts'))
  .map(name => `src/archive/${name}`)
const RUNNERS = ['src/form/form.ts', 'src/check/rendered.ts']

test.each(['regenerate', 'verify', 'record', 'entry'])('%s never runs a form rule', name => {
  const files = reached([`src/cli/commands/${name}.ts`, ...archive])
  expect(RUNNERS.filter(each => files.has(each))).toEqual([])
})

test('`check` does, and the test sees it', () => {
  expect([...reached(['src/cli/commands/check.ts'])]).toContain('src/form/form.ts')
})
