/** Overrides of which a finished note shows whether a sentence needs them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lookAtRendered } from '../../src/check/rendered.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineOver, root } from '../fixtures.ts'

const FILE = 'fixtures/minimal/note.yaml'
const text = readFileSync(join(root, FILE), 'utf8').replace(', translations: [az, ru]', '')

const BREACH = 'The attack is a violation of the obligations of Druvane under international law.'
const TREATY = 'The Vienna Convention on Diplomatic Relations was recalled in the call.'
const position = (rule: string) => `override:\n  - { rule: ${rule}, authority: the Minister, reason: a position }\n`
const saying = (words: string) =>
  `insert:\n  - { after: legal, text: { en: "${words}" }, source: duty-log, by: desk }\n`

function rulesFound(lines: string): string[] {
  const engine = engineOver({ [FILE]: `${text}${lines}` })
  const world = { ...engine.world, read: () => null }
  const found = lookAtRendered(prepare(engine, askFor('minimal')), { world, today: '2026-11-14', paged: true })
  return found.map(each => each.rule).filter(rule => rule !== 'NV049')
}

describe('an override', () => {
  test.each([
    ['NV029', BREACH],
    ['NV028', TREATY]
  ])('of %s that a sentence asks for is needed', (rule, words) => {
    expect(rulesFound(saying(words))).toEqual([rule])
    expect(rulesFound(saying(words) + position(rule))).toEqual([])
  })

  test('that neither records nor words ask for is not', () => {
    expect(rulesFound(position('NV029'))).toEqual(['resolve/unused-override'])
    expect(rulesFound(saying(TREATY) + position('NV029'))).toEqual(['resolve/unused-override', 'NV028'])
  })
})
