/** Every form rule with its examples, made by the whole pipeline: what passes gives nothing, what fails gives one finding. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { RULES } from '../../src/form/rules/index.ts'
import type { Rule } from '../../src/form/rules/rule.ts'
import { positionOf } from '../../src/source.ts'
import { root } from '../fixtures.ts'
import type { Failing } from './examples/example.ts'
import { EXAMPLES } from './examples/index.ts'
import { filesOf, findingsOf, nameIn } from './try-example.ts'

/** What an earlier stage only tells under the same code is no finding against the note. */
function isOf({ id, stages, severity: own }: Rule, { rule, severity }: Diagnostic): boolean {
  return (rule === id || stages.includes(rule)) && (severity !== 'information' || own === 'information')
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

/** An example takes a fraction of a second; a busy machine may make it many. */
const PATIENCE = 60_000

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const { passes, fails } = EXAMPLES[id] ?? { passes: [], fails: [] }

  test.each(passes.map(each => [each.what, each] as const))(
    'passes: %s',
    (_, example) => {
      const all = findingsOf(example)
      const found = all.filter(each => isOf(rule, each) || each.severity === 'error')
      expect(found.map(each => `${lineOf(each)} ${each.rule} ${each.message}`)).toEqual([])
    },
    PATIENCE
  )

  test.each(fails.map(each => [each.what, each] as const))(
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
