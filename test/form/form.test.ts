/** Form rules raise no false alarm: not on what the package ships, and not on good notes that a seed makes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Diagnostic, Rejected } from '../../src/diagnostic.ts'
import { checkForm } from '../../src/form/form.ts'
import { STRENGTHS } from '../../src/languages/communications.ts'
import { type Prepared, prepare } from '../../src/render.ts'
import { positionOf } from '../../src/source.ts'
import { askFor, askForCase, askInEnglish, engineHere, engineOver, fixtures, root } from '../fixtures.ts'
import { goodCase, SEED } from '../generator.ts'
import { some, times } from '../share.ts'

const PROFILES = ['az-mfa', 'ostrelle-mfa', 'un-mission', 'vesmar-mfa']
const engine = engineHere()
/** A note takes a fraction of a second; a busy machine may make it many. */
const PATIENCE = 60_000

/** What is said above information. */
function alarms(prepared: Prepared): string[] {
  return checkForm(prepared)
    .filter(each => each.severity !== 'information')
    .map(said)
}

function said({ rule, message, span }: Diagnostic): string {
  const place = span ? `${span.source.name}:${positionOf(span.source, span.start).line}` : ''
  return `${place} ${rule} ${message}`
}

describe('no false alarm', () => {
  test.each(fixtures)(
    '%s',
    name => {
      expect(alarms(prepare(engine, askInEnglish(name)))).toEqual([])
    },
    PATIENCE
  )

  test.each(PROFILES)(
    'in the house %s',
    profile => {
      const tried = fixtures.flatMap(name => {
        const file = `fixtures/${name}/note.yaml`
        const text = readFileSync(join(root, file), 'utf8').replace(/^profile: .*$/m, `profile: ${profile}`)
        try {
          return [alarms(prepare(engineOver({ [file]: text }), askInEnglish(name)))]
        } catch (caught) {
          // a courtesy that the house does not have
          if (!(caught instanceof Rejected)) throw caught
          return []
        }
      })
      expect(tried.length).toBeGreaterThan(2)
      expect(tried.flat()).toEqual([])
    },
    PATIENCE
  )

  test.each(['az', 'ru'])(
    'in %s: the fixture that is in it, every strength with every courtesy, and annexes',
    language => {
      const fixture = alarms(prepare(engine, { ...askFor('kyiv-embassy-2025'), language }))
      const file = 'test/form/notes/two-languages/note.yaml'
      const asked = { note: file, registers: ['test/form/notes/two-languages/register.yaml'], language }
      const text = readFileSync(join(root, file), 'utf8')
      const tried = some(STRENGTHS, 3).flatMap(strength =>
        ['full', 'reduced', 'none'].map(courtesy => {
          const chosen = text
            .replace(/^strength: .*$/m, `strength: ${strength}`)
            .replace(/^courtesy: .*$/m, `courtesy: ${courtesy}`)
            .replace(/^condemn: .*$/m, `condemn: ${strength === 'strongest-protest'}`)
            .replace(/^insert:/m, courtesy === 'none' ? 'annexes: [chronology, coordinates]\ninsert:' : 'insert:')
          return alarms(prepare(engineOver({ [file]: chosen }), asked))
        })
      )
      expect([...fixture, ...tried.flat()]).toEqual([])
    },
    PATIENCE
  )

  test('good notes', () => {
    fc.assert(
      fc.property(goodCase, each => {
        const { engine: own, asked } = askForCase(each)
        const found = alarms(prepare(own, asked))
        // some generated chronologies have a row that no page holds, which is no matter of form
        if (!found.some(one => one.includes('layout/row-too-tall'))) expect(found).toEqual([])
      }),
      { seed: SEED, numRuns: times(100), endOnFailure: true }
    )
  }, 240_000)
})

test('a note that cannot be merged gives what stands against that', () => {
  const file = 'templates/en/partials/dateline.hbs'
  const text = readFileSync(join(root, file), 'utf8').replace('{{place}}, ', '{{place}},  ')
  const findings = checkForm(prepare(engineOver({ [file]: text }), askInEnglish('minimal')))
  expect(findings.map(each => each.rule)).toEqual(['markup/spacing'])
})
