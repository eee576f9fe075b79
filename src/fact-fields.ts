/** The fields that a value of a record can stand in, by section: paths without the places in lists and without languages. */

import { once } from './once.ts'

/**
 * A list and not the schemas themselves, for what names a fact is asked in every stage and must cost nothing; a test holds
 * it against them. Three fields are read whole, wherever they stand: `names` with its forms, `evidence` and `parts`.
 */
const FIELDS = {
  register: ['verbale parties facilities incidents communications cancelled sources'],
  parties: ['kind of accredited-to iso invented number names city address treaties'],
  facilities: [
    'type of owner in part-of shared-with names city coordinates coordinates.latitude coordinates.longitude',
    'coordinates.datum coordinates.decimals'
  ],
  incidents: [
    'occurred occurred.date occurred.night occurred.time occurred.until occurred.qualifier occurred.duration',
    'occurred.duration.value occurred.duration.to occurred.duration.decimals occurred.duration.unit',
    'occurred.duration.qualifier occurred.clock occurred.zone occurred.offset recorded facilities place territory means',
    'means.kind means.designation means.certainty means.count means.qualifier means.to event called amounts-to attribution',
    'attribution.to attribution.strength attribution.basis intent circumstances circumstances.what',
    'circumstances.evidence measures measures.phrase measures.phrase.before measures.phrase.after measures.value',
    'measures.to measures.decimals measures.unit measures.qualifier measures.evidence damage damage.at damage.what',
    'damage.evidence casualties casualties.status casualties.of casualties.qualifier casualties.evidence',
    'casualties.killed casualties.killed.count casualties.killed.qualifier casualties.killed.to casualties.killed.who',
    'casualties.killed.who.one casualties.killed.who.few casualties.killed.who.many casualties.killed.named',
    'casualties.killed.named.name casualties.killed.named.office casualties.killed.named.nationality',
    'casualties.killed.evidence casualties.injured casualties.injured.count casualties.injured.qualifier',
    'casualties.injured.to casualties.injured.who casualties.injured.who.one casualties.injured.who.few',
    'casualties.injured.who.many casualties.injured.named casualties.injured.named.name',
    'casualties.injured.named.office casualties.injured.named.nationality casualties.injured.evidence',
    'casualties.injured.degree casualties.nil casualties.nil.of casualties.nil.qualifier casualties.nil.evidence',
    'people people.count people.qualifier people.to people.who people.who.one people.who.few people.who.many',
    'people.named people.named.name people.named.office people.named.nationality people.evidence people.status',
    'evidence'
  ],
  communications: [
    'type date when from to number series subject languages incidents in-reply-to refers-to supersedes delivery',
    'delivery.on delivery.time delivery.mode delivery.by delivery.to delivery.outcome delivery.told',
    'delivery.through delivery.afterwards pages annexes drafter',
    'sealed-at classification retention sha256 sha256.issue sha256.file-copy editions editions.language editions.to editions.form editions.sha256 editions.file-copy',
    'editions.pages editions.epoch epoch title evidence several strength asked wording response',
    'set-aside set-aside.rule set-aside.match set-aside.reason set-aside.by excepted excepted.rule excepted.in',
    'excepted.match excepted.reason excepted.until excepted.by form summoned summoned.who summoned.by',
    'assurance assurance.by assurance.concerning assurance.date assurance.as assurance.wording assurance.covers',
    'assurance.evidence scope scope.described scope.thing scope.types scope.in scope.facilities scope.offices stated',
    'stated.coverage'
  ],
  sources: ['publisher title date language url copy copy.file copy.sha256'],
  note: [
    'verbale kind template profile languages languages.original languages.translations form number series',
    'date issued-at as-of place from to concerning courtesy refers-to in-reply-to supersedes insert insert.after',
    'insert.text insert.source insert.by override override.rule override.incident override.authority',
    'override.reason set-aside set-aside.rule set-aside.match set-aside.reason set-aside.by stated',
    'stated.positions stated.positions.rule stated.positions.incident stated.identical specimen occasion recall',
    'recall.incidents recall.order recall.except recall.except.incident recall.except.reason submission assurances legal cite',
    'strength condemn demands demands.demand demands.qualifier demands.object demands.by demands.words demands.source',
    'requests requests.request requests.object requests.by requests.words requests.source reserve-rights annexes annexes.type annexes.reported-by'
  ],
  profile: [
    'verbale name confirmed page page.size page.margins page.margins.top page.margins.right',
    'page.margins.bottom page.margins.left page.numbers page.numbers.position page.numbers.align',
    'page.numbers.before page.numbers.after text text.size text.leading text.indent text.between',
    'text.hyphenate title number number.sign number.blank letterhead letterhead.emblem letterhead.emblem.file',
    'letterhead.emblem.alternate letterhead.emblem.height letterhead.emblem.align parts seal seal.height',
    'initials initials.height courtesy courtesy.modes courtesy.closing recall recall.body'
  ],
  law: [
    'type title in-force parties parties.since parties.confirmed articles articles.says articles.class',
    'articles.covers articles.denies articles.binds articles.cited articles.means articles.subsidiary',
    'articles.needs articles.confirmed confirmed'
  ]
} as const

export type Section = keyof typeof FIELDS

/** A field of a section: `damage.what`, `occurred.date`. */
export type Field<S extends Section = Section> = { readonly [each in S]: Word<(typeof FIELDS)[each][number]> }[S]

type Word<Text extends string, Before = never> = Text extends `${infer First} ${infer Rest}`
  ? Word<Rest, Before | First>
  : Before | Text

const words = new Map<Section, ReadonlySet<string>>()

/** Whether a section has a field of this name. */
export function isField(section: Section, name: string): name is Field {
  return once(words, section, () => new Set(fieldsOf(section))).has(name)
}

export function fieldsOf(section: Section): string[] {
  return FIELDS[section].flatMap((line: string) => line.split(' '))
}
