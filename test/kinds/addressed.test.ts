/** A note to another than the State whose conduct it is: what is said to whom, and what is refused. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { attempt } from '../../src/diagnostic.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineOver, proseOf, root } from '../fixtures.ts'

/** A fixture's prose, or what it is refused for, with some lines of its request or register changed. */
function told(fixture: string, ...changes: readonly (readonly [from: string | RegExp, to: string])[]) {
  const files = ['note', 'register'].map(each => `fixtures/${fixture}/${each}.yaml`)
  const texts = files.map(name => {
    const text = readFileSync(join(root, name), 'utf8')
    return [name, changes.reduce((all, [from, to]) => all.replace(from, to), text)] as const
  })
  const { value, findings } = attempt(() => {
    const prepared = prepare(engineOver(Object.fromEntries(texts)), askFor(fixture))
    return { prepared, prose: proseOf(prepared.stages.document()) }
  })
  const refused = findings.filter(each => each.severity === 'error')
  return { prose: value?.prose ?? '', refused: refused.map(each => `${each.pointer} ${each.message}`), ...value }
}

const ORGANISATION = 'to-an-organisation'
const THIRD = 'through-a-third-state'

describe('a note to an organisation', () => {
  const { prose, prepared } = told(ORGANISATION)

  test('tells it of the protest, demands of the State and asks the organisation', () => {
    expect(prose).toContain('in bringing these facts to the attention of the Secretariat, strongly protests against')
    expect(prose).toContain('demands that Cantarre ensure')
    expect(prose).toContain('requests the Secretariat to circulate the present note as a document of the Council;')
  })

  test('says to whom the earlier incident was reported', () => {
    expect(prose).toContain('The earlier incident was reported to Cantarre by the note verbale')
    expect(prose).toContain('remains unanswered')
  })

  test('is carried with the State that it concerns and the organisation of its organ', () => {
    const parties = Object.keys(prepared?.selected.parties ?? {})
    expect(parties).toEqual(expect.arrayContaining(['cantarre', 'harbour-union', 'union-secretariat']))
  })

  test('is carried with the source of what it asks in words of its own', () => {
    expect(Object.keys(prepared?.selected.sources ?? {})).toContain('council')
  })

  test('cites the law by which the State concerned is bound', () => {
    const without = told(ORGANISATION, ['treaties: { vcdr: 1966-08-14, vccr: 1970-01-30 }', 'treaties: {}'])
    expect(without.refused.join()).toContain('`cantarre` became a party to `vccr` is missing')
  })

  test.each([
    ['no State', [/^concerning: .*\n/m, ''], '/to `union-secretariat` belongs to no State'],
    [
      'the State of the sender',
      ['concerning: cantarre', 'concerning: ostrelle'],
      '/concerning `ostrelle` is the State of'
    ],
    [
      'no State at all',
      ['concerning: cantarre', 'concerning: harbour-union'],
      '/concerning `harbour-union` is of kind'
    ],
    ['another State than the author', ['concerning: cantarre', 'concerning: druvane'], 'the register has no party'],
    [
      'the State of what it is addressed to',
      ['to: union-secretariat', 'to: cantarre-mfa'],
      '/requests the note goes to `cantarre` itself'
    ]
  ] as const)('is refused where it concerns %s', (_, change, message) => {
    expect(told(ORGANISATION, change).refused.join('\n')).toContain(message)
  })

  test('asks protection of the receiving State alone', () => {
    expect(told(ORGANISATION, ['  - cease', '  - protect']).refused.join()).toContain('`protect` can be demanded of')
    const toHost = told(
      ORGANISATION,
      ['  - cease', '  - protect'],
      ['concerning: cantarre', 'concerning: sarema'],
      ['to: cantarre, strength: named', 'to: null, strength: none'],
      ['incidents: all', 'incidents: none']
    )
    expect(toHost.refused).toEqual([])
    expect(toHost.prose).toContain('demands that the Republic of Sarema take all appropriate steps to protect')
  })
})

test('a note that demands nothing must be able to name the State that it concerns', () => {
  const silent = ['strength: implied, basis: official-report', 'strength: none, basis: unknown'] as const
  expect(told(THIRD).refused).toEqual([])
  expect(told(THIRD, silent).refused).toEqual([
    '/concerning the note would not name `cantarre`, whose conduct it is about'
  ])
  expect(told(THIRD, silent, ['demands: []', 'demands: [explain]']).prose).toContain(
    'requests that the Federal Republic'
  )
})

describe('identical notes', () => {
  const to = (addressee: string) => {
    const { document } = prepare(engineOver({}), { ...askFor('identical-notes'), addressee }).stages
    return proseOf(document())
  }
  test('differ by addressee and number alone', () => {
    const [one, other] = [to('sarema-embassy-pellune'), to('druvane-embassy-pellune')]
    const changed = one.replaceAll('Republic of Sarema', 'Kingdom of Druvane').replace('61/2026', '62/2026')
    expect(one).not.toBe(other)
    expect(changed).toBe(other)
  })
  test('each name their addressee alone in what a file carries', () => {
    const { selected } = prepare(engineOver({}), askFor('identical-notes'))
    expect(Object.keys(selected.parties)).not.toContain('druvane-embassy-pellune')
  })
})
