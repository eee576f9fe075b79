/** A house's law lies over that of the package, entry by entry; a note carries of both what it used. */
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../src/kinds/index.ts'
import { fieldsOf, valueAt } from '../../src/records/checks/parts.ts'
import { LAW_FILES } from '../../src/records/law-layers.ts'
import { createRecordStore, readLaw } from '../../src/records/read.ts'
import { createEngine, prepare } from '../../src/render.ts'
import { positionOf } from '../../src/source.ts'
import { child, type Json, placeOf } from '../../src/value.ts'
import { BUNDLED, type Bundle, worldOf } from '../../src/world.ts'
import { askFor, engineOver, home } from '../fixtures.ts'

const [PACKAGE = '', HOUSE = ''] = LAW_FILES
const ARTICLE =
  '{ says: { en: peace }, class: civilian, covers: [], denies: [], binds: every-state, cited: [], means: null, subsidiary: false, needs: null, confirmed: X }'
const OWN = 'type: treaty, title: { en: the Treaty }, in-force: 2001-01-01, confirmed: null'
const BELOW = `verbale: 1
instruments:
  a: { ${OWN}, parties: { AZ: { since: 2001-02-01, confirmed: null } }, articles: { '1': ${ARTICLE}, '2': ${ARTICLE} } }
  b: { ${OWN}, parties: {}, articles: {} }
`

function read(files: Readonly<Record<string, string>>) {
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))
  const { world } = engineOver({})
  return readLaw(createRecordStore({ ...world, read: name => bytes.get(name) ?? null }, KINDS))
}

/** The law of two layers. */
function over(instruments: string, below = BELOW) {
  const law = read({ [PACKAGE]: below, [HOUSE]: `verbale: 1\ninstruments:\n${instruments}\n` })
  const said = law.findings.map(({ rule, span, message }) => {
    const line = span ? positionOf(span.source, span.start).line : 0
    return `${span?.source.name}:${line} ${rule} ${message}`
  })
  const fileOf = (...path: readonly string[]) => placeOf(law.loaded, path.reduce(child, '/instruments')).source.name
  return { said, fileOf, instruments: law.value?.instruments, layers: law.layers }
}

