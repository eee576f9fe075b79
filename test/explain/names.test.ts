/** Names of statements stay: whatever else a note comes to say, in whatever order, and whichever house says it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameLines } from '../../src/cli/commands/explain-format.ts'
import { attempt } from '../../src/diagnostic.ts'
import { choose } from '../../src/explain/choose.ts'
import { statementsOf } from '../../src/explain/statements.ts'
import { protestDossierOf } from '../../src/kinds/protest/protest-case.ts'
import type { Prepared } from '../../src/render.ts'
import { fixtures } from '../fixtures.ts'
import { type Case, goodCase, PROFILES, SEED } from '../generator.ts'
import { times, whole } from '../share.ts'
import { explainedFixture, preparedCase, preparedFixture } from './explained.ts'

function draftsOf({ stages, templates }: Prepared): ReturnType<typeof statementsOf> {
  return statementsOf(stages.document(), templates.main.language.sentences)
}

/** The sentences of a case that have a name, as one text by name. */
function textsOf(each: Case): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { names, fragments } of draftsOf(preparedCase(each))) {
    const text = fragments.map(one => one.text).join('')
    for (const name of names) found.set(name, `${found.get(name) ?? ''}${text}`)
  }
  return found
}

const namesOf = (each: Case): string[] => [...textsOf(each).keys()].sort()
const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+){0,2}$/

test('every sentence of every note has a name, without words of its language', () => {
  for (const name of fixtures)
    for (const { names, fragments } of draftsOf(preparedFixture(name))) {
      expect([name, fragments.map(each => each.text).join(''), names.length > 0]).toContain(true)
      expect(names.filter(each => !NAME.test(each))).toEqual([])
    }
})

describe('names of generated notes', () => {
  const numRuns = times(25, 2)
  const check = (holds: (each: Case) => void) => fc.assert(fc.property(goodCase, holds), { seed: SEED, numRuns })
  const withRequest = (each: Case, changes: Partial<Case['request']>): Case => {
    return { ...each, request: { ...each.request, ...changes } }
  }

  test('stay when the order of the recall changes, but for the sentences that lead it in', () => {
    check(each => {
      const { recall } = each.request
      const order = recall.order === 'by-class' ? ('chronological' as const) : ('by-class' as const)
      const lead = /^recall\/(all|diplomatic-and-consular|other-property|territory)$/
      const plain = (one: Case) => namesOf(one).filter(name => !lead.test(name))
      expect(plain(withRequest(each, { recall: { ...recall, order } }))).toEqual(plain(each))
    })
  })

  test('stay when another incident is recalled', () => {
    let tried = 0
    check(each => {
      const recalled = protestDossierOf(preparedCase(each).decided.dossier).recall?.incidents.map(one => one.id) ?? []
      if (recalled.length < 2) return
      const recall = { incidents: recalled.slice(1), order: each.request.recall.order }
      const more = new Set(namesOf(each))
      const told = namesOf(withRequest(each, { recall, annexes: [] })).filter(name => !more.has(name))
      tried++
      // a recall that is no longer too long for the body tells each incident, and without it none of a class may be left
      expect(told.filter(name => !/^(recall|prior-notification)\/[a-z0-9-]+/.test(name))).toEqual([])
    })
    expect(tried).toBeGreaterThan(whole ? 5 : 2)
  })

  test('stay when a sentence beside them goes, and no other comes', () => {
    check(each => {
      const fewer = withRequest(each, { 'reserve-rights': false, condemn: false, insert: [] })
      const left = namesOf(each).filter(name => name !== 'reservation' && !name.endsWith('/insert'))
      expect(namesOf(fewer)).toEqual(left)
    })
  })

  test('are those of every house, but for what its habits add or leave out', () => {
    const habits = /^(title|closing|labels)\b/
    const plain = (one: Case) => namesOf(one).filter(name => !habits.test(name))
    let tried = 0
    check(each => {
      const request = {
        ...each.request,
        courtesy: 'reduced' as const,
        recall: { incidents: 'none', order: 'by-class' } as const
      }
      const made = PROFILES.flatMap(profile => {
        const names = attempt(() => plain({ ...each, request: { ...request, profile } })).value
        return names ? [names] : []
      })
      tried += made.length
      for (const names of made) expect(names).toEqual(made[0])
    })
    expect(tried).toBeGreaterThan(10)
  })
})

describe('what `explain` shows of names', () => {
  const explanation = explainedFixture('minimal')

  test('a statement is asked for by its name', () => {
    const chosen = choose(explanation, {
      statement: 'occasion/morvelle-2026-02-09/consequences',
      page: undefined,
      search: undefined
    })
    expect(chosen.statements.map(each => each.text.trim())).toEqual([
      'The incident caused damage to the hinges and the lock of the gate.',
      'There were no human casualties.'
    ])
  })

  test('they are listed with their page and first words', () => {
    expect(nameLines(explanation).split('\n').slice(0, 6)).toEqual([
      'labels/form                                page 1  DRAFT',
      'letterhead                                 page 1  Embassy of the Republic of Ostrelle in the Kingdom of Druvan…',
      'reference                                  page 1  No. ____________',
      'title                                      page 1  NOTE VERBALE',
      'opening                                    page 1  The Embassy of the Republic of Ostrelle in the Kingdom of Dr…',
      'occasion/morvelle-2026-02-09               page 1  On 9 February 2026, at 17:40 local time, a motor vehicle ram…'
    ])
  })
})
