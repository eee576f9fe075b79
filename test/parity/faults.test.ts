/** Faults seeded into the templates of two translations: each is found, and the table says by which layer. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attempt, type Diagnostic } from '../../src/diagnostic.ts'
import { checkForm } from '../../src/form/form.ts'
import { noteParity } from '../../src/parity/notes.ts'
import { templateParity } from '../../src/parity/workspace.ts'
import { type Engine, prepare } from '../../src/render.ts'
import { checkTypes } from '../../src/typecheck/check-types.ts'
import { askFor, engineOver, root } from '../fixtures.ts'
import { some } from '../share.ts'
import { FAULTS, type Fault, FOR_READERS } from './faults.ts'

const NOTE = askFor('kyiv-embassy-2025')
const LANGUAGES = ['en', 'az', 'ru']
const ALL: readonly Fault[] = [...FAULTS, ...FOR_READERS]
const TABLE = join(import.meta.dirname, 'found.txt')

/** Each finds some of them. */
const RULES = [
  'parity/fact',
  'parity/decision',
  'parity/template',
  'parity/condition',
  'parity/formula',
  'parity/untranslated'
]

/** What each layer finds with some files in place of the shipped ones. */
const LAYERS: Readonly<Record<string, (engine: Engine, language: string) => readonly Diagnostic[]>> = {
  types: (engine, language) => checkTypes(engine.templates, language, () => [...engine.kinds.values()]),
  merge: (engine, language) => attempt(() => prepare(engine, { ...NOTE, language }).stages.document()).findings,
  ledger: engine => {
    const made = LANGUAGES.flatMap(each => attempt(() => prepare(engine, { ...NOTE, language: each })).value ?? [])
    return noteParity(engine, made).findings
  },
  templates: engine => templateParity(engine, LANGUAGES).findings,
  words: (engine, language) => {
    const prepared = attempt(() => prepare(engine, { ...NOTE, language })).value
    return prepared ? checkForm(prepared, { paged: false }).filter(each => each.rule === 'NV040') : []
  }
}

const key = ({ rule, message, span }: Diagnostic) => `${rule} ${message} ${span?.source.name}`

function found(files: Readonly<Record<string, string>>, language: string): ReadonlyMap<string, readonly Diagnostic[]> {
  const engine = engineOver(files)
  return new Map(Object.entries(LAYERS).map(([name, layer]) => [name, layer(engine, language)]))
}

function edited({ file, text, into }: Fault): string {
  const before = readFileSync(join(root, file), 'utf8')
  const parts = before.split(text)
  if (parts.length !== 2) throw new Error(`\`${text}\` stands ${parts.length - 1} times in ${file}`)
  return parts.join(into)
}

const sound = new Map(['az', 'ru'].map(language => [language, found({ 'templates/none.txt': '' }, language)]))

/** A fault and the layers that find it. */
function row(fault: Fault): string {
  const language = /(az|ru)(?=\/|\.yaml)/.exec(fault.file)?.[0] ?? ''
  const layers = [...found({ [fault.file]: edited(fault) }, language)].flatMap(([name, findings]) => {
    const known = new Set(sound.get(language)?.get(name)?.map(key))
    const rules = [...new Set(findings.filter(each => !known.has(key(each))).map(each => each.rule))]
    return rules.length > 0 ? [`${name} (${rules.join(', ')})`] : []
  })
  return `${language} ${fault.says}: ${layers.join('; ') || 'readers alone'}`
}

const isAccepting = process.env['VERBALE_ACCEPT'] !== undefined

test('each fault is found, by the layers of the table, or is one for readers', () => {
  const tried = isAccepting ? ALL : some(ALL, 12)
  const rows = tried.map(row)
  if (isAccepting) writeFileSync(TABLE, `${rows.join('\n')}\n`)
  const kept = readFileSync(TABLE, 'utf8').trimEnd().split('\n')
  expect(rows).toEqual(kept.filter((_, index) => tried.some(each => each === ALL[index])))
}, 600_000)

test('the table has sixty faults, and none is for readers alone that a layer should find', () => {
  const kept = readFileSync(TABLE, 'utf8').trimEnd().split('\n')
  expect(kept.length).toBe(ALL.length)
  expect(ALL.length).toBeGreaterThanOrEqual(60)
  expect(kept.map(each => each.endsWith('readers alone'))).toEqual(ALL.map(each => FOR_READERS.includes(each)))
  expect(RULES.filter(each => !kept.some(line => line.includes(each)))).toEqual([])
})
