/**
 * Faults as authors make them, each of which `verbale check` must find in its file and line. `npm run mutants` tries all of
 * them; every run of the tests a few of each kind.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { findingsWith, judge } from './judge.ts'
import { type Mutation, mutationsOf } from './mutations.ts'
import { statedMutations } from './stated.ts'
import { fileSubject, formulaSubjects } from './subjects.ts'

const PATIENCE = 3_600_000
const whole = process.env['VERBALE_WHOLE'] === '1'
/** Of how many faults of a kind one is tried. */
const SHARE = whole ? 1 : 60

const templates = ['templates/en', 'templates/en/partials'].flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.hbs'))
    .map(name => `${folder}/${name}`)
)
const general = [...templates.map(fileSubject), ...formulaSubjects('en')].flatMap(mutationsOf)

function byKind(mutations: readonly Mutation[]): ReadonlyMap<string, readonly Mutation[]> {
  const kinds = new Map<string, Mutation[]>()
  for (const each of mutations) kinds.set(each.kind, [...(kinds.get(each.kind) ?? []), each])
  return kinds
}

/** The first of a kind, and then every so many-th. */
const tried = (mutations: readonly Mutation[], share: number) => mutations.filter((_, index) => index % share === 0)

/** What was not found where it stands, by name. */
function escaped(mutations: readonly Mutation[]): string[] {
  return mutations.flatMap(mutation => {
    const { verdict, rules } = judge(mutation)
    const { file, now, says } = mutation
    return verdict === 'here'
      ? []
      : [`${verdict}: ${file}:${now[0]}-${now[1]} ${JSON.stringify(says)} ${rules.join(' ')}`]
  })
}

test(
  'the templates as they are have no fault',
  () => {
    const found = findingsWith({ file: '', text: '' })
    expect(found.filter(each => each.severity !== 'information')).toEqual([])
  },
  PATIENCE
)

describe('every fault is found where it stands', () => {
  test.each([...byKind(general)])(
    '%s',
    (_, mutations) => {
      expect(mutations.length).toBeGreaterThan(5)
      expect(escaped(tried(mutations, SHARE))).toEqual([])
    },
    PATIENCE
  )

  test.each([...byKind(statedMutations())])(
    '%s',
    (_, mutations) => expect(escaped(tried(mutations, whole ? 1 : 10))).toEqual([]),
    PATIENCE
  )
})
