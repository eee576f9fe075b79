/** What a stage never calls: clocks, randomness, locale data, whatever makes a note depend on more than its records. */
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { imports, sources, textOf } from './sources.ts'

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
    const text = textOf(name)
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
      [...new Set(readers)].filter(
        name => !/^src\/cli\/(disk\/(disk|atomic|lock|holder)|commands\/watch)\.ts$/.test(name)
      )
    ).toEqual([])
  })
})
