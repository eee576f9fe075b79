/** An installation that lacks a file, or holds a damaged one, says so in one line or does without it. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { preparsedAt } from '../../src/cli/disk/preparsed.ts'
import { root } from '../fixtures.ts'
import { commandLine } from '../tools/built.ts'
import { folderOf } from './folder.ts'

const REFUSAL = 'verbale: the installation is damaged; install verbale again\n'

/** What a command says where one file of the bundle is another, or not there. */
async function withFile(name: string, change: (text: string) => string | null, words = ['--version']) {
  const built = await commandLine()
  const folder = join(folderOf({ 'package.json': '{"version":"0.1.0"}' }), 'dist')
  mkdirSync(folder)
  symlinkSync(join(root, 'node_modules'), join(folder, '../node_modules'))
  cpSync(join(root, 'templates'), join(folder, '../templates'), { recursive: true })
  for (const each of readdirSync(dirname(built)))
    if (each !== name && each !== 'verbale.cjs') symlinkSync(join(dirname(built), each), join(folder, each))
  copyFileSync(built, join(folder, 'verbale.cjs'))
  const text = change(readFileSync(join(dirname(built), name), 'latin1'))
  if (text !== null) writeFileSync(join(folder, name), text, 'latin1')
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'verbale.cjs'), ...words], { encoding: 'utf8' })
  return { status, stderr }
}

test.each(['main.cjs', 'form.cjs', 'rest.cjs', 'patterns.en-gb.json', 'preparsed.en.json'])(
  'without %s, or with a part of it',
  async name => {
    const changes = [() => null, () => '', (text: string) => text.slice(0, text.length / 2)]
    for (const change of changes) expect(await withFile(name, change)).toEqual({ status: 2, stderr: REFUSAL })
  },
  60_000
)

test('whole', async () => {
  expect(await withFile('preparsed.en.json', text => text)).toEqual({ status: 0, stderr: '' })
}, 60_000)

test('a fault is one of the installation where a file is not as it was built', async () => {
  const words = ['render', join(root, 'fixtures/minimal/note.yaml'), '--format', 'txt', '-o', '-']
  const { status, stderr } = await withFile('preparsed.en.json', text => text.replaceAll('args', 'arqs'), words)
  expect(stderr.endsWith(REFUSAL)).toBe(true)
  expect(status).toBe(2)
}, 60_000)

const whole = '{"trees":[["a","b"]],"data":[["c","d"]]}'

test('what was read ahead is done without where it cannot be read', () => {
  const read = (text: string) => {
    const { trees, data } = preparsedAt(join(folderOf({ 'preparsed.en.json': text }), 'preparsed.en.json'))
    return [...trees, ...data].flat()
  }
  expect(read(whole)).toEqual(['a', 'b', 'c', 'd'])
  const damaged = ['', whole.slice(0, 20), 'null', '[]', '{}', '{"trees":5}', whole.replace('"d"', '4')]
  expect(damaged.map(read)).toEqual(damaged.map(() => []))
})