describe('over the law of the package lies that of the house', () => {
  test('article by article, and party by party', () => {
    const { said, instruments, fileOf } = over(
      `  a: { parties: { TR: { since: null, confirmed: null } }, articles: { '2': ${ARTICLE.replace('peace', 'calm')} } }`
    )
    expect(said).toEqual([])
    expect(Object.keys(instruments ?? {})).toEqual(['a', 'b'])
    expect(Object.keys(instruments?.['a']?.parties ?? {})).toEqual(['AZ', 'TR'])
    expect(instruments?.['a']?.articles['1']?.says).toEqual({ en: 'peace' })
    expect(instruments?.['a']?.articles['2']?.says).toEqual({ en: 'calm' })
    expect(fileOf('a')).toBe(PACKAGE)
    expect(fileOf('a', 'articles', '1', 'says', 'en')).toBe(PACKAGE)
    expect(fileOf('a', 'articles', '2', 'says', 'en')).toBe(HOUSE)
    expect(fileOf('a', 'parties', 'TR')).toBe(HOUSE)
  })

  test('with instruments of its own, and what it says anew of one as a whole', () => {
    const { said, instruments, fileOf } = over(
      `  a: { ${OWN.replace('the Treaty', 'the Pact')} }\n  c: { ${OWN}, parties: {}, articles: {} }`
    )
    expect(said).toEqual([])
    expect(Object.keys(instruments ?? {})).toEqual(['a', 'b', 'c'])
    expect(instruments?.['a']).toMatchObject({ title: { en: 'the Pact' }, articles: { 1: { says: { en: 'peace' } } } })
    expect([fileOf('a', 'title', 'en'), fileOf('a', 'parties', 'AZ')]).toEqual([HOUSE, PACKAGE])
  })

  test('key by key in what an instrument says of itself, which what the other file says no longer attests', () => {
    const below = BELOW.replace('confirmed: null, parties', 'confirmed: the depositary, parties')
    const lay = (own: string) => over(`  a: { ${own} }`, below)
    const { said, instruments, fileOf, layers } = lay('title: { en: the Pact }')
    expect(said).toEqual([])
    expect(instruments?.['a']).toMatchObject({ type: 'treaty', title: { en: 'the Pact' }, confirmed: null })
    expect([fileOf('a'), fileOf('a', 'type'), fileOf('a', 'title', 'en')]).toEqual([PACKAGE, PACKAGE, HOUSE])
    expect(layers.map(each => each.entries.has('/instruments/a/title'))).toEqual([false, true])
    expect(lay('confirmed: the desk').instruments?.['a']).toMatchObject({ confirmed: 'the desk' })
    expect(lay('in-force: null, confirmed: the desk').instruments?.['a']).toMatchObject({
      'in-force': null,
      title: { en: 'the Treaty' },
      confirmed: 'the desk'
    })
    expect(lay('').instruments?.['a']).toMatchObject({ confirmed: 'the depositary' })
  })

  test('and takes away what it sets to null', () => {
    const { said, instruments } = over("  a: { parties: { AZ: null }, articles: { '1': null } }\n  b: null")
    expect(said).toEqual([])
    expect(Object.keys(instruments ?? {})).toEqual(['a'])
    expect(instruments?.['a']?.parties).toEqual({})
    expect(Object.keys(instruments?.['a']?.articles ?? {})).toEqual(['2'])
  })

  test('where each is named with what it gives', () => {
    const { layers } = over(`  a: { articles: { '2': ${ARTICLE} } }`)
    const own = (id: string) => ['type', 'title', 'in-force', 'confirmed'].map(key => `/instruments/${id}/${key}`)
    expect(layers.map(({ name, entries }) => [name, [...entries]])).toEqual([
      [PACKAGE, ['/instruments/a/parties/AZ', '/instruments/a/articles/1', ...own('a'), ...own('b')]],
      [HOUSE, ['/instruments/a/articles/2']]
    ])
    expect(read({ [PACKAGE]: BELOW }).layers.map(each => each.name)).toEqual([PACKAGE])
  })
})

describe('what is wrong is told where it stands', () => {
  test.each([
    ["  a: { articles: { '3': { says: { en: peace } } } }", `${HOUSE}:3 record/missing-key`],
    // an article is confirmed as a whole, so that it is said anew as a whole
    ["  a: { articles: { '1': { confirmed: the desk } } }", `${HOUSE}:3 record/missing-key`],
    ['  c: { title: { en: the Pact } }', `${HOUSE}:3 record/missing-key`],
    ['  a: { title: null }', `${HOUSE}:3 record/wrong-type`],
    ['  c: { articles: {} }\n  b: { x: 1 }', `${HOUSE}:4 record/unknown-key`],
    ['  a: { parties: [AZ] }', `${HOUSE}:3 record/wrong-type`],
    ['  - a', `${HOUSE}:3 record/wrong-type`],
    [
      '  a: { parties: { TR: { since: 1999, confirmed: null } } }',
      `${HOUSE}:3 record/treaty-date nobody was bound by \`a\` on 1999: it is in force since 2001-01-01`
    ],
    ['  aa: null', `${HOUSE}:3 record/nothing-to-remove there is no \`aa\` to take away`],
    ["  b: { articles: { '1': null } }", `${HOUSE}:3 record/nothing-to-remove there is no \`1\` to take away`]
  ])('%s', (instruments, wanted) => {
    expect(over(instruments).said).toContainEqual(expect.stringContaining(wanted))
  })

  test('in both files', () => {
    const found = read({ [PACKAGE]: BELOW.replace('verbale: 1', 'verbale: 2'), [HOUSE]: 'verbale: 1\n\tx' }).findings
    expect(found.map(each => `${each.span?.source.name} ${each.rule}`)).toEqual([
      `${PACKAGE} record/format-version`,
      `${HOUSE} record/syntax`
    ])
    expect(
      read({ [PACKAGE]: BELOW.replace('type: treaty', 'type: pact'), [HOUSE]: 'verbale: 1\ninstruments: {}\n' })
        .findings[0]
    ).toMatchObject({
      rule: 'record/unknown-value',
      span: { source: { name: PACKAGE } }
    })
  })

  test('and a title that is missing has a text in each language', () => {
    const hints = read({ [PACKAGE]: BELOW.replace('{ en: the Treaty }', 'null') }).findings.flatMap(each => each.hints)
    expect(hints).toContain('write `{ en: … }`')
  })

  test('where there is no law at all', () => {
    expect(read({}).findings.map(each => each.message)).toEqual([`there is no \`${PACKAGE}\``])
  })
})

