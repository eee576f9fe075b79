/** The protest template with its partials and formulas, against the fixtures: all of it runs, and reads as a note should. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../src/cli/disk.ts'
import { createRecordStore, readRecords } from '../src/record/read.ts'
import { type Resolved, resolve } from '../src/record/resolve.ts'
import { prepare } from '../src/render.ts'
import { lineOf, positionOf } from '../src/source.ts'
import { merge } from '../src/template/merge.ts'
import type { Statement } from '../src/template/syntax.ts'
import { createTemplateStore, openTemplate } from '../src/template/template.ts'
import { writeText } from '../src/write/text.ts'
import { askFor, askForCase, engineHere, fixtures, root } from './fixtures.ts'
import { goodCase, SEED } from './generator.ts'

const world = createWorld(root)
const records = createRecordStore(world)
const template = openTemplate(createTemplateStore(world), 'en', 'protest')

/** The statements of a template and of all that stands in them. */
function within(statements: readonly Statement[]): Statement[] {
  return statements.flatMap(each =>
    each.type === 'block' ? [each, ...within(each.body), ...within(each.inverse ?? [])] : [each]
  )
}

function placeOf({ at }: Statement): string {
  const { line, column } = positionOf(at.source, at.start)
  return `${at.source.name}:${line}:${column} ${lineOf(at.source, line).trim()}`
}

/** Words by which a line of text speaks of itself or to somebody (practice: NV001); "Annex I" is a number. */
const PERSONS = /\b(?:we|us|our|ours|you|your|yours|me|my|mine)\b|(?<!Annex\s)\bI\b(?!\))/i

/** Every statement of the template, its partials and its formulas that none of the dossiers reaches. */
function idle(dossiers: readonly Resolved[]): string[] {
  const formulas = [...template.formulas.values()].flatMap(each => [...each.values()])
  const visited = new Set(dossiers.flatMap(each => [...merge(template, each).visits.keys()]))
  const all = [template.main, ...template.partials.values(), ...formulas].flatMap(each => within(each.statements))
  expect(all.length).toBeGreaterThan(200)
  return all.filter(each => !visited.has(each.id)).map(placeOf)
}

test('every statement is run by some fixture', () => {
  expect(idle(fixtures.map(name => resolve(readRecords(records, askFor(name)).records)))).toEqual([])
})

test('every statement is run by some generated case', () => {
  const cases = fc.sample(goodCase, { seed: SEED, numRuns: 300 }).map(each => {
    const { engine, asked } = askForCase(each)
    return resolve(readRecords(engine.records, asked).records)
  })
  expect(idle(cases)).toEqual([])
}, 60_000)

describe.each(fixtures)('%s', name => {
  const { stages } = prepare(engineHere(), askFor(name))
  const text = writeText(stages.document())

  test('speaks in the third person', () => {
    expect(text.split('\n').filter(line => PERSONS.test(line))).toEqual([])
  })

  test('protests once, and has no honour to', () => {
    expect(
      [...text.matchAll(/has the honour to (\w+)/g)].map(match => match[1]).filter(verb => verb !== 'state')
    ).toEqual([])
    expect([...text.matchAll(/\bprotests?\b/g)].length).toBeLessThanOrEqual(1)
  })
})

test('only where all were notes are communications without a number called so', () => {
  const reported = (name: string) =>
    /reported to [^.]*? by (?:.*, and by )?(.*?) at the time/.exec(
      writeText(prepare(engineHere(), askFor(name)).stages.document())
    )?.[1]
  expect(reported('kyiv-embassy-2025')).toBe('notes verbales transmitted')
  expect(reported('chronology-annex')).toBe('further official communications made')
})
