/** An installation that lacks a file, or holds a damaged one, says so in one line or does without it. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { preparsedAt } from '../../src/cli/disk/preparsed.ts'
import { commandLine } from '../tools/built.ts'
import { folderOf } from './folder.ts'

/** What `--version` says where a file of the bundle is not there. */
async function without(missing: string) {
  const built = await commandLine()
  const folder = folderOf({})
  const start = join(folder, 'verbale.cjs')
  for (const name of readdirSync(dirname(built)))
    if (name !== missing && name !== 'verbale.cjs') symlinkSync(join(dirname(built), name), join(folder, name))
  copyFileSync(built, start)
  const { status, stderr } = spawnSync(process.execPath, [start, '--version'], { encoding: 'utf8' })
  return { status, stderr }
}

test.each(['main.cjs', 'form.cjs', 'rest.cjs', 'patterns.en-gb.json'])(
  'without %s',
  async missing => {
    const stderr = 'verbale: the installation is not complete; install verbale again\n'
    expect(await without(missing)).toEqual({ status: 2, stderr })
  },
  60_000
)

test('whole', async () => {
  expect(await without('preparsed.en.json')).toEqual({ status: 0, stderr: '' })
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
