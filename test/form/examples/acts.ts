/** What NV012 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, inserting, insertingBadly, PROTEST, partial, passing } from './fixtures.ts'

export const NV012: Examples = {
  passes: [
    passing('"unacceptable" beside a protest', 'airspace-violation'),
    passing('serious concern', 'consulate-concern'),
    passing('a protest of others', 'embassy-storming', [
      'register.yaml',
      'en: a demonstration announced for',
      'en: the people who protests against the mission drew on'
    ]),
    inserting('The crowd that protested in front of the chancery had left by then.')
  ],
  fails: [
    failing(
      'a weaker verb',
      'airspace-violation',
      [FORMULAS, "text: 'deplores'"],
      [FORMULAS, "text: 'protests against'", "text: 'deplores'"]
    ),
    failing(
      'a stronger verb',
      'airspace-violation',
      [FORMULAS, 'strongly protests against what'],
      [FORMULAS, "text: 'protests against'", "text: 'strongly protests against what it calls'"]
    ),
    failing(
      'the formula of another strength',
      'airspace-violation',
      [partial('protest-act'), '"regret"'],
      [partial('protest-act'), '(formula "protest" strength)', '(formula "protest" "regret")']
    ),
    failing(
      'a protest of the other side',
      'airspace-violation',
      [partial('protest-act'), '{{name recipient}}'],
      [partial('protest-act'), '{{name sender}}', '{{name recipient}}']
    ),
    failing('no act', 'airspace-violation', [PROTEST, '{{!'], [PROTEST, '{{> protest-act}}\n', '']),
    failing(
      'regret is lost',
      'mission-coordinates',
      [FORMULAS, "text: 'takes note of'"],
      [FORMULAS, "regret: { text: 'notes with deep regret'", "regret: { text: 'takes note of'"]
    ),
    failing(
      'regret is lost beside a word of law',
      'mission-coordinates',
      [FORMULAS, "text: 'takes note of'"],
      [FORMULAS, "regret: { text: 'notes with deep regret'", "regret: { text: 'takes note of'"],
      ['note.yaml', 'legal: reflected', 'legal: general']
    ),
    failing(
      'a protest where regret was chosen',
      'mission-coordinates',
      [FORMULAS, 'protests against and'],
      [
        FORMULAS,
        "regret: { text: 'notes with deep regret'",
        "regret: { text: 'protests against and notes with deep regret'"
      ]
    ),
    insertingBadly('The Ministry protests against the refusal to answer.')
  ]
}
