/** Damage done to shipped templates: where, what stood there, what stands there now. Only for the tests of this folder. */

/** `told` is where it is found, when that is not in a line that was damaged: what a text is handed shows inside it. */
export type Damage = readonly [file: string, from: string, to: string, told?: string]

export const DAMAGE: readonly Damage[] = [
  // a field renamed
  ['en/partials/dateline.hbs', '{{place}}', '{{plase}}'],
  ['en/partials/addressee.hbs', '{{recipient.city}}', '{{recipient.town}}'],
  ['en/partials/recall.hbs', 'recall.summarised', 'recall.summarized'],
  ['en/partials/recall.hbs', 'group.class', 'group.kind'],
  ['en/partials/incident.hbs', 'this.date form', 'this.day form'],
  ['en/partials/group.hbs', 'this.many', 'this.more'],
  ['en/partials/means.hbs', 'this.means.designation}}{{#if (eq', 'this.means.name}}{{#if (eq'],
  ['en/partials/legal.hbs', 'basis.force', 'basis.strength'],
  ['en/partials/insert.hbs', '@root.inserts', '@root.insert'],
  ['en/partials/insert.hbs', 'this.place', 'this.spot'],
  ['en/partials/submission.hbs', 'this.assurance.wording', 'this.assurance.words'],
  ['en/partials/sent-back.hbs', 'this.note.outcome', 'this.outcome'],
  ['en/protest-archival-title.hbs', '{{name sender', '{{name from'],
  ['en/labels.hbs', '{{specimen}}', '{{speciment}}'],
  ['formulas/en.yaml', 'identified as {{this.designation}}', 'identified as {{this.design}}'],
  ['formulas/en.yaml', '{{this.says}}{{#if this.article}}, reflected', '{{this.said}}{{#if this.article}}, reflected'],
  // a block parameter misspelt
  ['en/partials/reports.hbs', '{{cite note}}', '{{cite noet}}'],
  ['en/partials/where.hbs', '{{name facility form="full"}}', '{{name facilty form="full"}}'],
  // a guard dropped
  ['en/partials/dateline.hbs', '{{#if this.date}}{{date this.date}}{{else}}{{blank profile.blank}}{{/if}}', '{{date this.date}}'],
  ['en/partials/reference.hbs', '{{#if number}}{{number}}{{else}}{{blank profile.blank}}{{/if}}', '{{number}}'],
  ['en/title.hbs', '{{#if number}} No. {{number}}{{/if}}', ' No. {{number}}'],
  ['en/partials/addressee.hbs', '{{#if recipient.city}}\\\n{{recipient.city}}{{/if}}', '\\\n{{recipient.city}}'],
  ['en/partials/hours.hbs', '{{#if this.time}} {{time this.time form="from"}}{{/if}}', ' {{time this.time form="from"}}'],
  ['en/partials/title.hbs', '{{#if profile.title}}\n::: title\n**{{profile.title}}**\n:::\n{{/if}}', '::: title\n**{{profile.title}}**\n:::'],
  ['en/partials/measured.hbs', '{{#if this.after}} {{this.after}}{{/if~}}', ' {{this.after}}'],
  ['en/partials/means.hbs', '{{~#if (eq this.attribution.strength "named")}} {{> (formula "author" this.means.type)}} {{name this.attribution.to}}{{/if~}}', ' {{> (formula "author" this.means.type)}} {{name this.attribution.to}}'],
  ['en/partials/attributed.hbs', '{{~else if (eq this.attribution.strength "named")~}}', '{{~else~}}', 'partials/attributed.hbs:4:64'],
  ['en/partials/event.hbs', '{{~#if this.place}}{{#if (or (gt (length this.facilities) 0) this.territory)}},{{/if}} in {{this.place}}{{/if~}}', '{{#if (or (gt (length this.facilities) 0) this.territory)}},{{/if}} in {{this.place}}'],
  ['en/partials/prior-notification.hbs', '{{#if submission}}\n{{> submission submission}}\n\n{{/if}}', '{{> submission submission}}'],
  ['en/partials/prior-notification.hbs', '{{#if recall}}\n{{#if (gt (length recall.reported) 0)}}', '{{#if submission}}\n{{#if (gt (length recall.reported) 0)}}'],
  ['en/partials/in-view-of.hbs', '{{#if inReplyTo.subject}} concerning {{inReplyTo.subject}}{{/if}}', ' concerning {{inReplyTo.subject}}'],
  ['en/partials/injuries.hbs', '{{~#if this.degree}}{{> (formula "injuries" this.degree)}} {{/if}}', '{{> (formula "injuries" this.degree)}} '],
  ['en/partials/annexes.hbs', '{{#if (eq annex.type "chronology")}}\n{{> annex-chronology annex}}\n{{else}}\n{{> annex-coordinates}}\n{{/if}}', '{{> annex-chronology annex}}', 'partials/annex-chronology.hbs:3:9'],
  // a guard turned round, or weakened
  ['en/partials/supersedes.hbs', '{{#if supersedes}}', '{{#if (or supersedes inReplyTo)}}', 'partials/supersedes.hbs:2:42'],
  ['en/partials/inference.hbs', '(ne intent "not-addressed")', '(ne intent "questioned")', 'partials/inference.hbs:2:5'],
  ['en/partials/attributed.hbs', '(eq this.attribution.strength "named")', '(eq this.attribution.strength "none")', 'partials/attributed.hbs:4:64'],
  // arguments swapped, too many, of the wrong kind
  ['formulas/en.yaml', '{{period this.first this.last}}', '{{period this.first this.summarised}}'],
  ['formulas/en.yaml', '{{count (length this.incidents) "earlier incident" "earlier incidents"}}', '{{count "earlier incident" (length this.incidents) "earlier incidents"}}'],
  ['en/partials/toll.hbs', '{{#if (gt place 0)}}', '{{#if (gt group 0)}}'],
  ['en/partials/losses.hbs', '{{> damage this}}{{/sentence}}', '{{capital this.damage}}{{/sentence}}'],
  ['en/partials/hours.hbs', '{{time this.time}}', '{{time this.date}}'],
  ['en/partials/closing.hbs', '{{#if closing}}', '{{#if (eq closing "full")}}'],
  ['en/partials/dateline.hbs', '{{blank profile.blank}}', '{{blank profile.title}}'],
  ['en/partials/cited-note.hbs', '{{name this.from}}', '{{name this}}'],
  ['en/partials/protest-act.hbs', '{{> conduct occasion}}', '{{date occasion form="on"}}'],
  ['en/partials/demand-list.hbs', '(some demands "code" "protect")', '(some "code" demands "protect")'],
  // a list, an object, a word of the format printed
  ['en/partials/items.hbs', '{{item}}', '{{this.items}}', ],
  ['en/partials/letterhead.hbs', '{{name sender form="plate"}}', '{{sender}}'],
  ['en/partials/legal.hbs', '{{> (formula "legal" basis.force) basis}}', '{{basis.force}}'],
  ['en/partials/protest-act.hbs', '{{> (formula "protest" strength)}}', '{{strength}}'],
  ['en/partials/facts.hbs', '{{capital fact}}', '{{this.circumstances}}'],
  // words that cannot be
  ['en/partials/consequences.hbs', '(eq this.casualties.status "known")}}{{#if', '(eq this.casualties.status "knwon")}}{{#if'],
  ['en/partials/prior-notification.hbs', 'only annexes "type" "coordinates"', 'only annexes "type" "cordinates"'],
  ['en/partials/demands.hbs', 'insert place="demands"', 'insert place="demand"'],
  ['en/partials/unnumbered.hbs', 'some this.unnumbered "type" "oral-protest"', 'some this.unnumbered "kind" "oral-protest"'],
  ['en/partials/certainty.hbs', '(eq this.means.type "drone")', '(eq this.means.type "dron")'],
  // formulas
  ['formulas/en.yaml', "    regret: { text: 'notes with deep regret', confirmed: null }\n", '', 'partials/protest-act.hbs:1:115'],
  ['formulas/en.yaml', "    apology: {", "    apologies: {", 'partials/demand.hbs:2:6'],
  ['en/labels.hbs', '{{#unless (eq form "issue")}}{{> (formula "labels" form)}}{{/unless}}', '{{> (formula "labels" form)}}'],
  ['en/partials/opening.hbs', 'formula "opening" opening', 'formula "opening" strength'],
  // what a partial is handed
  ['en/partials/occasion.hbs', '{{> incident incident}}', '{{> incident occasion}}'],
  ['en/partials/recalled.hbs', '{{> harm this.casualties}}{{/if~}}', '{{> harm this}}{{/if~}}'],
  ['en/partials/losses.hbs', '{{> damage this}}', '{{> damage this.casualties}}'],
  ['en/partials/demand-list.hbs', '{{> demand demand}}{{/list}}\n{{~/if~}}', '{{> demand demand.code}}{{/list}}\n{{~/if~}}'],
  ['en/partials/circumstances.hbs', '{{> facts this~}}', '{{> facts @root~}}'],
  // what is restricted
  ['en/partials/enclosures.hbs', '::: enclosures\n', '::: enclosures\n{{#if positions}}{{coordinates positions.[0]}}{{/if}}\n'],
  ['en/partials/annexes.hbs', '{{else}}\n{{> annex-coordinates}}', '{{> annex-coordinates}}\n{{else}}\nx', 'partials/annex-coordinates.hbs:3:9'],
  ['en/partials/annexes.hbs', '::: annex\n', '', 'partials/annex-coordinates.hbs:3:9'],
  // an item that may print nothing
  ['en/partials/demand-list.hbs', '{{~else~}}\n{{#list demands as |demand|}}{{> demand demand}}', '{{~else~}}\n{{#list demands as |demand|}}{{#if (ne demand.code "inform")}}{{> demand demand}}{{/if}}']
] // biome-ignore format: one table
