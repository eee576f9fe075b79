/** Every command line is read as its command's definition has it, or refused in one line. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/command-line.ts'
import { Obstacle } from '../../src/cli/obstacle.ts'
import type { Command, CommandOption } from '../../src/cli/options.ts'
import { readWords } from '../../src/cli/read-words.ts'

const values = [
  'note.yaml',
  '-',
  '--',
  'out/',
  'pdf',
  'txt',
  'issue',
  '2',
  '0',
  'json',
  'json=a.json',
  '-x',
  'render',
  'true',
  'a=b'
]

/** Words that could stand behind a command: its options, alone and with a value, and names. */
function wordsOf(command: Command): fc.Arbitrary<string> {
  const options = Object.entries(command.options).flatMap(([key, { alias }]) =>
    typeof alias === 'string' ? [`--${key}`, `-${alias}`] : [`--${key}`]
  )
  const choices = Object.values({ ...command.options, ...command.takes }).flatMap(each => each.choices ?? [])
  const known = [...values, ...choices.map(String)]
  const option = fc.constantFrom(...options, '--help', '--version', '--frm', '-h')
  const value = fc.constantFrom(...known)
  return fc.oneof(
    value,
    option,
    fc.tuple(option, value).map(([name, word]) => `${name}=${word}`)
  )
}

const line = fc
  .constantFrom(...COMMANDS)
  .chain(command =>
    fc
      .tuple(fc.constantFrom(...command.words), fc.array(wordsOf(command), { maxLength: 5 }))
      .map(([word, rest]) => [word, ...rest])
  )

/** Whether an answer is of the type that is stated for it. */
function isOf(value: unknown, { type, array, choices }: CommandOption): boolean {
  if (array) return Array.isArray(value) && value.every(each => typeof each === 'string')
  if (choices) return typeof value === 'string' && choices.includes(value)
  return typeof value === (type ?? 'string')
}

test('every line is read as its definition says, or refused in one line', () => {
  let read = 0
  const property = fc.property(line, words => {
    const answer = attempted(words)
    if (answer === null || !('command' in answer)) return
    read += 1
    const { command, given } = answer
    expect(command.words).toContain(words[0])
    const table: Readonly<Record<string, CommandOption>> = { ...command.options, ...command.takes }
    for (const [key, value] of Object.entries(given))
      if (value !== undefined) expect(isOf(value, table[key] ?? {}), `${words.join(' ')}: ${key}`).toBe(true)
    for (const [key, { demandOption }] of Object.entries(command.takes))
      if (demandOption) expect(given[key]).toBeDefined()
  })
  fc.assert(property, { seed: 20251114, numRuns: 600 })
  expect(read).toBeGreaterThan(80)
})

/** Lines, and the answers in them. */
const lines: Readonly<Record<string, object>> = {
  'render note.yaml': { notes: ['note.yaml'] },
  'compile a.yaml b.yaml -o out/': { notes: ['a.yaml', 'b.yaml'], output: 'out/' },
  'render - -o - --format txt': { notes: ['-'], output: '-', format: 'txt' },
  'render n.yaml -oa.pdf --quiet': { notes: ['n.yaml'], output: 'a.pdf', quiet: true },
  'render -o=a.pdf -- -n.yaml -': { notes: ['./-n.yaml', '-'], output: 'a.pdf' },
  '--report json=a.json render n.yaml --report pretty': { notes: ['n.yaml'], report: ['json=a.json', 'pretty'] },
  check: { paths: [] },
  'check --coverage a': { paths: ['a'], coverage: ['table'] },
  'check -- --coverage': { paths: ['./--coverage'] },
  '-o new render note.yaml': { notes: ['note.yaml'], output: 'new' },
  '-- render -n.yaml': { notes: ['./-n.yaml'] },
  'check --coverage lcov=c a': { paths: ['a'], coverage: ['lcov=c'] },
  'explain n.yaml --page -5': { note: 'n.yaml', page: '-5' },
  schema: {}
}
for (const [words, given] of Object.entries(lines))
  test(words, () => {
    const read = attempted(words.split(' '))
    expect({ ...read }).toMatchObject({ given })
  })

/** Lines that mean nothing, and why. */
const refused: Readonly<Record<string, string>> = {
  'render -o': '-o needs a value',
  'render a -o --quiet': '-o needs a value',
  'render a --output=': '--output needs a value',
  'render a -xyz': 'there is no option -x',
  'render a --__proto__ b': 'there is no option --__proto__',
  'new a b': '`b` is unexpected: too many names',
  'render a --quiet=no': '--quiet takes no value',
  'render a --output -5': '--output needs a value',
  'render a --help=false': '--help takes no value',
  'foo --help': 'there is no command `foo`',
  '-- --help': 'there is no command `--help`',
  'help note.yaml': 'there is no command `note.yaml`'
}
for (const [words, message] of Object.entries(refused))
  test(words, () => {
    expect(() => readWords(words.split(' '), COMMANDS)).toThrow(expect.objectContaining({ name: 'Obstacle', message }))
  })

test('the start of one option is taken for that', () => {
  expect(() => readWords(['render', 'a', '--out', 'b'], COMMANDS)).toThrow(
    expect.objectContaining({ hints: ['did you mean `--output`?'] })
  )
})

test('every command reads an option as the others do, so that the command can be told', () => {
  const typesOf = (key: string) =>
    COMMANDS.flatMap(({ options }) => {
      const { [key]: option } = options
      return option ? `${option.type === 'boolean'} ${option.alias} ${option.bare}` : []
    })
  const keys = new Set(COMMANDS.flatMap(each => Object.keys(each.options)))
  expect([...keys].filter(key => new Set(typesOf(key)).size > 1)).toEqual([])
})

/** Null for a line that means nothing: anything but an `Obstacle` is thrown on. */
function attempted(words: readonly string[]): ReturnType<typeof readWords> | null {
  try {
    return readWords(words, COMMANDS)
  } catch (thrown) {
    if (thrown instanceof Obstacle) return null
    throw thrown
  }
}
