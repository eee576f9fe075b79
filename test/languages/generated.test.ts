/** Every language says what generated cases record: each note is made whole, and every statement of the templates is run. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecords } from '../../src/records/read.ts'
import { prepare } from '../../src/render.ts'
import { askForCase, proseOf } from '../fixtures.ts'
import { goodCase, SEED } from '../generator.ts'
import { idle } from '../idle.ts'
import { resolve } from '../kinds/protest.ts'
import { times, whole } from '../share.ts'
import { translated } from '../translated.ts'

/** Words in which no language but English is written; a treaty's numerals and `WGS 84` are no words. */
const ENGLISH = /\b(?:the|of|and|Annex|incident|Ministry|Embassy)\b/

/** No case strikes a territory without words of the house, and in Russian each has words for few. */
const NEVER_DRAWN = /this\.territory|(?:people|this)\.few/

test.each(['az', 'ru'])(
  'generated cases are said in %s',
  language => {
    // what has no date no language but English has words for yet
    const drawn = fc.sample(goodCase, { seed: SEED, numRuns: whole ? 900 : times(300) })
    const said = drawn.filter(each => !each.request['refers-to']?.includes('protests-undated'))
    const cases = said.map(each => {
      const { engine, asked } = askForCase(translated(each, language))
      const text = proseOf(prepare(engine, asked).stages.document())
      expect(text.split('\n').filter(line => ENGLISH.test(line))).toEqual([])
      return resolve(readRecords(engine.records, asked).records ?? expect.fail())
    })
    if (whole) expect(idle(cases, language).filter(each => !NEVER_DRAWN.test(each))).toEqual([])
  },
  300_000
)
