/** An incident in; what it struck, and which articles can be cited for that, with why the others cannot, out. */
import { facilityOf, incidentOf, named } from '../../dossier/decisions/case.ts'
import { once } from '../../once.ts'
import type { Article, ArticleName, LawSubject } from '../../records/law.ts'
import { isMeans, type MeansKind } from '../../records/means.ts'
import type { IncidentRecord } from '../../records/schema.ts'
import type { DossierBasis } from './dossier.ts'
import type { ProtestCase } from './protest-case.ts'

/** What an incident did to one facility, or to the territory itself. */
export interface Act {
  /** What was struck; null where the register names no facility of the sender, nor its territory. */
  readonly struck: LawSubject | null
  readonly means: MeansKind | null
  /** Whether the register shows an attack or an intrusion. */
  readonly shown: boolean
  /** Whether it is of the occasion, and not recalled. */
  readonly occasion: boolean
  /** Whether the State concerned is the one where it happened. */
  readonly receiving: boolean
  /** Whether the note holds it against the State concerned as an act of its own. */
  readonly held: boolean
}

/** An article that can be cited for an incident. */
export interface Citable extends ArticleName {
  readonly force: DossierBasis['force']
  /** Asserted against a State that it does not bind: a position has to carry it. */
  readonly asserted: boolean
  /** What no record shows, and the house says by naming the article; null where nothing is missing. */
  readonly vouched: string | null
}

/** What an incident did, facility by facility. The facilities and the territory of others are not the sender's affair. */
export function actsOf(facts: ProtestCase, id: string): Act[] {
  const { register, concerned, sender } = facts
  const incident = incidentOf(register, id)
  const { facilities, territory, means } = incident
  const occasion = facts.request.occasion.includes(id)
  const common = { means: means?.kind ?? null, shown: isShown(incident), occasion, held: isHeld(facts, id) }
  const own = facilities.map(each => facilityOf(register, each)).filter(each => each.of === sender)
  if (own.length > 0) return own.map(each => ({ ...common, struck: each.type, receiving: each.in === concerned }))
  const struck = territory !== undefined && territory === sender ? 'territory' : null
  return [{ ...common, struck, receiving: territory !== undefined && territory === concerned }]
}

/** A letter of threats damages nothing and hurts nobody; whether an attempt was an attack, the record has to say. */
function isShown({ means, damage, casualties, 'amounts-to': amount }: IncidentRecord): boolean {
  if (amount !== undefined) return amount !== 'neither'
  return (means !== undefined && isMeans('shows', means.kind)) || damage.length > 0 || casualties.status === 'known'
}

/**
 * To protest to a State is to hold the occasion against it, whatever the words say of its author. A recalled incident is
 * held against it only where the note names or implies it as the author.
 */
export function isHeld({ register, request, concerned }: ProtestCase, id: string): boolean {
  const { to, strength } = incidentOf(register, id).attribution
  return to !== null && to === concerned && (strength !== 'none' || request.occasion.includes(id))
}

/** Every article that can be cited for an incident, each force once: of those that the note names, where it names any. */
export function citableFor(facts: ProtestCase, id: string): Citable[] {
  const all = actsOf(facts, id).flatMap(act => citableOf(facts, act))
  return all.filter((each, index) => all.findIndex(other => sameBasis(each, other)) === index)
}

function sameBasis(a: Citable, b: Citable): boolean {
  return a.instrument === b.instrument && a.article === b.article && a.force === b.force
}

function citableOf(facts: ProtestCase, act: Act): Citable[] {
  const { cite, legal } = facts.request
  const chosen = articlesOf(facts.law).filter(({ instrument, number }) => {
    return cite === undefined || namedOf(facts, instrument).some(each => each === number || each === 'all')
  })
  const admitted = chosen.filter(each => obstacleTo(facts, each, act) === null)
  const special = admitted.filter(each => !each.article.subsidiary)
  const assertive = legal === 'assertive'
  return (cite === undefined && special.length > 0 ? special : admitted).map(({ instrument, number, article }) => ({
    instrument,
    article: number,
    force: assertive ? 'direct' : 'reflected',
    asserted: assertive && !isBound(article, act),
    vouched: missingFor(article, act)
  }))
}

/** An article with its names. */
export interface NumberedArticle {
  readonly instrument: string
  readonly number: string
  readonly article: Article
}

/** What a note names of an instrument: numbers of articles, or `all`. */
export function namedOf({ request: { cite } }: ProtestCase, instrument: string): readonly string[] {
  return [cite?.[instrument] ?? []].flat()
}

/** The articles of a law, in its order: listed once for all incidents and notes. */
export function articlesOf(law: ProtestCase['law']): readonly NumberedArticle[] {
  return once(articles, law, ({ instruments }) =>
    Object.entries(instruments).flatMap(([instrument, each]) =>
      Object.entries(each.articles).map(([number, article]) => ({ instrument, number, article }))
    )
  )
}

const articles = new WeakMap<ProtestCase['law'], readonly NumberedArticle[]>()

/** Why an article cannot be cited for an act; null where it can. What it denies wins over all that a house may choose. */
export function obstacleTo(
  facts: ProtestCase,
  listed: NumberedArticle,
  act: Act,
  byName = namedOf(facts, listed.instrument).includes(listed.number)
): string | null {
  const { request, concerned } = facts
  const { denies, binds, cited, means, needs } = listed.article
  const whom = named([concerned ?? request.to])
  if (act.struck !== null && denies.includes(act.struck)) return `it must not be cited for \`${act.struck}\``
  if (!isOwed(listed.article, act))
    return binds === 'receiving-state-alone'
      ? `it is a duty of the receiving State alone, which ${whom} is not`
      : `the note does not hold the act against ${whom}`
  if (means !== null && !means.some(each => each === act.means)) return `it is about ${means.join(', ')} alone`
  const as = request.legal === 'assertive' && isBound(listed.article, act) ? 'duty' : 'principle'
  if (!cited.includes(as))
    return cited.length > 0 ? `it cannot be cited ${CITED[as]}` : 'it states nothing to be breached'
  if (needs === null && act.struck === null) return 'no facility or territory of the sender is recorded as struck'
  if (needs === null && !act.shown) return 'no record shows an attack or an intrusion'
  return byName && act.occasion ? null : missingFor(listed.article, act)
}

const CITED: Readonly<Record<Article['cited'][number], string>> = {
  duty: 'as breached, only as reflected (`legal: reflected`)',
  principle: 'as reflected, only as breached (`legal: assertive`, against the receiving State)'
}

/** What a note has to say of its occasion, by naming the article; null where nothing is missing. */
function missingFor({ covers, needs }: Article, { struck }: Act): string | null {
  if (needs !== null) return `no record shows what it needs: ${needs}`
  return struck === null || covers.includes(struck) ? null : `it is not made for \`${struck}\``
}

/** The receiving State owes its own duties whoever struck; all else is owed by the author, but never a duty of the receiving State alone. */
function isOwed({ binds }: Article, { receiving, held }: Act): boolean {
  return receiving && binds !== 'every-state' ? true : held && binds !== 'receiving-state-alone'
}

function isBound(article: Article, { receiving }: Act): boolean {
  return article.binds === 'every-state' || receiving
}
