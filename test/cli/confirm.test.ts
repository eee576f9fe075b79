/** Several people confirm the wordings of one note: what each of them enters stays. */
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { lockOf, whileLocked } from '../../src/cli/disk/lock.ts'
import { root } from '../fixtures.ts'
import { runLine } from '../here.ts'
import { folderOf } from './folder.ts'

test('what another enters while a confirmation waits stays in the file', async () => {
  const shipped = (name: string) => readFileSync(join(root, 'fixtures/minimal', name), 'utf8')
  const folder = folderOf({
    'verbale.yaml': 'verbale: 1\n',
    'note.yaml': shipped('note.yaml'),
    'register.yaml': shipped('register.yaml')
  })
  const file = join(folder, 'confirmations.yaml')
  const confirm = (language: string, by: string) =>
    runLine(
      {
        command: `verbale confirm note.yaml --language ${language} --by ${by}`,
        input: '',
        folder,
        env: process.env
      },
      true
    )
  await confirm('az', 'Aida')
  const theirs = readFileSync(file, 'utf8')
  unlinkSync(file)
  const lock = lockOf(file)
  const held = await whileLocked({ path: file, shown: 'confirmations.yaml' }, () => readFileSync(lock, 'utf8'))
  writeFileSync(lock, held)
  const waiting = confirm('ru', 'Boris')
  await after(500)
  writeFileSync(file, theirs)
  unlinkSync(lock)
  expect((await waiting).code).toBe(0)
  const both = readFileSync(file, 'utf8')
  expect([both.includes('by: "Aida"'), both.includes('by: "Boris"')]).toEqual([true, true])
  expect(both.match(/az\.yaml/g)?.length).toBe(theirs.match(/az\.yaml/g)?.length)
})
