/** Faults as authors make them, each of which `verbale check` must find in its file and line. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { some } from '../share.ts'
import { findingsWith, judge } from './judge.ts'
import { type Mutation, mutationsOf } from './mutations.ts'
import { statedMutations } from './stated.ts'
import { fileSubject, formulaSubjects } from './subjects.ts'

const PATIENCE = 3_600_000

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
      expect(escaped(some(mutations, 60, 60))).toEqual([])
    },
    PATIENCE
  )

  test.each([...byKind(statedMutations())])(
    '%s',
    (_, mutations) => expect(escaped(some(mutations, 10, 10))).toEqual([]),
    PATIENCE
  )
})
