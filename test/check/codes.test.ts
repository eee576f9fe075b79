/** The table of codes is that of the source: every code that is given is explained, none besides, and each is tried somewhere. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { CODES } from '../../src/check/codes.ts'
import { RULES } from '../../src/form/rules/index.ts'
import { root } from '../fixtures.ts'
import { PENDING } from '../tools/rules-page.ts'

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|md|yaml|hbs)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

/** What stands before a code in files that write only its last part: the first part is a prefix that the stage is given. */
const PARTS: Readonly<Record<string, string>> = {
  'src/template/check-calls.ts': 'template',
  'src/template/parse.ts': 'template',
  'src/records/validate.ts': 'record',
  'src/records/checks/issues.ts': 'record'
}

const CODE = /^(?:NV\d{3}|[a-z]+\/[a-z-]+)$/

/** What can be wrong with the shape of any file of data: `verbale.yaml` has these under a first part of its own. */
const SHAPE = [
  'format-version',
  'hidden-character',
  'missing-key',
  'unknown-key',
  'unknown-value',
  'wrong-key',
  'wrong-type',
  'wrong-value'
]

/** The first parts of codes: a text of that form with another one is a path or a type of file. */
const FIRST = new Set([...CODES.keys()].map(code => code.split('/')[0] ?? ''))

/** Every code that a file can give: texts in its syntax tree, and last parts of codes where the file is one of those. */
function codesIn(name: string): string[] {
  const part = PARTS[name]
  const found: string[] = []
  const visit = (node: unknown, rule: boolean): void => {
    if (node === null || typeof node !== 'object') return
    if (Array.isArray(node)) {
      for (const each of node) visit(each, rule)
      return
    }
    const kind = 'type' in node ? node.type : null
    if (kind === 'ImportDeclaration' || kind === 'TSLiteralType') return
    if (kind === 'Literal' && 'value' in node && typeof node.value === 'string') {
      const isCode =
        CODE.test(node.value) && (rule || /^NV/.test(node.value) || FIRST.has(node.value.split('/')[0] ?? ''))
      if (isCode) found.push(node.value)
      else if (rule && part !== undefined && /^[a-z-]+$/.test(node.value)) found.push(`${part}/${node.value}`)
      else if (rule && node.value === 'surroundings') found.push(node.value)
    }
    if (kind === 'TemplateElement' && part !== undefined && 'value' in node) {
      const { cooked } = node.value as { cooked: string }
      if (/^\/[a-z-]+$/.test(cooked)) found.push(`${part}${cooked}`)
    }
    const isRule = kind === 'Property' && 'key' in node && (node.key as { name?: string }).name === 'rule'
    const callee = kind === 'CallExpression' && 'callee' in node ? (node.callee as { name?: string }).name : undefined
    const place = callee === 'find' ? 2 : callee === 'refused' ? 0 : null
    for (const [key, each] of Object.entries(node)) {
      if (place !== null && key === 'arguments') {
        for (const [index, one] of (each as unknown[]).entries()) visit(one, index === place)
      } else visit(each, (isRule && key === 'value') || (rule && kind !== 'Property' && kind !== 'CallExpression'))
    }
  }
  visit(parseSync(name, readFileSync(join(root, name), 'utf8')).program, false)
  return found
}

/** Rules that come with the languages that they are about. */
const pending = new Set<string>(PENDING.map(each => each.id).filter(id => RULES.every(rule => rule.id !== id)))

const given = new Set(
  filesBelow('src')
    .filter(name => name.endsWith('.ts'))
    .flatMap(codesIn)
    .concat(RULES.map(each => each.id))
    .flatMap(code => [code, ...SHAPE.filter(part => code === `record/${part}`).map(part => `settings/${part}`)])
    .filter(code => !pending.has(code))
)

describe('the table of codes', () => {
  test('explains every code that the source gives', () => {
    expect(given.size).toBeGreaterThan(120)
    expect([...given].filter(code => !CODES.has(code)).sort()).toEqual([])
  })

  test('has none that nothing gives', () => {
    expect([...CODES.keys()].filter(code => !given.has(code))).toEqual([])
  })

  test('has each tried in a test, a story or a bad fixture', () => {
    const own = 'test/check/codes.test.ts'
    const texts = [...filesBelow('test'), ...filesBelow('fixtures/bad')]
      .filter(name => name !== own)
      .map(name => readFileSync(join(root, name), 'utf8').replaceAll(/\/([a-z]+)\\\/([a-z-]+)\//g, ' $1/$2 '))
      .join('\n')
    // form rules have a suite of their own, which asks each for examples
    const examples = new Set<string>(RULES.map(each => each.id))
    // and the shape of settings is that of any record
    const shapes = new Set<string>(SHAPE.map(part => `settings/${part}`))
    const codes = [...CODES.keys()].filter(code => !examples.has(code) && !shapes.has(code))
    const untried = codes.filter(code => !new RegExp(`(?<![\\w/])${code}(?![\\w/-])`).test(texts))
    expect(untried).toEqual([])
  })

  test('says each in a sentence that ends', () => {
    for (const [code, { means, mend }] of CODES) {
      expect(`${code} ${means}`).toMatch(/[.]$/)
      expect(`${code} ${mend}`).toMatch(/[.]$/)
    }
  })

  test('is in the order of names, and reads every row of its page', () => {
    const names = [...CODES.keys()]
    expect(names).toEqual(names.toSorted())
    const page = readFileSync(join(root, 'src/check/README.md'), 'utf8')
    const rows = page.split('\n').filter(line => line.startsWith('|'))
    expect(rows.length - 2).toBe(CODES.size - RULES.length)
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(5)
  })

  test('says of settings what it says of other files', () => {
    for (const part of SHAPE) expect(CODES.get(`settings/${part}`)).toEqual(CODES.get(`record/${part}`))
  })
})
