/** The faults that no rule can make of any template: each with the file, what stands there once, and what comes in its place. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../fixtures.ts'
import { type Mutation, replaced } from './mutations.ts'

const formulas = 'templates/formulas/en.yaml'
const partial = (name: string): string => `templates/en/partials/${name}.hbs`

/** Kind, file, what stands there, what is put there. */
type Stated = readonly [kind: string, file: string, was: string, by: string]

const weaker: readonly Stated[] = [
  ['the protest is weakened', formulas, `text: 'strongly protests against'`, `text: 'protests against'`],
  ['the protest is weakened', formulas, `text: 'strongly protests against'`, `text: 'notes with deep regret'`],
  [
    'the protest is weakened',
    formulas,
    `text: 'lodges its strongest protest against'`,
    `text: 'strongly protests against'`
  ],
  [
    'the protest is weakened',
    formulas,
    `text: 'lodges its strongest protest against'`,
    `text: 'expresses its concern at'`
  ],
  ['the protest is weakened', formulas, `text: 'protests against'`, `text: 'notes with regret'`],
  ['the protest is weakened', formulas, `text: 'notes with deep regret'`, `text: 'draws attention to'`],
  ['the protest is weakened', formulas, `text: 'expresses its serious concern at'`, `text: 'protests against'`],
  ['the protest is weakened', partial('protest-act'), `(formula "protest" strength)`, `(formula "protest" "regret")`],
  ['the protest is weakened', partial('protest-act'), `(formula "protest" strength)`, `(formula "protest" "protest")`],
  [
    'the protest is said twice',
    partial('demands'),
    `{{> insert place="demands"}}`,
    `{{name sender}} protests once more.\n\n{{> insert place="demands"}}`
  ],
  [
    'a condemnation nobody asked for',
    partial('protest-act'),
    `{{~#if condemn}} and {{> (formula "condemnation" "plain")}}{{/if}}`,
    ` and {{> (formula "condemnation" "plain")}}`
  ],
  [
    'a condemnation nobody asked for',
    formulas,
    `text: 'strongly protests against'`,
    `text: 'condemns and strongly protests against'`
  ],
  ['the honour to protest', formulas, `has the honour to state the following'`, `has the honour to protest'`]
]

const foreign: readonly Stated[] = [
  ['another language', formulas, `text: 'strongly protests against'`, `text: 'élève une vive protestation contre'`],
  ['another language', formulas, `text: 'strongly protests against'`, `text: 'выражает решительный протест против'`],
  ['another language', formulas, `text: 'strongly protests against'`, `text: 'formula su enérgica protesta contra'`],
  [
    'another language',
    formulas,
    `{{else}}an{{/if}} investigation{{#if`,
    `{{else}}an{{/if}} mener une enquête appropriée{{#if`
  ],
  ['another language', formulas, `{{else}}an{{/if}} explanation{{#if`, `{{else}}an{{/if}} ətraflı izahat versin{{#if`],
  ['another language', formulas, `text: 'There were no human casualties'`, `text: 'Жертв и пострадавших нет'`],
  ['another language', formulas, `text: 'without human casualties'`, `text: 'sans faire de victimes'`],
  ['another language', formulas, `text: 'condemns {{#if`, `text: 'засуджує {{#if`],
  [
    'another language',
    formulas,
    `avails itself of this opportunity to renew to {{name recipient}} the assurances of its highest consideration'`,
    `saisit cette occasion pour renouveler à {{name recipient}} les assurances de sa haute considération'`
  ],
  ['another language', partial('closing'), `{{> (formula "closing" "full")}}.`, `顺致崇高的敬意。`]
]

