/** Several people confirm the wordings of one note: what each of them enters stays, and is told. */
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { lockOf, whileLocked } from '../../src/cli/disk/lock.ts'
import type { Explanation } from '../../src/explain/schema.ts'
import { root } from '../fixtures.ts'
import { runLine } from '../here.ts'
import { folderOf } from './folder.ts'

function minimal(): string {
  const shipped = (name: string) => readFileSync(join(root, 'fixtures/minimal', name), 'utf8')
  return folderOf({
    'verbale.yaml': 'verbale: 1\n',
    'note.yaml': shipped('note.yaml'),
    'register.yaml': shipped('register.yaml')
  })
}

test('who confirms the habits of the house is named by `explain`', async () => {
  const folder = minimal()
  const line = (command: string) => runLine({ command, input: '', folder, env: process.env }, true)
  const habits = async (): Promise<unknown[]> => {
    const { out } = await line('verbale explain note.yaml --format json')
    const { records } = JSON.parse(out) as Explanation
    return Object.values(records).flatMap(each => (each.file === 'profile' ? [each.confirmed] : []))
  }
  expect(new Set(await habits())).toEqual(new Set([null]))
  await line('verbale confirm note.yaml --by Aida --on 2026-03-05')
  expect(new Set(await habits())).toEqual(new Set(['Aida, 2026-03-05']))
})

test('what another enters while a confirmation waits stays in the file', async () => {
  const folder = minimal()
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
