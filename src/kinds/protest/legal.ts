/** A case and its incidents in; the articles that can be cited for each of them out, with their force. */
import { type Diagnostic, error, type Noted } from '../../diagnostic.ts'
import { facilityOf, incidentOf, inNote, inRegister, named } from '../../dossier/decisions/case.ts'
import { type LegalPosition, takes } from '../../dossier/decisions/positions.ts'
import { once } from '../../once.ts'
import type { Article, ArticleName, LawSubject } from '../../records/law.ts'
import { byCodeUnit } from '../../records/sequence.ts'
import type { DossierBasis } from './dossier.ts'
import type { ProtestCase } from './protest-case.ts'
import { checkStanding } from './standing.ts'

/** An article, and the incidents of the note for which it can be cited with one force. */
export interface Basis extends ArticleName {
  readonly force: DossierBasis['force']
  readonly incidents: readonly string[]
}

export interface LegalChoice {
  readonly bases: readonly Basis[]
  /** The positions without which the choice could not stand. */
  readonly positions: readonly LegalPosition[]
}

/** What was struck: a facility, or the territory itself. */
interface Struck {
  readonly type: LawSubject
  /** Whether the addressee is the State where it stands. */
  readonly receiving: boolean
  /** Whether the note holds it against the addressee as an act of its own. */
  readonly held: boolean
}

/** An article that can be cited for something that was struck. */
interface Citable extends Omit<Basis, 'incidents'> {
  /** Asserted against a State that it does not bind: a position has to carry it. */
  readonly asserted: boolean
}

const CLASSES: readonly Article['class'][] = ['diplomatic', 'consular', 'honorary', 'civilian', 'territory']

/**
 * Chooses the legal bases incident by incident, so that no article is cited for what it does not cover. A note that
 * characterises in general terms, or not at all, cites none.
 */
export function chooseBases(
  facts: ProtestCase,
  occasion: readonly string[],
  recalled: readonly string[]
): Noted<LegalChoice> {
  const { legal } = facts.request
  if (legal !== 'reflected' && legal !== 'assertive') return { value: { bases: [], positions: [] }, notes: [] }
  const incidents = [...new Set([...occasion, ...recalled])]
  const found = incidents.map(id => ({ id, citable: citableFor(facts, id) }))
  const bare = found.filter(each => occasion.includes(each.id) && each.citable.length === 0).map(each => each.id)
  const asserted = found.filter(each => each.citable.some(one => one.asserted)).map(each => each.id)
  const needs = [
    ...bare.map(incident => ({ rule: 'NV028', incident })),
    ...asserted.map(incident => ({ rule: 'NV029', incident }))
  ]
  const positions = needs.filter(each => takes(facts, each.rule, each.incident))
  const refused = needs.filter(each => !positions.includes(each))
  const notes = refused.map(each => (each.rule === 'NV028' ? noArticle : notBinding)(facts, each.incident))
  return { value: { bases: grouped(facts, found), positions }, notes: [...notes, ...checkStanding(facts, found)] }
}

/** What an incident struck. Territory is the sender's own affair alone. */
function struckBy(facts: ProtestCase, id: string): Struck[] {
  const { register, addressee, sender } = facts
  const { facilities, territory } = incidentOf(register, id)
  const held = isHeld(facts, id)
  if (facilities.length === 0) return territory === sender ? [{ type: 'territory', receiving: false, held }] : []
  return facilities.map(each => {
    const facility = facilityOf(register, each)
    return { type: facility.type, receiving: facility.in === addressee, held }
  })
}

/**
 * To protest to a State is to hold the occasion against it, whatever the words say of its author. A recalled incident is
 * held against it only where the note names or implies it as the author.
 */
function isHeld({ register, request, addressee }: ProtestCase, id: string): boolean {
  const { to, strength } = incidentOf(register, id).attribution
  return to !== null && to === addressee && (strength !== 'none' || request.occasion.includes(id))
}

/** Every article that can be cited for an incident, each force once. */
function citableFor(facts: ProtestCase, id: string): Citable[] {
  const means = incidentOf(facts.register, id).means?.kind ?? null
  const all = struckBy(facts, id).flatMap(struck => citableOf(facts, struck, means))
  return all.filter((each, index) => all.findIndex(other => sameBasis(each, other)) === index)
}

function sameBasis(a: Citable, b: Citable): boolean {
  return a.instrument === b.instrument && a.article === b.article && a.force === b.force
}

