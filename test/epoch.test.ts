/** The bytes of every fixture in every form, against those that its render epoch made; `npm run accept` rewrites what is not released. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RENDER_EPOCH } from '../src/bundle/schema.ts'
import { createWorld } from '../src/cli/disk/disk.ts'
import { createEngine } from '../src/render.ts'
import { ofFixture } from './conformance/make.ts'
import { accepted, contradictions, type Epochs } from './epochs.ts'
import { fixtures, lettering, preparsed, root } from './fixtures.ts'
import { released } from './tools/release.mjs'

const file = join(root, 'test/epochs.json')
const isAccepting = process.env['VERBALE_ACCEPT'] === '1' && process.env['CI'] === undefined
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** Copies say which version of the package made them, and versions come without other bytes. */
const engine = createEngine({ ...createWorld(root), version: 'any' }, preparsed, lettering)

/** A digest over all that can be made of a fixture. */
function digestOf(name: string): string {
  const made = ofFixture(name, engine)
  expect(made.length).toBeGreaterThan(1)
  return sha256(made.map(each => `${each.name} ${sha256(each.bytes)}\n`).join(''))
}

test(`the fixtures are what render epoch ${RENDER_EPOCH} makes`, () => {
  const kept: Epochs = JSON.parse(readFileSync(file, 'utf8'))
  const made = Object.fromEntries(fixtures.map(name => [name, digestOf(name)]))
  expect(contradictions(kept, RENDER_EPOCH, made)).toEqual([])
  const now = accepted(kept, RENDER_EPOCH, made)
  if (isAccepting) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`)
  expect(isAccepting ? now : kept, 'once the new bytes were looked at: npm run accept').toEqual(now)
}, 120_000)

describe('an epoch', () => {
  const [draft, out] = [null, '1.0.0'].map(version => ({ 1: { released: version, fixtures: { a: '1', b: '2' } } }))
  const other = { a: '1', b: '3' }
  if (!draft || !out) throw new Error('there is no table')

  test('can make other bytes until it is released', () => {
    expect(contradictions(draft, 1, other)).toEqual([])
    expect(accepted(draft, 1, other)).toEqual({ 1: { released: null, fixtures: other } })
  })

  test('makes the same bytes ever after', () => {
    expect(contradictions(out, 1, { a: '1', b: '2' })).toEqual([])
    expect(contradictions(out, 1, other)).toEqual([
      'the bytes of b changed, and epoch 1 was released with verbale 1.0.0: raise `RENDER_EPOCH` in src/bundle/schema.ts to 2'
    ])
  })

  test('takes more fixtures, and forgets none', () => {
    expect(contradictions(out, 1, { a: '1', c: '9' })).toEqual([])
    expect(accepted(out, 1, { a: '1', c: '9' })[1]?.fixtures).toEqual({ a: '1', b: '2', c: '9' })
  })

  test('is followed by the next', () => {
    expect(contradictions(out, 2, other)).toEqual([])
    expect(accepted(out, 2, other)).toEqual({ ...out, 2: { released: null, fixtures: other } })
    expect(contradictions(out, 3, other)).toHaveLength(1)
    expect(contradictions(accepted(out, 2, other), 1, other)).toHaveLength(1)
  })

  test('is released once, with the version that first makes its bytes', () => {
    expect(released(draft, '1.0.0')).toEqual(out)
    expect(released(out, '1.1.0')).toEqual(out)
    expect(released(accepted(out, 2, other), '2.0.0')[2]?.released).toBe('2.0.0')
  })
})
