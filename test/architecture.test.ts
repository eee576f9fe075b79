/** The repository checks itself: who imports whom, what is never called, what every file must have. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { completed } from './tools/lock.mjs'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'src/README.md'), 'utf8')

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

const sources = filesBelow('src').filter(name => name.endsWith('.ts'))

interface Import {
  readonly from: string
  readonly module: string
  readonly typeOnly: boolean
}

function importsOf(name: string): Import[] {
  const text = readFileSync(join(root, name), 'utf8')
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

const imports = sources.flatMap(importsOf)

/** The rows of the first table under a heading of the architecture page, as cells without back-ticks. */
function table(heading: string): string[][] {
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

const words = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '')

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
      lines.set(folder, (lines.get(folder) ?? 0) + readFileSync(join(root, name), 'utf8').split('\n').length)
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

/** Every file that a file reaches by imports that stay at run time. */
function reachable(start: string): Set<string> {
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

describe('the pipeline runs anywhere', () => {
  test('no node: import is reachable from render', () => {
    const names = reachable('src/render.ts')
    expect(names.size).toBeGreaterThan(20)
    expect(imports.filter(each => names.has(each.from) && /^node:/.test(each.module))).toEqual([])
  })
})

describe('what a stage never calls', () => {
  const bans: readonly { readonly call: RegExp; readonly reason: string; readonly except: readonly string[] }[] = [
    {
      call: /\bDate\.now\b|\bnew Date\b|\bDate\(/,
      reason: 'no clock: the same inputs give the same bytes',
      except: ['src/cli/']
    },
    {
      call: /\bperformance\b|\bprocess\b|\bsetTimeout\b/,
      reason: 'no clock and no surroundings in a stage',
      except: ['src/cli/']
    },
    { call: /\bMath\.random\b|\bcrypto\b/, reason: 'no randomness', except: ['src/cli/'] },
    {
      call: /\bIntl\b|\.toLocale\w+|\.localeCompare\b/,
      reason: 'locale data change with the Node version',
      except: []
    },
    { call: /\.normalize\(\)/, reason: 'a stored text is printed as it is stored', except: [] },
    {
      call: /\bMath\.(sin|cos|tan|exp|log|log2|log10|pow|cbrt|hypot|atan2?|asin|acos|sinh|cosh|tanh|expm1|log1p)\b|\*\*/,
      reason: 'transcendental functions differ between engines in the last bit',
      except: []
    },
    {
      call: /\b(?:pointer|origin)s?\)?\.(?:split|slice|startsWith|endsWith|match|matchAll|replace|replaceAll|indexOf|lastIndexOf)\(|\bpointer\.includes\(|\.(?:test|exec)\([^()]*\b(?:pointer|origin)s?\)/,
      reason: 'what a pointer means is read in one place: ask `fact.ts`, or `steps` for its steps',
      except: ['src/value.ts', 'src/fact.ts']
    },
    { call: /\bconsole\b/, reason: 'what a user reads goes through the report', except: [] },
    {
      call: /\bRegExp\(/,
      reason: 'a text from a record is never read as a pattern',
      except: ['src/languages/pattern.ts']
    },
    { call: /\beval\b|\bnew Function\b/, reason: 'nothing from a record becomes code', except: [] }
  ]

  /** The code of a file with comments and literals blanked, so that a word in a sentence does not count. */
  function code(name: string): string {
    const text = readFileSync(join(root, name), 'utf8')
    const parsed = parseSync(name, text)
    const spans = [...parsed.comments.map(each => [each.start, each.end] as const), ...literals(parsed.program)]
    return spans.reduce((left, [start, end]) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text)
  }

  function literals(node: unknown): (readonly [number, number])[] {
    if (node === null || typeof node !== 'object') return []
    const own =
      'type' in node && (node.type === 'Literal' || node.type === 'TemplateElement') && 'start' in node && 'end' in node
        ? [[Number(node.start), Number(node.end)] as const]
        : []
    return [...own, ...Object.values(node).flatMap(each => literals(each))]
  }

  const texts = sources.map(name => ({ name, text: code(name) }))

  for (const { call, reason, except } of bans) {
    test(`${call.source.slice(0, 60)}: ${reason}`, () => {
      const found = texts.filter(({ name, text }) => call.test(text) && !except.some(folder => name.startsWith(folder)))
      expect(found.map(each => each.name)).toEqual([])
    })
  }

  test('the ban on clocks sees a clock, and not a word in a comment', () => {
    expect(bans[0]?.call.test('const now = new Date()')).toBe(true)
    expect(code('src/diagnostic.ts')).not.toContain('What is wrong')
  })

  test('the ban on patterns sees one', () => {
    const ban = bans.find(each => each.except.includes('src/fact.ts'))?.call
    const told = ['each.pointer.startsWith(x)', '/x/.test(each.pointer)', "pointer.split('/')", 'origin.replace(a, b)']
    expect(told.filter(each => !ban?.test(each))).toEqual([])
    expect(ban?.test('origins.includes(origin)')).toBe(false)
  })

  test('only cli/disk reads files and the environment', () => {
    const readers = imports
      .filter(each => /^node:(fs|child_process|os|net|http)/.test(each.module))
      .map(each => each.from)
    expect(
      [...new Set(readers)].filter(name => !/^src\/cli\/(disk\/(disk|atomic|lock)|commands\/watch)\.ts$/.test(name))
    ).toEqual([])
  })
})

describe('a language is one folder', () => {
  /** Languages that are spoken where such notes are written, whether or not the house writes them. */
  const TAGS = 'ar|az|be|de|el|en|es|fr|hy|ka|kk|pt|ru|tr|uk|uz|zh'
  const NAMED = new RegExp(`(?:^|[/"'.])(?:${TAGS})(?:$|[/"'.-])`)
  /** The pages and the help of the tool itself, which are in English whatever the note is in. */
  const OWN_PAGES = ['src/cli/yargs.ts', 'src/coverage/html.ts']

  function literalsOf(name: string): string[] {
    const text = readFileSync(join(root, name), 'utf8')
    const found: string[] = []
    const visit = (node: unknown): void => {
      if (node === null || typeof node !== 'object') return
      if ('type' in node && node.type === 'TemplateElement' && 'start' in node && 'end' in node)
        found.push(text.slice(Number(node.start), Number(node.end)))
      if ('type' in node && node.type === 'Literal' && 'value' in node)
        found.push('regex' in node && node.regex ? JSON.stringify(node.regex) : String(node.value))
      Object.values(node).forEach(visit)
    }
    visit(parseSync(name, text).program)
    return found
  }

  const naming = sources.filter(name => literalsOf(name).some(each => NAMED.test(each)))

  test('nothing outside of it names a language, but the pages of the tool itself', () => {
    const outside = naming.filter(name => !name.startsWith('src/languages/'))
    expect(outside).toEqual(OWN_PAGES)
  })

  test('the test sees a name in a text, in a template and in a pattern', () => {
    const seen = ['en', 'templates/en/x.hbs', '<html lang="en">', 'note.ru.pdf', 'az-Latn', '{"pattern":"/en/"}']
    expect(seen.filter(each => !NAMED.test(each))).toEqual([])
    expect(['then', 'en route', 'open', 'token'].filter(each => NAMED.test(each))).toEqual([])
  })

  test('no note loads what rules look for', () => {
    const names = [...reachable('src/render.ts')]
    expect(names).toContain('src/languages/en/say.ts')
    expect(names.filter(name => /lexicon|foreign/.test(name))).toEqual([])
  })

  test('each folder has the same parts', () => {
    const parts = ['divide.ts', 'index.ts', 'lexicon.ts', 'say.ts', 'sentences.ts', 'wording.ts']
    const folders = readdirSync(join(root, 'src/languages'), { withFileTypes: true }).filter(each => each.isDirectory())
    for (const { name } of folders) expect(readdirSync(join(root, 'src/languages', name)).sort()).toEqual(parts)
  })
})

describe('the architecture page is true', () => {
  test('it is one page, and has a line for every folder', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150)
    const folders = new Set(sources.map(name => name.split('/')[1] ?? '').filter(name => !name.endsWith('.ts')))
    expect(table('The rooms').flatMap(([folder]) => words(folder ?? ''))).toEqual(expect.arrayContaining([...folders]))
  })

  test('every file opens with one sentence that says what goes in and what comes out', () => {
    const silent = sources.filter(
      name => !/^(#!.*\n)?\/\*\*(?: |\n \* )[A-Z`]/.test(readFileSync(join(root, name), 'utf8'))
    )
    expect(silent).toEqual([])
  })

  test('no file has more than 300 lines', () => {
    const long = sources.filter(name => readFileSync(join(root, name), 'utf8').split('\n').length > 301)
    expect(long).toEqual([])
  })

  test('no name of a public type stands for two things', () => {
    const names = sources.flatMap(name =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/^export (?:interface|type) (\w+)/gm)].map(match => match[1])
    )
    expect(names.length).toBeGreaterThan(300)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('there is no default export', () => {
    expect(sources.filter(name => /^export default\b/m.test(readFileSync(join(root, name), 'utf8')))).toEqual([])
  })
})

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

  test('is complete for every platform, as `npm ci` demands (`npm run lock` completes it)', () => {
    expect(Object.keys(completed(lock).packages).length).toBe(Object.keys(lock.packages).length)
  })

  test('names no host', () => {
    expect(JSON.stringify(lock)).not.toMatch(/"resolved":"https?:/)
  })
})