function citableOf(facts: ProtestCase, struck: Struck, means: string | null): Citable[] {
  const admitted = once(articles, facts.law, listed).filter(({ article }) =>
    admits(article, struck, means, facts.request.legal)
  )
  const special = admitted.filter(each => !each.article.subsidiary)
  const assertive = facts.request.legal === 'assertive'
  const force = assertive ? 'direct' : 'reflected'
  return (special.length > 0 ? special : admitted).map(({ instrument, number, article }) => {
    return { instrument, article: number, force, asserted: assertive && !isBound(article, struck) }
  })
}

/** The articles of a law, in its order: listed once for all incidents and notes. */
const articles = new WeakMap<ProtestCase['law'], ReturnType<typeof listed>>()

function listed({ instruments }: ProtestCase['law']) {
  return Object.entries(instruments).flatMap(([instrument, each]) =>
    Object.entries(each.articles).map(([number, article]) => ({ instrument, number, article }))
  )
}

/** Whether an article can be cited for what was struck; what it denies wins over what it covers. */
function admits(article: Article, struck: Struck, means: string | null, legal: string): boolean {
  if (article.needs !== null || !article.covers.includes(struck.type) || article.denies.includes(struck.type))
    return false
  if (!isOwed(article, struck)) return false
  if (article.means !== null && !article.means.some(each => each === means)) return false
  return article.cited.includes(legal === 'assertive' && isBound(article, struck) ? 'duty' : 'principle')
}

/** The receiving State owes its own duties whoever struck; all else is owed by the author, but never a duty of the receiving State alone. */
function isOwed({ binds }: Article, { receiving, held }: Struck): boolean {
  return receiving && binds !== 'every-state' ? true : held && binds !== 'receiving-state-alone'
}

function isBound(article: Article, struck: Struck): boolean {
  return article.binds === 'every-state' || struck.receiving
}

type Found = readonly { readonly id: string; readonly citable: readonly Citable[] }[]

/** One basis for each article and force, with its incidents in the order of the note. */
function grouped({ law }: ProtestCase, found: Found): Basis[] {
  const bases = new Map<string, Basis>()
  for (const { id, citable } of found) {
    for (const { instrument, article, force } of citable) {
      const key = `${instrument} ${article} ${force}`
      const incidents = [...(bases.get(key)?.incidents ?? []), id]
      bases.set(key, { instrument, article, force, incidents })
    }
  }
  const rank = (basis: Basis) => {
    const article = law.instruments[basis.instrument]?.articles[basis.article]
    return article ? CLASSES.indexOf(article.class) : CLASSES.length
  }
  const sorted = [...bases].sort(([aKey, a], [bKey, b]) => rank(a) - rank(b) || byCodeUnit(aKey, bKey))
  return sorted.map(([, basis]) => basis)
}

function noArticle(facts: ProtestCase, id: string): Diagnostic {
  const types = struckBy(facts, id).map(each => each.type)
  const what = types.length > 0 ? ` (${[...new Set(types)].join(', ')})` : ''
  const deniers = Object.entries(facts.law.instruments)
    .filter(([, each]) => Object.values(each.articles).some(one => types.some(type => one.denies.includes(type))))
    .map(([instrument]) => instrument)
    .sort()
  const message = `\`legal: ${facts.request.legal}\` needs an article, but none can be cited for the occasion \`${id}\`${what}`
  const denied = deniers.length > 0 ? [`cannot be cited for it: ${named(deniers)}`] : []
  const general = 'with `legal: general` the note appeals to international law without an article'
  const hints = [...denied, ...unknownAuthor(facts, id), general]
  return error({ rule: 'NV028', message, ...inRegister(facts, `/incidents/${id}/facilities`), hints })
}

function unknownAuthor(facts: ProtestCase, id: string): string[] {
  if (isHeld(facts, id)) return []
  const whom = named([facts.addressee ?? facts.request.to])
  return [
    `its author is not known: only a duty of the receiving State to protect what was struck can be held against ${whom}`
  ]
}

function notBinding(facts: ProtestCase, id: string): Diagnostic {
  const cited = citableFor(facts, id).filter(each => each.asserted)
  const articles = cited.map(each => `${each.instrument} ${each.article}`).join(', ')
  const message = `${articles} would be asserted for \`${id}\` against ${named([facts.addressee ?? facts.request.to])}, which is not the receiving State`
  const hints = [
    '`legal: reflected` or `general` needs no position',
    'a legal position needs an `override` of NV029 with authority and reason'
  ]
  return error({ rule: 'NV029', message, ...inNote(facts, '/legal'), hints })
}
