/** The same note in other processes, time zones, locales, folders and orders: the same bytes. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixtures as all, root } from './fixtures.ts'
import { some } from './share.ts'
import { commandLine } from './tools/built.ts'

const fixtures = some(all, 8)
const folder = mkdtempSync(join(tmpdir(), 'verbale-same-'))
let cli = ''
beforeAll(async () => {
  cli = await commandLine()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The fixtures in a folder of their own, whose house lets an issue print words that nobody has confirmed yet. */
function workspace(name: string): string {
  const place = join(folder, name)
  cpSync(join(root, 'fixtures'), join(place, 'fixtures'), { recursive: true })
  writeFileSync(join(place, 'verbale.yaml'), 'verbale: 1\nunconfirmed: allowed\n')
  return join(place, 'fixtures')
}

/** One process that makes every fixture's note with its translations and file copies; the hashes by file. */
function hashes(
  run: string,
  names: readonly string[],
  environment: Record<string, string>,
  cwd: string,
  notes: string
): Record<string, string> {
  const out = join(folder, run)
  const paths = names.map(name => join(notes, name, 'note.yaml'))
  execFileSync('node', [cli, 'render', ...paths, '-o', `${out}/`, '--quiet'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: 'pipe'
  })
  return Object.fromEntries(
    readdirSync(out)
      .sort()
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex')
      ])
  )
}

test('three processes agree, with TZ, LANG, working directory, place of the files and order changed', () => {
  const here = workspace('here')
  const elsewhere = workspace('moved/further')
  const first = hashes('first', fixtures, { TZ: 'UTC', LANG: 'C' }, root, here)
  const second = hashes(
    'second',
    fixtures.toReversed(),
    { TZ: 'Asia/Kathmandu', LANG: 'az_AZ.UTF-8' },
    folder,
    elsewhere
  )
  const third = hashes(
    'third',
    fixtures.slice(1).concat(fixtures.slice(0, 1)),
    { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    '/',
    here
  )
  // a note to several addressees is a file for each
  const made = Object.keys(first)
  expect(fixtures.filter(name => !made.some(each => each.startsWith(`${name}.`)))).toEqual([])
  expect(second).toEqual(first)
  expect(third).toEqual(first)
}, 120_000)
