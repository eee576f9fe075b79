/** A bundle is all that its note is made from: a closed world of it makes the same note to the byte. */

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../src/cli/disk/disk.ts'
import { Rejected } from '../src/diagnostic.ts'
import { protestDossierOf } from '../src/kinds/protest/protest-case.ts'
import { createEngine, prepare } from '../src/render.ts'
import { BUNDLED, type Bundle, worldOf } from '../src/world.ts'
import { askFor, engineHere, fixtures, home, root } from './fixtures.ts'

const tools = createWorld(root)
const bundled = { note: BUNDLED.note, registers: [BUNDLED.register] }

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function hashesOf({ files }: Bundle): Record<string, string> {
  return Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)]))
}

describe.each(fixtures)('the bundle of %s', name => {
  const made = prepare(engineHere(), askFor(name))
  const bundle = made.bundle()
  const again = prepare(createEngine(worldOf(bundle, tools), home), bundled)

  test('makes the same PDF', () => {
    expect(sha256(again.stages.pdf())).toBe(sha256(made.stages.pdf()))
  })

  test('bundles itself', () => {
    expect(hashesOf(again.bundle())).toEqual(hashesOf(bundle))
  })

  test('holds no coordinates but those of an annex of them', () => {
    const register = new TextDecoder().decode(bundle.files.get(BUNDLED.register))
    expect(register.includes('"coordinates":{')).toBe(
      protestDossierOf(made.stages.resolved().dossier).positions !== null
    )
  })
})

test('a bundle that lacks a template is an error, though the package has that template', () => {
  const { files } = prepare(engineHere(), askFor('minimal')).bundle()
  const name = 'templates/en/partials/opening.hbs'
  expect(files.has(name)).toBe(true)
  const without = { files: new Map([...files].filter(([each]) => each !== name)) }
  const render = () => prepare(createEngine(worldOf(without, tools), home), bundled)
  expect(render).toThrow(Rejected)
  expect(render).toThrow(/there is no partial `opening`/)
})

test('an issue that would carry its records is refused, unless it stays in the house', () => {
  const asked = askFor('minimal')
  const issue = { ...askFor('embassy-storming'), embed: true }
  expect(() => prepare(engineHere(), issue)).toThrow(/must not carry the records/)
  expect(prepare(engineHere(), { ...issue, internal: true }).form).toBe('issue')
  expect(() => prepare(engineHere(), { ...asked, embed: true, conformance: '2a' })).toThrow(/may not carry/)
})
