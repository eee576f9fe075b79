/** Every story is told once, and its runner sees what differs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Printed, runLine } from '../here.ts'
import { patternOf, run } from './stories.ts'

const folder = import.meta.dirname

test('every story is told in one file', () => {
  const files = readdirSync(folder)
  const told = files
    .filter(name => name.endsWith('.test.ts'))
    .flatMap(name => /^tell\((.*)\)$/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1]?.match(/[a-z]+/g) ?? [])
  expect(told.sort()).toEqual(files.flatMap(name => (name.endsWith('.md') ? [name.slice(0, -3)] : [])).sort())
})

test('the runner sees what differs', async () => {
  expect(patternOf('wrote … (2 pages, … KB)\n').test('wrote a.pdf (2 pages, 16 KB)\n')).toBe(true)
  expect(patternOf('wrote … (2 pages, … KB)\n').test('wrote a.pdf (3 pages, 16 KB)\n')).toBe(false)
  expect(patternOf('a.b\n').test('axb\n')).toBe(false)
  const step = { isHere: true, command: 'cat; echo b >&2; exit 3', input: 'a\n', expected: '' }
  expect(await run(step, '.', '/bin')).toBe('a\n2> b\n=> 3\n')
})

test.each([
  'verbale schema',
  'cd . && verbale rendr; verbale schema notes && verbale schema register',
  'verbale --help'
])('without a shell a line gives what it gives in one: %s', async command => {
  const given = (line: string): Promise<Printed> =>
    runLine({ command: line, input: '', folder, env: process.env }, true)
  expect(await given(command)).toEqual(await given(`true && ${command}`))
})
