/** What reads a command line alone, and yargs, which speaks where it cannot, take every line for the same. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/command-line.ts'
import { Obstacle } from '../../src/cli/obstacle.ts'
import type { Command, ReadLine } from '../../src/cli/options.ts'
import { readPlainly } from '../../src/cli/read-words.ts'
import { readByYargs } from '../../src/cli/yargs.ts'

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

/** The answers to what a command asks, those that are there. */
function answers({ command, given }: ReadLine): unknown {
  const asked = Object.keys({ ...command.options, ...command.takes })
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => asked.includes(key) && value !== undefined && String(value) !== '')
  )
}

test('every line that is read without yargs is read by it as the same', () => {
  let read = 0
  const property = fc.property(line, words => {
    const plain = attempted(() => readPlainly(words, COMMANDS))
    if (plain === null) return
    read += 1
    const full = readByYargs(words, COMMANDS, '1.2.3', () => 100)
    if (typeof full === 'string') throw new Error(`yargs answers ${words.join(' ')} with a text`)
    expect([full.command.words[0], answers(full)]).toEqual([plain.command.words[0], answers(plain)])
  })
  fc.assert(property, { seed: 20251114, numRuns: 600 })
  expect(read).toBeGreaterThan(80)
})

test('lines as people type them need no yargs', () => {
  const lines = [
    'render note.yaml',
    'compile a.yaml b.yaml -o out/',
    'render - -o - --format txt',
    'render n.yaml -oa.pdf --quiet'
  ]
  for (const each of [...lines, 'check', 'verify a.pdf --report json=a.json --report pretty', 'check --coverage'])
    expect(readPlainly(each.split(' '), COMMANDS), each).not.toBeNull()
})

/** What a line that means nothing is refused for is the same for both: the words are prepared alike. */
function attempted(read: () => ReadLine | null): ReadLine | null {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof Obstacle) return null
    throw thrown
  }
}
