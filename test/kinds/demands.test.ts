/** What a request says of a demand is printed in the form that the verb of the demand governs, or refused. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { attempt } from '../../src/diagnostic.ts'
import { english } from '../../src/languages/en/index.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineOver, root } from '../fixtures.ts'

describe('the English article', () => {
  test.each([
    ['appropriate', 'an'],
    ['impartial', 'an'],
    ['official', 'an'],
    ['honest', 'an'],
    ['immediate', 'an'],
    ['unequivocal', 'an'],
    ['unimpeded', 'an'],
    ['uninterrupted', 'an'],
    ['urgent', 'an'],
    ['early', 'an'],
    ['prompt', 'a'],
    ['written', 'a'],
    ['unanimous', 'a'],
    ['unified', 'a'],
    ['useful', 'a'],
    ['European', 'a'],
    ['one-day', 'a'],
    ['humane', 'a']
  ])('%s', (text, article) => {
    expect(english.say.indefinite?.(text)).toBe(`${article} ${text}`)
  })
})

const NOTE = 'fixtures/embassy-storming/note.yaml'
const text = readFileSync(join(root, NOTE), 'utf8')

/** What the note is refused for in a language, with other demands. */
function refused(demands: string, language: string): readonly string[] {
  const altered = text.replace(/^demands:\n(?: {2}.*\n)+/m, `demands:\n  - ${demands}\n`)
  const engine = engineOver({ [NOTE]: altered })
  const { findings } = attempt(() => prepare(engine, { ...askFor('embassy-storming'), language }).stages.document())
  return findings.filter(each => each.severity === 'error').map(each => `${each.pointer} ${each.message}`)
}

describe('what a request says of a demand', () => {
  test('is refused where the words of the demand have no place for it', () => {
    expect(refused('{ demand: inform, qualifier: { en: prompt } }', 'en')).toEqual([
      '/demands/0/qualifier the words of the demand `inform` have no place for a `qualifier`'
    ])
  })

  test('is wanted in the form that the verb governs', () => {
    expect(refused('{ words: { en: x, ru: { inf: вернуть } }, source: nobody }', 'ru')).toEqual([
      '/demands/0/source the register has no source `nobody`'
    ])
    expect(refused('{ demand: cease, qualifier: { en: immediate, ru: { adv: немедленно } } }', 'ru')).toEqual([
      '/demands/0/qualifier/ru/gen no form `gen` in `ru` at /demands/0/qualifier/ru/gen'
    ])
  })

  test('is made once, however it is written', () => {
    expect(refused('cease\n  - { demand: cease }', 'en')).toEqual([
      expect.stringContaining('/demands/1 `cease` is already in this list, on line ')
    ])
  })
})