describe('a note carries', () => {
  const house = `verbale: 1
instruments:
  vcdr:
    title: { en: the Vienna Convention }
    parties: { AZ: { since: 1992-08-14, confirmed: the desk }, ZZ: { since: null, confirmed: null } }
    articles: { '22': { says: { en: the sanctity of missions }, class: diplomatic, covers: [embassy], denies: [], binds: receiving-state, cited: [principle], means: null, subsidiary: false, needs: null, confirmed: the desk } }
  pact: { ${OWN}, parties: {}, articles: {} }
`
  const bundled = { note: BUNDLED.note, registers: [BUNDLED.register] }
  const namesIn = (value: Json, ...path: readonly string[]) => fieldsOf(valueAt(value, ...path)).map(([name]) => name)
  const made = (name: string, files: Readonly<Record<string, string>>) => prepare(engineOver(files), askFor(name))
  const carried = ({ files }: Bundle, name: string): Json => JSON.parse(new TextDecoder().decode(files.get(name)))

  test('what it cites of the law, and nothing besides', () => {
    const bundle = made('embassy-storming', {}).bundle()
    expect(carried(bundle, PACKAGE)).toMatchObject({ verbale: 1, instruments: { vcdr: { confirmed: null } } })
    expect(namesIn(carried(bundle, PACKAGE), 'instruments')).toEqual(['vccr', 'vcdr'])
    expect(namesIn(carried(bundle, PACKAGE), 'instruments', 'vcdr', 'parties')).toEqual([])
    expect(namesIn(carried(bundle, PACKAGE), 'instruments', 'vcdr', 'articles')).toEqual(['22(2)'])
    expect(bundle.files.has(HOUSE)).toBe(false)
    expect(carried(made('minimal', {}).bundle(), PACKAGE)).toEqual({ verbale: 1, instruments: {} })
    const register = carried(made('drafter-insertion', {}).bundle(), BUNDLED.register)
    expect(namesIn(register, 'parties', 'vesmar', 'treaties')).toEqual(['vcdr'])
  })

  test('what it cites of each layer, and makes the same note of both again', () => {
    const note = made('drafter-insertion', { [HOUSE]: house })
    const bundle = note.bundle()
    expect(carried(bundle, HOUSE)).toMatchObject({
      instruments: { vcdr: { articles: { 22: { says: { en: 'the sanctity of missions' } } } } }
    })
    expect(carried(bundle, HOUSE)).toMatchObject({ instruments: { vcdr: { title: { en: 'the Vienna Convention' } } } })
    expect(JSON.stringify(carried(bundle, HOUSE))).not.toMatch(/pact|ZZ/)
    expect(JSON.stringify(carried(bundle, PACKAGE))).not.toMatch(/inviolability of the premises/)
    expect(carried(bundle, PACKAGE)).toMatchObject({ instruments: { vcdr: { type: 'treaty' } } })
    const again = prepare(createEngine(worldOf(bundle, engineOver({}).world), home), bundled)
    expect(again.stages.pdf()).toEqual(note.stages.pdf())
    expect([...again.bundle().files]).toEqual([...bundle.files])
  })

  test('and an older copy, with the whole law under the name of the house, makes it too', () => {
    const note = made('drafter-insertion', {})
    const { world } = engineOver({})
    const whole = world.read(PACKAGE) ?? expect.fail()
    const files = new Map([...note.bundle().files].filter(([name]) => name !== PACKAGE))
    const again = prepare(createEngine(worldOf({ files: files.set(HOUSE, whole) }, world), home), bundled)
    expect(again.stages.pdf()).toEqual(note.stages.pdf())
  })
})
