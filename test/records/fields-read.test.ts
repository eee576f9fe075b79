/** The fields of the dossier: each is read by a shipped template, or says here why it is there all the same. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { dossierSchemaOf } from '../../src/dossier/schema.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import { readRecords } from '../../src/records/read.ts'
import { merge } from '../../src/template/merge.ts'
import { openTemplate } from '../../src/template/template.ts'
import { askForCase, askInEnglish, engineHere, fixtures } from '../fixtures.ts'
import { goodCase, SEED } from '../generator.ts'
import { type Resolved, resolve } from '../kinds/protest.ts'
import { whole } from '../share.ts'

/** What no template reads, and who does. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '/language': 'the pipeline: in what language words, hyphens and the file are',
  '/occasion/casualties/killed/few': 'languages that count few things in words of their own',
  '/occasion/duration/unit': 'messages: its words are printed',
  '/occasion/duration/words/few': 'languages that have a form of their own behind few',
  '/occasion/coverage': 'the selection, which states it in place of the list',
  '/legal/bases/instrument': 'templates of a house that words an instrument its own way'
}

const { records, templates: store } = engineHere()
const templates = ['protest', 'title', 'labels'].map(name => openTemplate(store, 'en', name))

/** What a schema wraps: the items of a list, the value that may be null. */
function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodArray) return unwrapped(inner(schema.element))
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return unwrapped(inner(schema.unwrap()))
  return schema
}

function inner(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema
  throw new Error('a schema holds no schema')
}

/** Every field by the place where its object is first met: an object that stands in several places is one. */
const owners = new Map<z.ZodType, string>()

function collect(schema: z.ZodType, path: string): void {
  const own = unwrapped(schema)
  if (!(own instanceof z.ZodObject) || owners.has(own)) return
  owners.set(own, path)
  for (const [key, field] of Object.entries(own.shape)) collect(inner(field), `${path}/${key}`)
}

collect(dossierSchemaOf(PROTEST), '')

/** A value whose fields say when they are read. */
function watched<T>(value: T, schema: z.ZodType, read: Set<string>): T {
  if (typeof value !== 'object' || value === null) return value
  const own = unwrapped(schema)
  return new Proxy(value, {
    get(target, key, receiver) {
      const found: unknown = Reflect.get(target, key, receiver)
      if (typeof key === 'symbol') return found
      if (Array.isArray(target)) return /^\d+$/.test(key) ? watched(found, own, read) : found
      if (!(own instanceof z.ZodObject) || !Object.hasOwn(own.shape, key)) return found
      read.add(`${owners.get(own)}/${key}`)
      return watched(found, inner(own.shape[key]), read)
    }
  })
}

/** What is read of any of these; in `npm test` no more of them are tried once all is read that should be. */
function readBy(resolved: Iterable<Resolved>, all: readonly string[]): Set<string> {
  const read = new Set<string>()
  const left = () => all.filter(each => !read.has(each)).length
  for (const each of resolved) {
    if (!whole && left() <= Object.keys(ELSEWHERE).length) break
    const dossier = watched(each.dossier, dossierSchemaOf(PROTEST), read)
    for (const template of templates) merge(template, { ...each, dossier })
  }
  return read
}

/** The fixtures as they are and as regenerated copies, and generated notes. */
function* dossiers(): Generator<Resolved> {
  const known = fixtures.map(name => resolve(readRecords(records, askInEnglish(name)).records ?? expect.fail()))
  yield* known
  for (const each of known) yield { ...each, dossier: { ...each.dossier, form: 'regenerated-copy', copyOf: 'x' } }
  for (const each of fc.sample(goodCase, { seed: SEED, numRuns: 60 })) {
    const { engine, asked } = askForCase(each)
    yield resolve(readRecords(engine.records, asked).records ?? expect.fail())
  }
}

test('every field of the dossier is read by a template, or has a reason', () => {
  const all = [...owners].flatMap(([schema, path]) =>
    schema instanceof z.ZodObject ? Object.keys(schema.shape).map(key => `${path}/${key}`) : []
  )
  const read = readBy(dossiers(), all)
  expect(all.length).toBeGreaterThan(80)
  expect(all.filter(each => !read.has(each)).sort()).toEqual(Object.keys(ELSEWHERE).sort())
}, 60_000)
