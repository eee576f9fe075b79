/** The bytes of every fixture in every form, against those that its render epoch made; `npm run accept` rewrites what is not released. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RENDER_EPOCH } from '../src/bundle/schema.ts'
import { createWorld } from '../src/cli/disk/disk.ts'
import { createEngine } from '../src/render.ts'
import { ofFixture } from './conformance/make.ts'
import { accepted, changes, contradictions, type Epochs, type Forms } from './epochs.ts'
import { fixtures, lettering, preparsed, root } from './fixtures.ts'
import { released } from './tools/release.mjs'

const file = join(root, 'test/epochs.json')
const isAccepting = process.env['VERBALE_ACCEPT'] === '1' && process.env['CI'] === undefined
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** Copies say which version of the package made them, and versions come without other bytes. */
const engine = createEngine({ ...createWorld(root), version: 'any' }, { preparsed, lettering })

/** A digest of each fixture in each form that can be made of it, by form. */
function digests(): Forms {
  const forms: Record<string, Record<string, string>> = {}
  for (const fixture of fixtures) {
    const made = ofFixture(fixture, engine)
    expect(made.length).toBeGreaterThan(1)
    for (const { name, bytes } of made) {
      const form = name.slice(fixture.length + 1)
      forms[form] = { ...forms[form], [fixture]: sha256(bytes) }
    }
  }
  return forms
}

test(`the fixtures are what render epoch ${RENDER_EPOCH} makes`, () => {
  const kept: Epochs = JSON.parse(readFileSync(file, 'utf8'))
  const made = digests()
  expect(contradictions(kept, RENDER_EPOCH, made)).toEqual([])
  const now = accepted(kept, RENDER_EPOCH, made)
  if (isAccepting) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`)
  else expect(changes(kept, RENDER_EPOCH, made), 'once the new bytes were looked at: npm run accept').toEqual([])
  expect(isAccepting ? now : kept, 'once the new bytes were looked at: npm run accept').toEqual(now)
}, 120_000)

describe('an epoch', () => {
  const [draft, out] = [null, '1.0.0'].map(version => ({
    1: { released: version, forms: { draft: { a: '1', b: '2' }, issue: { a: '5' } } }
  }))
  const other = { draft: { a: '1', b: '3' }, issue: { a: '5' } }
  if (!draft || !out) throw new Error('there is no table')

  test('can make other bytes until it is released', () => {
    expect(contradictions(draft, 1, other)).toEqual([])
    expect(accepted(draft, 1, other)).toEqual({ 1: { released: null, forms: other } })
  })

  test('makes the same bytes ever after', () => {
    expect(contradictions(out, 1, { draft: { a: '1', b: '2' } })).toEqual([])
    expect(contradictions(out, 1, other)).toEqual([
      'the bytes changed (draft of b), and epoch 1 was released with verbale 1.0.0: raise `RENDER_EPOCH` in src/bundle/schema.ts to 2'
    ])
  })

  test('says which forms of which fixtures changed', () => {
    expect(changes(draft, 1, other)).toEqual(['draft of b'])
    expect(changes(draft, 1, { draft: { a: '2', b: '3' }, issue: { a: '6' } })).toEqual(['draft of a, b', 'issue of a'])
    expect(changes(draft, 1, { draft: { c: '9' }, '2u': { a: '7' } })).toEqual([])
  })

  test('takes more fixtures, and forgets none', () => {
    const more = { draft: { a: '1', c: '9' }, '2u': { a: '7' } }
    expect(contradictions(out, 1, more)).toEqual([])
    expect(accepted(out, 1, more)[1]?.forms).toEqual({
      draft: { a: '1', b: '2', c: '9' },
      issue: { a: '5' },
      '2u': { a: '7' }
    })
  })

  test('is followed by the next', () => {
    expect(contradictions(out, 2, other)).toEqual([])
    expect(accepted(out, 2, other)).toEqual({ ...out, 2: { released: null, forms: other } })
    expect(contradictions(out, 3, other)).toHaveLength(1)
    expect(contradictions(accepted(out, 2, other), 1, other)).toHaveLength(1)
  })

  test('is released once, with the version that first makes its bytes', () => {
    expect(released(draft, '1.0.0')).toEqual(out)
    expect(released(out, '1.1.0')).toEqual(out)
    expect(released(accepted(out, 2, other), '2.0.0')[2]?.released).toBe('2.0.0')
  })
})
