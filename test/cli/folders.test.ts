/** A folder, or a link that leads out, where a file is looked for: said so, with its name, and never an unexpected error. */
import { mkdirSync, renameSync, rmdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf } from './folder.ts'
import { run } from './in-process.ts'

/** The starter with a folder in the place of one of its files; its note is a fixture where the folder is a golden of it. */
async function withFolder(name: string): Promise<string> {
  const place = folderOf({})
  expect(await run(place, ['new', 'ws'])).toMatchObject({ code: 0 })
  const workspace = join(place, 'ws')
  rmSync(join(workspace, name), { force: true })
  mkdirSync(join(workspace, name), { recursive: true })
  if (!name.startsWith('fixtures/')) return workspace
  renameSync(join(workspace, 'note.yaml'), join(workspace, 'fixtures/first/note.yaml'))
  writeFileSync(join(workspace, 'fixtures/first/fixture.yaml'), 'verbale: 1\n')
  return workspace
}

const COMMANDS = {
  check: ['check'],
  render: ['render', 'note.yaml'],
  explain: ['explain', 'note.yaml'],
  record: ['record', '--report', 'csv'],
  named: ['check', 'register.yaml'],
  known: ['check', '--baseline', 'known.json'],
  learn: ['check', '--baseline', 'known.json', '--update']
} as const

test.each<[string, keyof typeof COMMANDS]>([
  ['register.yaml', 'check'],
  ['register.yaml', 'named'],
  ['register.yaml', 'render'],
  ['register.yaml', 'explain'],
  ['register.yaml', 'record'],
  ['verbale.yaml', 'check'],
  ['verbale.yaml', 'render'],
  ['verbale.yaml', 'explain'],
  ['note.yaml', 'render'],
  ['note.yaml', 'explain'],
  ['templates/en/title.hbs', 'explain'],
  ['templates/law.yaml', 'check'],
  ['templates/profiles/our-house.yaml', 'explain'],
  ['fixtures/first/expected/note.txt', 'check'],
  ['known.json', 'known'],
  ['known.json', 'learn']
])('%s: %s', async (name, command) => {
  const { code, err } = await run(await withFolder(name), COMMANDS[command])
  expect({ code: code === 1 || code === 2, err }).toEqual({ code: true, err: expect.stringMatching(/is a folder/) })
  expect(err).toContain(name)
})

test.each([
  'register.yaml',
  'note.yaml',
  'verbale.yaml',
  'confirmations.yaml',
  'translations.yaml',
  'templates/en/partials/letterhead.hbs',
  'templates/en/differs.yaml',
  'templates/formulas/en.yaml',
  'templates/law.yaml',
  'templates/profiles/our-house.yaml',
  'fixtures/first/expected/note.txt'
])('a link that leads out: %s', async name => {
  const workspace = await withFolder(name)
  rmdirSync(join(workspace, name))
  symlinkSync(join(folderOf({ secret: 'a secret' }), 'secret'), join(workspace, name))
  for (const words of [['check'], ['check', '--coverage']]) {
    const { code, out, err } = await run(workspace, words)
    expect(code).toBe(1)
    expect(err.split('\n').filter(line => line.startsWith(`${name}:1:1 error `))).toHaveLength(1)
    expect(out + err).not.toContain('a secret')
  }
})
