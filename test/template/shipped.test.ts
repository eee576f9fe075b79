import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dossierSchemaOf } from '../../src/dossier/schema.ts'
import { type Origin, originOf } from '../../src/fact.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import { createTemplateStore, openTemplate } from '../../src/template/template.ts'
import { mergeData, worldOf } from './merging.ts'
import { SAMPLE } from './sample.ts'

const folder = join(import.meta.dirname, '../../templates')
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(name => [`templates/${name.slice(folder.length + 1)}`, readFileSync(name, 'utf8')])
)
const template = openTemplate(createTemplateStore(worldOf(files)), 'en', 'protest')
const whole: Origin = originOf('register', '')

test('the sample is a dossier', () => {
  expect(dossierSchemaOf(PROTEST).safeParse(SAMPLE).error).toBeUndefined()
})

test('whatever the shipped protest prints of a dossier has an origin, and only a blank has none', () => {
  const { pieces } = mergeData(template, SAMPLE, new Map([['', [whole]]]))
  const silent = pieces.filter(piece => piece.type !== 'text' && piece.origins.length === 0)
  expect(silent.map(piece => (piece.type === 'mention' ? piece.full : piece.text))).toEqual([
    '_'.repeat(12),
    '_'.repeat(12),
    '_'.repeat(12)
  ])
  expect(pieces.length).toBeGreaterThan(200)
})

test('a template that is kept gives the same pieces every time', () => {
  expect(mergeData(template, SAMPLE)).toEqual(mergeData(template, SAMPLE))
})
