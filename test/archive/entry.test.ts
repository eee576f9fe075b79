import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryOf, idOf } from '../../src/archive/journal/entry.ts'
import { type Manifest, RENDER_EPOCH } from '../../src/bundle/schema.ts'
import { createWorld } from '../../src/cli/disk/disk.ts'
import { edited, insertion } from '../../src/load/insert.ts'
import { load } from '../../src/load/load.ts'
import type { NoteRecord } from '../../src/records/schema.ts'
import { validateRegister } from '../../src/records/validate.ts'
import { prepare } from '../../src/render.ts'
import { merge } from '../../src/template/merge.ts'
import type { TemplateStatement } from '../../src/template/syntax.ts'
import { createTemplateStore, openTemplate } from '../../src/template/template.ts'
import { askFor, askForCase, engineHere, home, root } from '../fixtures.ts'
import { findingsOf } from '../form/try-example.ts'
import { goodCase, SEED } from '../generator.ts'

const world = createWorld(root)
const files = { pages: 2, sha256: { issue: '1'.repeat(64), 'file-copy': '2'.repeat(64) }, keeping: {} }
const manifest: Manifest = {
  verbale: 1,
  epoch: RENDER_EPOCH,
  package: { name: 'verbale', version: '0' },
  form: 'file-copy',
  conformance: '2a',
  copyOf: null,
  language: 'en',
  number: null,
  date: null,
  files: [],
  fonts: [],
  shaper: { sha256: '' },
  zlib: { level: 6, probe: '' }
}

function entryOfFixture(name: string): NoteRecord {
  const { bundle } = prepare(engineHere(), { ...askFor(name), form: 'file-copy' })
  return entryOf({ manifest, bundle: bundle() }, files, world, home).entry
}

test.each([
  [
    'airspace-violation',
    'Note verbale No. 318/2026 from the Ministry of Foreign Affairs of the Republic of Ostrelle to the Embassy of the Federal Republic of Cantarre in the Republic of Ostrelle protesting the incident that occurred on 9 September 2026'
  ],
  [
    'chronology-annex',
    'Note verbale No. 31/2027 from the Ministry of Foreign Affairs of the Republic of Ostrelle to the Embassy of the Federal Republic of Cantarre in the Republic of Ostrelle protesting the incidents that occurred on 3 and 4 February 2027'
  ]
])('%s is called as archives do', (name, title) => {
  expect(entryOfFixture(name).title).toEqual({ en: title })
})

test('an entry names what the note protests and how many annexes it has', () => {
  const { incidents, annexes, evidence } = entryOfFixture('chronology-annex')
  expect([incidents, annexes, evidence]).toEqual([['orrick-2027-02-03', 'ansorett-2027-02-04'], 1, []])
})

test('what the house says of the law since changes nothing of what was issued', () => {
  const since = new TextEncoder().encode('verbale: 1\ninstruments: { vcdr: null, vccr: null }\n')
  const house = { ...world, read: (name: string) => (name === 'templates/law.yaml' ? since : world.read(name)) }
  const { bundle } = prepare(engineHere(), { ...askFor('chronology-annex'), form: 'file-copy' })
  expect(entryOf({ manifest, bundle: bundle() }, files, house, home).entry).toEqual(entryOfFixture('chronology-annex'))
})

test('a later note cites what it was about without a fault of form', () => {
  const { subject } = entryOfFixture('airspace-violation')
  const citing = findingsOf({
    what: 'a note that cites it',
    from: 'airspace-violation',
    edits: [
      ['register.yaml', 'number: 206/2026', `number: 206/2026\n    subject: ${JSON.stringify(subject)}`],
      ['note.yaml', 'reserve-rights: true', 'reserve-rights: true\nrefers-to: [note-206-2026]']
    ]
  })
  expect(citing.filter(each => each.severity !== 'information').map(each => each.message)).toEqual([])
})

test('an id is of the number, the series and the year', () => {
  const of = (number: string, series?: string) =>
    idOf({ number, date: '2031-03-01', ...(series === undefined ? {} : { series }) })
  expect([of('12/2031'), of('12'), of('351/3ДСНГ'), of('7-A', 'confidential'), of('№'), of('1'.repeat(90))]).toEqual([
    'note-12-2031',
    'note-12-2031',
    'note-351-3-2031',
    'note-confidential-7-a-2031',
    null,
    null
  ])
})

/** Statements of a template and of all that stands in them. */
function within(statements: readonly TemplateStatement[]): TemplateStatement[] {
  return statements.flatMap(each =>
    each.type === 'block' ? [each, ...within(each.body), ...within(each.inverse ?? [])] : [each]
  )
}

test('the entry of any note goes into its register, is read back as it was, and leaves the rest', () => {
  const store = createTemplateStore(world, home)
  const templates = ['protest-subject', 'protest-archival-title'].map(name => openTemplate(store, 'en', name))
  const visited = new Set<TemplateStatement['id']>()
  let recorded = 0
  fc.assert(
    fc.property(goodCase, each => {
      const { engine, asked } = askForCase(each)
      const { bundle, stages } = prepare(engine, asked)
      for (const template of templates)
        for (const id of merge(template, stages.resolved()).visits.keys()) visited.add(id)
      if (each.request.form !== 'issue') return
      const { entry } = entryOf({ manifest, bundle: bundle() }, files, world, home)
      const { 'in-reply-to': reply, supersedes, 'refers-to': referred = [] } = entry
      expect(referred.filter(id => id === reply || id === supersedes)).toEqual([])
      const source = { name: 'register.json', text: JSON.stringify(each.register) }
      const edit = insertion(source, { section: 'communications', id: 'new', value: JSON.parse(JSON.stringify(entry)) })
      const now = validateRegister(load({ ...source, text: edited(source.text, edit) }))
      expect(now.findings.filter(finding => finding.severity === 'error')).toEqual([])
      expect(now.value?.communications['new']).toEqual(entry)
      expect(edit.end).toBe(edit.at)
      recorded++
    }),
    { seed: SEED, numRuns: 60 }
  )
  expect(recorded).toBeGreaterThan(10)
  const all = templates.flatMap(each => [each.main, ...each.partials.values()]).flatMap(each => within(each.statements))
  expect(
    all.filter(each => !visited.has(each.id)).map(each => each.at.source.text.slice(each.at.start, each.at.end))
  ).toEqual([])
}, 60_000)
