/** What is shipped about real States says that it is no real note, and bears no number. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { load } from '../src/load/load.ts'
import { fieldsOf, textAt, valueAt } from '../src/records/checks/parts.ts'
import { root } from './fixtures.ts'

/** Every folder of the package that ships a note beside its register; bad fixtures are not meant to be rendered. */
const folders = ['fixtures', 'templates']
  .flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name))
  )
  .filter(name => name.endsWith('/note.yaml') && !name.startsWith('fixtures/bad/'))
  .map(name => dirname(name))

const recordsIn = (name: string) => load({ name, text: readFileSync(join(root, name), 'utf8') }).value

test('shipped notes are there, and one is about real States', () => {
  expect(folders.length).toBeGreaterThan(6)
  expect(folders.filter(folder => isReal(folder))).toEqual(['fixtures/kyiv-embassy-2025'])
})

function isReal(folder: string): boolean {
  const parties = fieldsOf(valueAt(recordsIn(`${folder}/register.yaml`), 'parties'))
  return parties.some(([, party]) => textAt(party, 'iso') !== null)
}

test.each(folders.filter(isReal))('%s bears its specimen line and no number', folder => {
  const note = recordsIn(`${folder}/note.yaml`)
  expect(textAt(note, 'specimen', 'en')).toMatch(/\w/)
  expect(valueAt(note, 'number')).toBe(null)
})