const untrue: readonly Stated[] = [
  [
    'coordinates are claimed for what came before',
    formulas,
    `{{capital (dates this.despite form="on")}}, premises`,
    `{{capital (dates @root.recall.incidents form="on")}}, premises`
  ],
  [
    'coordinates are claimed for what came before',
    partial('submission'),
    `{{~#if (gt (length this.despite) 0)}} {{> (formula "submission" "despite") this}}.{{/if~}}`,
    ` All those incidents occurred despite that submission.`
  ],
  [
    'coordinates are claimed for what came before',
    partial('recalled'),
    `{{~> incident this~}}`,
    `{{~> incident this}}, although the coordinates of the premises had been transmitted`
  ],
  [
    'coordinates are claimed for what came before',
    partial('occasion'),
    `{{> incident incident}}.{{> shared incident}}`,
    `{{> incident incident}}, despite the earlier submission of coordinates.{{> shared incident}}`
  ],
  [
    'a prior incident is dropped',
    partial('recall'),
    `{{#each group.incidents as |incident|}}`,
    `{{#each (only group.incidents "intent" "asserted") as |incident|}}`
  ],
  [
    'a prior incident is dropped',
    partial('recall'),
    ` {{> recalled incident}}`,
    `{{#if @first}} {{> recalled incident}}{{/if}}`
  ],
  [
    'a prior incident is dropped',
    partial('recall'),
    ` {{> recalled incident}}`,
    `{{#if incident.time}} {{> recalled incident}}{{/if}}`
  ],
  [
    'a prior incident is told twice',
    partial('recall'),
    ` {{> recalled incident}}`,
    ` {{> recalled incident}} {{> recalled incident}}`
  ],
  [
    'premises that are not are called inviolable',
    partial('recalled'),
    `{{~> incident this~}}`,
    `{{~> incident this}}, in breach of the inviolability of those premises`
  ],
  [
    'premises that are not are called inviolable',
    partial('where'),
    `{{name facility form="full"}}{{/list}}`,
    `the inviolable premises of {{name facility form="full"}}{{/list}}`
  ],
  [
    'premises that are not are called inviolable',
    formulas,
    `affecting property other than diplomatic and consular facilities'`,
    `affecting inviolable property other than diplomatic and consular facilities'`
  ],
  [
    'an article is cited by hand',
    partial('legal'),
    `{{> insert place="legal"}}`,
    `Article 22 of the Vienna Convention on Diplomatic Relations protects all property of {{name sender.state}}.\n\n{{> insert place="legal"}}`
  ],
  [
    'nil casualties where none are recorded',
    partial('consequences'),
    `{{~#if this.casualties.nil}}`,
    `{{~#if (eq this.casualties.status "unknown")}}{{#if (gt (length this.damage) 0)}} {{/if}}There were no human casualties.{{/if~}}{{#if this.casualties.nil}}`
  ],
  [
    'an author nobody named',
    partial('means'),
    `{{~#if (eq this.attribution.strength "named")}} {{> (formula "author" this.means.type)}} {{name this.attribution.to}}{{/if~}}`,
    `{{~#if this.attribution.to}} {{> (formula "author" this.means.type)}} {{name this.attribution.to}}{{/if~}}`
  ],
  [
    'intent nobody asserted',
    formulas,
    `text: 'These facts raise questions as to the deliberate nature of {{#if`,
    `text: 'These facts prove the deliberate nature of {{#if`
  ],
  [
    'a hedge is dropped',
    partial('measured'),
    `{{measure this.measure}}`,
    `{{number this.measure.value}} {{this.measure.unit}}`
  ]
]

const form: readonly Stated[] = [
  ['a signature', partial('dateline'), `{{place}}, `, `A. Novak, Minister of Foreign Affairs\\\n{{place}}, `],
  [
    'a signature',
    partial('addressee'),
    `{{name recipient form="plate"}}`,
    `(Signed) Dr. Anna Novak\\\n{{name recipient form="plate"}}`
  ],
  ['a signature', 'templates/en/protest.hbs', `{{> dateline}}`, `Anna Novak, Ambassador\n\n{{> dateline}}`],
  [
    'a salutation',
    partial('opening'),
    `{{> (formula "opening" opening)}}.`,
    `Excellency,\n\n{{> (formula "opening" opening)}}.`
  ],
  [
    'the recipient is addressed as "you"',
    partial('demands'),
    `{{> insert place="demands"}}`,
    `You are kindly reminded of this.\n\n{{> insert place="demands"}}`
  ],
  [
    'the recipient is addressed as "you"',
    formulas,
    `{{else}}an{{/if}} explanation{{#if`,
    `{{else}}an{{/if}} explanation of yours{{#if`
  ],
  [
    'the recipient is addressed as "you"',
    partial('closing'),
    `{{> (formula "closing" "full")}}.`,
    `{{name sender}} assures you of its highest consideration.`
  ],
  ['the sender says "we"', partial('legal'), `{{> (formula "legal" "general")}}.`, `We consider this unacceptable.`],
  [
    'the recipient is not named in the first sentence',
    formulas,
    `presents its compliments to {{name recipient form="full"}} and{{> in-view-of}} has the honour`,
    `presents its compliments and{{> in-view-of}} has the honour`
  ],
  [
    'the sender is not named in full',
    formulas,
    `text: '{{name sender form="full"}} presents its compliments to {{name recipient form="full"}} and{{> in-view-of}} has the honour`,
    `text: '{{name sender form="short"}} presents its compliments to {{name recipient form="full"}} and{{> in-view-of}} has the honour`
  ],
  ['the closing is dropped', 'templates/en/protest.hbs', `{{> closing}}`, ``],
  [
    'the closing greets somebody else',
    formulas,
    `opportunity to renew to {{name recipient}} the`,
    `opportunity to renew to {{name sender}} the`
  ],
  [
    'the annex is not spoken of',
    partial('recall'),
    `The particulars of each earlier incident are set out in Annex\u00A0{{roman annex.number}}.`,
    `The particulars of each earlier incident are known.`
  ],
  ['a trace of the tool', partial('enclosures'), `:::\n{{/if}}`, `Generated by verbale\n:::\n{{/if}}`],
  [
    'a mark left by the author',
    partial('legal'),
    `{{> insert place="legal"}}`,
    `TODO: ask the Legal Department.\n\n{{> insert place="legal"}}`
  ]
]

/** The stated faults as mutations of the files as they stand. */
export function statedMutations(): Mutation[] {
  return [...weaker, ...foreign, ...untrue, ...form].map(([kind, file, was, by]) =>
    replaced(file, readFileSync(join(root, file), 'utf8'), kind, was, by)
  )
}
