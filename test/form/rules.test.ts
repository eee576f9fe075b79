/** Every form rule with its examples (the first of each sort in `npm test`), made by the whole pipeline: what passes gives nothing, what fails gives one finding. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { RULES } from '../../src/form/rules/index.ts'
import type { Rule } from '../../src/form/rules/rule.ts'
import { positionOf } from '../../src/source.ts'
import { root } from '../fixtures.ts'
import { some } from '../share.ts'
import { stagesOf } from '../tools/rules-page.ts'
import type { Example, Failing } from './examples/example.ts'
import { EXAMPLES } from './examples/index.ts'
import { allExamples, IN_LANGUAGES } from './examples/languages.ts'
import { filesOf, findingsOf, nameIn } from './try-example.ts'

/** What an earlier stage only tells under the same code is no finding against the note. */
function isOf({ id, severity: own }: Rule, { rule, severity }: Diagnostic): boolean {
  return (rule === id || stagesOf(id).includes(rule)) && (severity !== 'information' || own === 'information')
}

function lineOf({ span }: Diagnostic): string {
  return span ? `${span.source.name}:${positionOf(span.source, span.start).line}` : 'nowhere'
}

/** The line that an example says its finding is on. */
function wantedLine(example: Failing): string {
  const [file, text] = example.at
  const name = nameIn(example, file)
  const whole = filesOf(example)[name] ?? readFileSync(join(root, name), 'utf8')
  const at = whole.indexOf(text)
  if (at < 0) throw new Error(`\`${text}\` does not stand in ${name}`)
  return `${name}:${positionOf({ name, text: whole }, at).line}`
}

function tried<E extends Example>(examples: readonly E[]): readonly (readonly [what: string, example: E])[] {
  return some(examples, examples.length).map(each => [each.what, each])
}

/** An example takes a fraction of a second; a busy machine may make it many. */
const PATIENCE = 60_000

/** Each rule in each language that has examples of it. */
const TRIED = RULES.flatMap(rule =>
  Object.entries({ en: EXAMPLES, ...IN_LANGUAGES }).flatMap(([language, all]) => {
    const examples = all[rule.id]
    return examples === undefined || typeof examples === 'string' ? [] : [[rule.id, language, rule, examples] as const]
  })
)

describe.each(TRIED)('%s in %s', (_id, _language, rule, { passes, fails }) => {
  test.each(tried(passes))(
    'passes: %s',
    (_, example) => {
      const all = findingsOf(example)
      const found = all.filter(each => isOf(rule, each) || each.severity === 'error')
      expect(found.map(each => `${lineOf(each)} ${each.rule} ${each.message}`)).toEqual([])
    },
    PATIENCE
  )

  test.each(tried(fails))(
    'fails: %s',
    (_, example) => {
      const all = findingsOf(example)
      const found = all.filter(each => isOf(rule, each))
      const said = all.map(each => `${lineOf(each)} ${each.rule} ${each.message}`)
      expect([found.map(lineOf), found.length === 1 ? '' : said]).toEqual([[wantedLine(example)], ''])
    },
    PATIENCE
  )
})

test('every text that an example changes, or puts its finding on, is there', () => {
  const all = RULES.flatMap(each => allExamples(each.id))
  for (const example of all.flatMap(each => each.passes)) expect(filesOf(example)).toBeDefined()
  for (const example of all.flatMap(each => each.fails)) expect(wantedLine(example)).toMatch(/:\d+$/)
})
