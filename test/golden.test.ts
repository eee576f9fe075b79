/** Every fixture, in every dump that it names, against the dumps that were read and accepted; `npm run accept` rewrites them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareFixture } from '../src/fixtures/goldens.ts'
import type { Fixture, Golden } from '../src/fixtures/inventory.ts'
import { makeNotes } from '../src/fixtures/made.ts'
import { askFor, engineHere, fixtures, root } from './fixtures.ts'

const engine = engineHere()

function fixtureAt(name: string): Fixture {
  const folder = `fixtures/${name}`
  const expected = readdirSync(join(root, folder, 'expected')).map(file => `${folder}/expected/${file}`)
  return { folder, settings: `${folder}/fixture.yaml`, note: `${folder}/note.yaml`, expected }
}

function goldenAt(name: string): Golden {
  const path = join(root, name)
  return existsSync(path) ? { type: 'text', text: readFileSync(path, 'utf8') } : { type: 'none' }
}

describe.each(fixtures)('%s', name => {
  const fixture = fixtureAt(name)
  const notes = makeNotes(engine, askFor(name), fixture)

  test('is made without an error', () => {
    expect(notes.made.flatMap(each => each.findings).filter(each => each.severity === 'error')).toEqual([])
    expect(notes.made.every(each => each.whole)).toBe(true)
  })

  test('is what its goldens say, in every format', () => {
    expect(notes.settings?.compare).toEqual(['pages', 'tags', 'dossier', 'pdf', 'description'])
    const { findings, wanted } = compareFixture(engine, fixture, notes, goldenAt)
    expect(findings.map(each => [each.message, ...each.hints, ...(each.difference?.lines ?? [])])).toEqual([])
    expect(wanted).toEqual([])
  })
})

test('there are fixtures', () => {
  expect(fixtures.length).toBeGreaterThan(5)
})
