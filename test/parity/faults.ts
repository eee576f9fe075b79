/** Faults as authors make them in the templates of a translation: what it does, and the edit that makes it. */

/** `into` stands in place of `text`; empty, it takes that out. */
export interface Fault {
  readonly says: string
  readonly file: string
  readonly text: string
  readonly into: string
}

const partial =
  (language: string) =>
  (says: string, name: string, text: string, into = ''): Fault => ({
    says,
    file: `templates/${language}/partials/${name}.hbs`,
    text,
    into
  })
const formula =
  (language: string) =>
  (says: string, text: string, into = ''): Fault => ({ says, file: `templates/formulas/${language}.yaml`, text, into })

const [az, ru] = [partial('az'), partial('ru')]
const [azFormula, ruFormula] = [formula('az'), formula('ru')]

const demanded = (language: 'az' | 'ru', group: string): string => {
  const [one, limit] = [`{{> (formula "${group}" demand.code) demand}}`, '{{> time-limit demand}}']
  return `{{~#list demands as |demand|}}${language === 'az' ? limit + one : one + limit}{{/list~}}`
}
const HINT = '{{~#if (eq this.attribution.strength "implied")}} {{> (formula "implied" this.attribution.basis) this}}.'

export const FAULTS: readonly Fault[] = [
  // what is left out
  az(
    'a demand is left out',
    'demand-list',
    demanded('az', 'demands'),
    '{{~> (formula "demands" "investigate") demands.[0]~}}'
  ),
  ru(
    'all demands but one are left out',
    'demand-list',
    demanded('ru', 'demands'),
    '{{~> (formula "demands" "explain") demands.[0]~}}'
  ),
  ru(
    'at a strength that the note has not, a demand is left out',
    'demand-list-called',
    demanded('ru', 'demands-called'),
    '{{~> (formula "demands-called" "explain") demands.[0]~}}'
  ),
  azFormula('at one strength, no demand is named', '{{> demand-list-called}} çağırır', 'çağırır'),
  az(
    'damage is left out but for its first item',
    'items',
    '{{~#each this.items as |item place|}}{{#if (gt place 0)}}, {{/if}}{{#if (and @last ../ends)}}{{finite item}}{{else}}{{item}}{{/if}}{{/each~}}',
    '{{~this.items.[0]~}}'
  ),
  ru(
    'damage of earlier incidents is left out',
    'recalled',
    '{{~#if (gt (length this.damage) 0)}}{{> damage this}}{{/if~}}',
    '{{~#if (gt (length this.damage) 0)}}имеется ущерб{{/if~}}'
  ),
  az(
    'that nobody was hurt is left out',
    'recalled',
    '{{~#if this.casualties.nil}} {{> (formula "casualties" this.casualties.nil)}}.{{/if~}}'
  ),
  ru('the hour is left out', 'incident', '{{~#if (or this.time this.duration)}}, {{> hours this}},{{/if}}', '{{~" "}}'),
  az('the place is left out', 'event', '{{~#if this.place}}{{this.place}} {{/if~}}'),
  ru(
    'what was measured is left out',
    'facts',
    '{{~#if (gt (length this.measures) 0)}} При этом {{> measures this}}.{{/if~}}'
  ),
  az(
    'further circumstances are left out',
    'facts',
    '{{~#each this.circumstances as |fact|}} {{capital (finite fact)}}.{{/each~}}'
  ),
  ru(
    'the assurance is left out',
    'submission',
    '{{~#if this.assurance}} {{name this.assurance.by case="ins"}}{{#if this.assurance.date}} {{date this.assurance.date form="on"}}{{/if}} {{> (formula "given" this.assurance.as)}} {{this.assurance.wording}}.{{/if~}}'
  ),
  az(
    'the day of the assurance is left out',
    'submission',
    '{{#if this.assurance.date}} {{date this.assurance.date form="on"}}{{/if}}'
  ),
  ru(
    'what is left open by a reply is left out',
    'in-view-of',
    '{{#if inReplyTo.subject}} относительно {{inReplyTo.subject}}{{/if}}'
  ),
  az('condemnation is left out', 'protest-act', '{{~#if condemn}} və {{> (formula "condemnation" "plain")}}{{/if}}'),
  ru(
    'what remained unanswered is left out',
    'unanswered',
    'На {{#list unanswered as |note|}}{{#if note.ours}}{{cite note case="acc"}}{{else}}{{cite note note.from case="acc"}}{{/if}}{{/list}} ответа',
    'На ноты ответа'
  ),
  az(
    'who sent what remained unanswered is left out',
    'unanswered',
    '{{#unless note.ours}}{{name note.from}} tərəfindən təqdim edilmiş {{/unless}}'
  ),
  ru(
    'the sentence about the annex is left out',
    'recall',
    'Сведения о каждом из предыдущих инцидентов содержатся в Приложении\u00a0{{roman annex.number}}.'
  ),
  { says: 'a step is left out', file: 'templates/az/protest.hbs', text: '{{> supersedes}}\n\n', into: '' },
  // the drafter's sentences
  az('sentences of the drafter about the law are left out', 'legal', '{{> insert place="legal"}}'),
  ru('sentences of the drafter about damage are left out', 'occasion', '{{> insert place="damage"}}'),
  az(
    'sentences of the drafter stand at another place twice',
    'protest-act',
    '{{> insert place="protest"}}',
    '{{> insert place="demands"}}'
  ),
  // hedges and strength
  az(
    'the hedge of a designation is lost',
    'means',
    '{{> (formula "certainty" this.means.certainty) this.means}}',
    '«{{this.means.designation}}»'
  ),
  ru(
    'the hedge of a designation is always the weakest',
    'means',
    '(formula "certainty" this.means.certainty)',
    '(formula "certainty" "type")'
  ),
  ruFormula(
    'what is believed is said as what is known',
    "'предположительно типа «{{this.designation}}»'",
    "'типа «{{this.designation}}»'"
  ),
  az('a hint at the author is left out', 'attributed', HINT, '{{~#if (eq this.attribution.strength "implied")}}'),
  az(
    'the act is of another strength',
    'protest-act',
    '(formula "protest" strength)',
    '(formula "protest" "strongest-protest")'
  ),
  ru('the demand is of another strength', 'demands', '(formula "demand" strength)', '(formula "demand" "attention")'),
  azFormula(
    'two strengths have the same words',
    'əlaqədar ən qəti etirazını bildirir',
    'əlaqədar kəskin etirazını bildirir'
  ),
  ru('each position of law is one of breach', 'legal', '(formula "legal" basis.force)', '(formula "legal" "direct")'),
  az('every injury is slight', 'harm', '(formula "injuries" group.degree)', '(formula "injuries" "slight")'),
  ru('the courtesy is always the full one', 'opening', '(formula "opening" opening)', '(formula "opening" "full")'),
  ruFormula(
    'the verb of a demand is weaker',
    'text: \'{{name sender}} требует от {{name concerned case="gen"}} {{> demand-list}}\', confirmed: charter97',
    'text: \'{{name sender}} ожидает от {{name concerned case="gen"}} {{> demand-list}}\', confirmed: charter97'
  ),
  // of another record
  az(
    'the date is that of another incident',
    'incident',
    '(date this.date form="on")',
    '(date @root.occasion.[0].date form="on")'
  ),
  azFormula(
    'the days are those of other incidents',
    'binalar {{dates this.despite form="on"}}',
    'binalar {{dates @root.occasion form="on"}}'
  ),
  ru(
    'the dead are counted as injured',
    'toll',
    'Пострадавшие{{/if}}: {{> people group.people}}',
    'Пострадавшие{{/if}}: {{> people ../this.killed}}'
  ),
  az(
    'the notes are those without a number',
    'reports',
    '{{#list this.numbered as |note|}}',
    '{{#list this.unnumbered as |note|}}'
  ),
  // conditions
  ru(
    'a condition is turned round: measures',
    'facts',
    '(gt (length this.measures) 0)',
    '(eq (length this.measures) 0)'
  ),
  az(
    'a condition is turned round: condemnation',
    'protest-act',
    '{{~#if condemn}} və {{> (formula "condemnation" "plain")}}{{/if}}',
    '{{~#unless condemn}} və {{> (formula "condemnation" "plain")}}{{/unless}}'
  ),
  ru('a condition is turned round: closing', 'closing', '{{#if closing}}', '{{#if (not closing)}}'),
  az('a condition is turned round: intent', 'inference', '(ne intent "not-addressed")', '(eq intent "not-addressed")'),
  ru('a condition is turned round: rights', 'reservation', '{{#if reserveRights}}', '{{#if (not reserveRights)}}'),
  az(
    'nobody was hurt where nothing is known',
    'recalled',
    '{{~#if this.casualties.nil}} {{> (formula "casualties" this.casualties.nil)}}',
    '{{~#if (eq this.casualties.status "unknown")}} {{> (formula "casualties" "none")}}'
  ),
  ru(
    'what was refused is said of what was returned',
    'sent-back',
    '(eq this.note.outcome "refused")',
    '(eq this.note.outcome "returned")'
  ),
  az(
    'an author is named who is only implied',
    'means',
    '(eq this.attribution.strength "named")',
    '(eq this.attribution.strength "implied")'
  ),
  ru(
    'a condition is lost: the general position',
    'legal',
    '{{#if (eq legal.characterisation "general")}}\n{{> (formula "legal" "general")}}.\n{{/if}}',
    '{{> (formula "legal" "general")}}.'
  ),
  az(
    'a condition is lost: coverage',
    'submission',
    '{{~#if (gt (length this.despite) 0)}} {{> (formula "submission" "despite") this}}.{{/if~}}',
    ' {{> (formula "submission" "despite") this}}.'
  ),
  ru(
    'a condition asks for another annex',
    'recall',
    '(only annexes "type" "chronology")',
    '(only annexes "type" "coordinates")'
  ),
  // facts in words
  az('a number is typed', 'measured', '{{measure this.measure}}', '35 km'),
  ru(
    'a date is typed',
    'protest-act',
    '{{> (formula "protest" strength)}}',
    '14 ноября {{> (formula "protest" strength)}}'
  ),
  ru(
    'an hour is typed',
    'consequences',
    'В результате этого {{> damage this}}.',
    'В результате этого {{> damage this}} в 01:00.'
  ),
  az(
    'a year is typed',
    'recall',
    '{{#if (gt place 0)}}həmçinin {{/if}}',
    '2024-cü ildə {{#if (gt place 0)}}həmçinin {{/if}}'
  ),
  // words
  ru(
    'a sentence is not translated',
    'prior-notification',
    'Координаты соответствующих помещений приведены в Приложении\u00a0{{roman annex.number}}.',
    'The coordinates of the premises concerned are set out in Annex {{roman annex.number}}.'
  ),
  azFormula(
    'a name is in another case',
    '{{name concerned case="acc"}} {{> demand-list-called}}',
    '{{name concerned case="gen"}} {{> demand-list-called}}'
  )
]

/** What only a reader of the language finds: the same facts for the same reasons, in other words. */
export const FOR_READERS: readonly Fault[] = [
  ruFormula(
    'a demand is for something else',
    'проведения {{#if this.qualifier}}{{this.qualifier}} {{/if}}расследования',
    'проведения {{#if this.qualifier}}{{this.qualifier}} {{/if}}консультаций'
  ),
  azFormula('a hedge is in words that hedge nothing', 'tipli olduğu ehtimal edilən', 'tipli olan'),
  az(
    'two branches have changed their words',
    'sent-back',
    'qəbul edilməmişdir{{else}}geri qaytarılmışdır',
    'geri qaytarılmışdır{{else}}qəbul edilməmişdir'
  ),
  ru('a reply is called a supplement', 'in-view-of', 'в ответ на', 'в дополнение на'),
  az('a sentence says the contrary', 'unanswered', 'cavabsız qalmışdır', 'cavablandırılmışdır'),
  ru(
    'words say what no record does',
    'consequences',
    'В результате этого {{> damage this}}.',
    'В результате этого обстрела {{> damage this}}.'
  )
]
