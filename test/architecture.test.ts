/** The repository checks itself: who imports whom, what the architecture page says, what every file must have. */
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { imports, reachable, readme, sources, table, textOf, words } from './architecture/sources.ts'
import { completed } from './tools/lock.mjs'

/** What any file may import. */
const BASE = [
  'once.ts',
  'source.ts',
  'value.ts',
  'fact.ts',
  'fact-fields.ts',
  'diagnostic.ts',
  'world.ts',
  'preparsed.ts'
]

/** The folder that speaks for a file in the import table: its own row, or the nearest folder that has one. */
function partOf(name: string, parts: readonly string[]): string {
  const own = name.replace(/^src\//, '')
  const best = parts.filter(part => own === part || own.startsWith(`${part}/`)).sort((a, b) => b.length - a.length)[0]
  return best ?? '(no row)'
}

describe('who may import whom', () => {
  const rows = table('Who may import whom').map(([part, may]) => ({ parts: words(part ?? ''), may: words(may ?? '') }))
  const parts = rows.flatMap(row => row.parts)

  test('every file belongs to a row of the table', () => {
    expect(sources.filter(name => partOf(name, parts) === '(no row)')).toEqual([])
  })

  test('imports between our own files obey the table', () => {
    const broken = imports.flatMap(({ from, module }) => {
      if (!module.startsWith('.')) return []
      const to = normalize(join(dirname(from), module))
      const [fromPart, toPart] = [partOf(from, parts), partOf(to, parts)]
      const row = rows.find(each => each.parts.includes(fromPart))
      const own = to.replace(/^src\//, '')
      const allowed = fromPart === toPart || BASE.includes(own) || row?.may.includes(toPart)
      return allowed ? [] : [`${from} imports ${to}`]
    })
    expect(broken).toEqual([])
  })

  test('no import goes in a circle, type imports included', () => {
    const targets = new Map(
      sources.map(name => [
        name,
        imports
          .filter(each => each.from === name && each.module.startsWith('.'))
          .map(each => normalize(join(dirname(name), each.module)))
      ])
    )
    // A file leaves when all that it imports has left: what never leaves stands in a circle or imports one.
    const left = new Set(sources)
    const leaving = () => [...left].filter(name => targets.get(name)?.every(to => !left.has(to)))
    for (let gone = leaving(); gone.length > 0; gone = leaving()) for (const name of gone) left.delete(name)
    expect([...left]).toEqual([])
  })

  test('no folder has more than 6,000 lines', () => {
    const lines = new Map<string, number>()
    for (const name of sources.filter(each => !/^src\/(languages|form\/rules)\//.test(each))) {
      const folder = name.split('/')[1] ?? ''
      lines.set(folder, (lines.get(folder) ?? 0) + textOf(name).split('\n').length)
    }
    expect([...lines].filter(([, count]) => count > 6000)).toEqual([])
  })

  test('a library is imported only where the table of libraries says', () => {
    const libraries = table('Libraries').map(([name, where]) => ({
      names: words(name ?? ''),
      where: words(where ?? '')
    }))
    const broken = imports.flatMap(({ from, module }) => {
      if (module.startsWith('.') || module.startsWith('node:')) return []
      const row = libraries.find(each => each.names.some(name => module === name || module.startsWith(`${name}/`)))
      const own = from.replace(/^src\//, '')
      return row?.where.some(where => own === where || own.startsWith(`${where}/`)) ? [] : [`${from} imports ${module}`]
    })
    expect(broken).toEqual([])
  })
})

describe('the pipeline runs anywhere', () => {
  test('no node: import is reachable from render', () => {
    const names = reachable('src/render.ts')
    expect(names.size).toBeGreaterThan(20)
    expect(imports.filter(each => names.has(each.from) && /^node:/.test(each.module))).toEqual([])
  })
})

describe('the architecture page is true', () => {
  test('it is one page, and has a line for every folder', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150)
    const folders = new Set(sources.map(name => name.split('/')[1] ?? '').filter(name => !name.endsWith('.ts')))
    expect(table('The folders').flatMap(([folder]) => words(folder ?? ''))).toEqual(
      expect.arrayContaining([...folders])
    )
  })

  test('every file opens with one sentence that says what goes in and what comes out', () => {
    const silent = sources.filter(name => !/^(#!.*\n)?\/\*\*(?: |\n \* )[A-Z`]/.test(textOf(name)))
    expect(silent).toEqual([])
  })

  test('no file has more than 300 lines', () => {
    const long = sources.filter(name => textOf(name).split('\n').length > 301)
    expect(long).toEqual([])
  })

  test('no name of a public type stands for two things', () => {
    const names = sources.flatMap(name =>
      [...textOf(name).matchAll(/^export (?:interface|type) (\w+)/gm)].map(match => match[1])
    )
    expect(names.length).toBeGreaterThan(300)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('there is no default export', () => {
    expect(sources.filter(name => /^export default\b/m.test(textOf(name)))).toEqual([])
  })
})

describe('the lock file', () => {
  const lock = JSON.parse(textOf('package-lock.json'))

  test('is complete for every platform, as `npm ci` demands (`npm run lock` completes it)', () => {
    expect(Object.keys(completed(lock).packages).length).toBe(Object.keys(lock.packages).length)
  })

  test('names no host', () => {
    expect(JSON.stringify(lock)).not.toMatch(/"resolved":"https?:/)
  })
})
