/** A kind of note is one folder and its templates: one that nothing else knows is rendered, checked, explained and recorded. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noteEntry } from '../../src/archive/journal/entry.ts'
import { createWorld } from '../../src/cli/disk/disk.ts'
import { describe } from '../../src/describe.ts'
import { Rejected } from '../../src/diagnostic.ts'
import { explain } from '../../src/explain/explain.ts'
import { KINDS } from '../../src/kinds/index.ts'
import { createEngine, type Engine, prepare, render } from '../../src/render.ts'
import { checkFiles, said } from '../check/workspace.ts'
import { home, root } from '../fixtures.ts'
import { FELICITATION } from './felicitation/kind.ts'

const own = (name: string) => readFileSync(join(import.meta.dirname, 'felicitation', name), 'utf8')
const NOTE = `verbale: 1
kind: felicitation
profile: ostrelle-mfa
languages: { original: en }
form: issue
number: 7/2026
date: 2026-03-01
as-of: 2026-03-01
place: { en: Morvelle }
from: ostrelle-embassy-morvelle
to: druvane-mfa
courtesy: full
upon: { en: the centenary of the observatory }
insert: [{ after: congratulation, text: { en: It takes pleasure in the occasion. }, source: null, by: the desk }]
`
const FILES = {
  'note.yaml': NOTE,
  'register.yaml': readFileSync(join(root, 'fixtures/minimal/register.yaml'), 'utf8'),
  'templates/en/felicitation.hbs': own('felicitation.hbs'),
  'templates/en/felicitation-subject.hbs': '{{upon}}\n',
  'templates/en/felicitation-archival-title.hbs':
    'Note verbale{{#if number}} No. {{number}}{{/if}} congratulating upon {{upon}}\n'
}
const kinds = new Map([...KINDS, [FELICITATION.name, FELICITATION] as const])
const disk = createWorld(root)
const ASKED = { note: 'note.yaml', registers: ['register.yaml'] }

function engineWith(files: Readonly<Record<string, string>>): Engine {
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))
  const world = { ...disk, read: (name: string) => bytes.get(name) ?? disk.read(name) }
  return createEngine(world, { ...home, kinds })
}

const engine = engineWith(FILES)

test('it is rendered, as text and as PDF', () => {
  const text = new TextDecoder().decode(render(engine, { ...ASKED, format: 'txt' }).output)
  expect(text).toContain('extends its congratulations upon the centenary of the observatory.')
  expect(text).toContain('It takes pleasure in the occasion.')
  expect(render(engine, { ...ASKED, format: 'pdf' }).pages).toBe(1)
})

test('it carries its own request, from which it is made again', () => {
  const { bundle } = prepare(engine, ASKED)
  const request = new TextDecoder().decode(bundle().files.get('note.json'))
  expect(request).toContain('"upon":{"en":"the centenary of the observatory"}')
})

test('it is checked: its templates against its own dossier, its note by the rules for any kind', () => {
  const { findings } = checkFiles(FILES, { engine })
  expect(findings.filter(each => each.severity !== 'information').map(said)).toEqual([])
  const wrong = {
    ...FILES,
    'templates/en/felicitation.hbs': own('felicitation.hbs').replace('{{upon}}', '{{occasion}} of yours')
  }
  const found = checkFiles(wrong, { engine: engineWith(wrong) }).findings.map(said)
  expect(found).toContain('templates/en/felicitation.hbs:9 error template/unknown-field')
})

test('what its notes must say is asked of its template', () => {
  const files = { ...FILES, 'templates/en/felicitation.hbs': own('felicitation.hbs').replace('{{upon}}', 'it') }
  try {
    render(engineWith(files), { ...ASKED, format: 'txt' })
    expect.fail()
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    expect(caught.diagnostics.map(each => `${each.rule} ${each.message}`)).toEqual([
      'template/unprinted the template says nowhere what the note congratulates upon'
    ])
  }
})

test('it is explained', () => {
  const { statements } = explain(prepare(engine, ASKED), { file: 'note.yaml', from: 'request', restricted: false })
  const one = statements.find(each => each.text.includes('congratulations'))
  expect(JSON.stringify(one)).toContain('/upon')
})

test('it is described and recorded', () => {
  const { request, dossier, used, subject, title } = describe(engine, ASKED)
  expect(subject).toBe('the centenary of the observatory')
  const entry = noteEntry({
    request,
    dossier,
    used,
    language: 'en',
    pages: 1,
    epoch: 1,
    sha256: { issue: '0'.repeat(64) },
    subject: { en: subject },
    title: { en: title },
    keeping: {}
  })
  expect(entry).toMatchObject({ number: '7/2026', incidents: [], annexes: 0 })
})

test('a kind that nobody knows is refused with those that are', () => {
  const files = { ...FILES, 'note.yaml': NOTE.replace('kind: felicitation', 'kind: felicitaton') }
  try {
    render(engineWith(files), { ...ASKED, format: 'txt' })
    expect.fail()
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    const [finding] = caught.diagnostics
    expect(`${finding?.rule}: ${finding?.message}`).toBe('record/unknown-kind: `felicitaton` is not a kind of note')
    expect(finding?.hints.join()).toContain('felicitation')
  }
})
