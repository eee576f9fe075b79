/** A house's units lie over those of the package; a note carries the files that have words for its measures. */
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../src/kinds/index.ts'
import { createRecordStore, readUnits } from '../../src/records/read.ts'
import { createEngine, prepare } from '../../src/render.ts'
import { positionOf } from '../../src/source.ts'
import { BUNDLED, worldOf } from '../../src/world.ts'
import { askFor, engineOver, home, proseOf } from '../fixtures.ts'
import { refusals } from './make-records.ts'

const PACKAGE = 'templates/units/package.yaml'
const HOUSE = 'templates/units.yaml'
const LEAGUE = 'league: { en: { one: league, many: leagues, confirmed: X } }'
const units = (entries: string) => `verbale: 1\nunits:\n  ${entries}\n`

/** The words of the package and of a house. */
function read(house: string) {
  const { world } = engineOver({ [HOUSE]: house })
  return readUnits(createRecordStore(world, KINDS))
}

describe('over the units of the package lie those of the house', () => {
  test('language by language', () => {
    const { value, findings } = read(units(`yard: { en: { one: yd, many: yds, confirmed: X } }\n  ${LEAGUE}`))
    expect(findings).toEqual([])
    expect(value.get('yard')?.get('en')).toEqual({
      file: HOUSE,
      words: { one: ['yd'], few: null, many: ['yds'] },
      confirmed: 'X'
    })
    expect(value.get('yard')?.get('ru')?.file).toBe(PACKAGE)
    expect(value.get('league')?.get('en')?.words.many).toEqual(['leagues'])
    expect(value.get('metre')?.size).toBe(3)
  })

  test('and what is wrong in them is told at its place', () => {
    const { findings } = read(units('yard: { en: { one: [], confirmed: X } }'))
    const said = findings.map(({ rule, span }) => `${rule} ${span && positionOf(span.source, span.start).line}`)
    expect(said).toEqual(['record/wrong-value 3'])
  })
})

/** A fixture with another unit in its first measure, in a workspace with a table of its own. */
function prepared(unit: string, house: Readonly<Record<string, string>>) {
  const name = 'fixtures/airspace-violation/register.yaml'
  const text = new TextDecoder().decode(engineOver({}).world.read(name) ?? expect.fail())
  return prepare(
    engineOver({ [name]: text.replace('unit: nautical-mile', `unit: ${unit}`), ...house }),
    askFor('airspace-violation')
  )
}

test('a unit of the house is printed, and its table is carried; a note is made of both again', () => {
  const note = prepared('league', { [HOUSE]: units(LEAGUE) })
  expect(proseOf(note.stages.document())).toContain('about 11\u00A0leagues')
  const bundle = note.bundle()
  expect([...bundle.files.keys()].filter(each => each.includes('units'))).toEqual([HOUSE, PACKAGE])
  const again = prepare(createEngine(worldOf(bundle, engineOver({}).world), home), {
    note: BUNDLED.note,
    registers: [BUNDLED.register]
  })
  expect(again.stages.pdf()).toEqual(note.stages.pdf())
})

test('a note without measures carries no table', () => {
  const files = [
    ...prepare(engineOver({ [HOUSE]: units(LEAGUE) }), askFor('minimal'))
      .bundle()
      .files.keys()
  ]
  expect(files.filter(each => each.includes('units'))).toEqual([])
})

test('a unit of no table, and one that lacks words in the language, are refused where they stand', () => {
  const said = (unit: string, house = {}) => refusals(() => prepared(unit, house)).join('\n')
  expect(said('league')).toContain('record/unknown-unit')
  const other = { [HOUSE]: units('league: { az: { one: liq, confirmed: X } }') }
  expect(said('league', other)).toContain('no words, or too few, for the unit `league` in `en`')
  // one form alone would have to be guessed from
  expect(said('league', { [HOUSE]: units('league: { en: { one: league, confirmed: X } }') })).toContain('too few')
})

test('zeros at the end of a measure are digits that were given', () => {
  const name = 'fixtures/hedged-facts/register.yaml'
  const text = new TextDecoder().decode(engineOver({}).world.read(name) ?? expect.fail())
  const printed = (value: string) => {
    const engine = engineOver({ [name]: text.replace('value: 12.50', `value: ${value}`) })
    return /about (\S+)\u00A0square/.exec(proseOf(prepare(engine, askFor('hedged-facts')).stages.document()))?.[1]
  }
  expect(['12.50', '12.5', '12.0', '12', '5.0, decimals: 0'].map(printed)).toEqual([
    '12.50',
    '12.5',
    '12.0',
    '12',
    'five'
  ])
})
