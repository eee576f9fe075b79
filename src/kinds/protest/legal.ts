/** A case and its incidents in; the articles that can be cited for each of them out, with their force. */
import { type Diagnostic, didYouMean, error, information, type Noted } from '../../diagnostic.ts'
import { incidentOf, inNote, inRegister, named } from '../../dossier/decisions/case.ts'
import { type LegalPosition, takes } from '../../dossier/decisions/positions.ts'
import { once } from '../../once.ts'
import type { Article, ArticleName } from '../../records/law.ts'
import { byCodeUnit } from '../../records/sequence.ts'
import { actsOf, articlesOf, type Citable, citableFor, isHeld, namedOf, obstacleTo } from './citable.ts'
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

const CLASSES: readonly Article['class'][] = ['diplomatic', 'consular', 'honorary', 'civilian', 'territory']

/**
 * Chooses the legal bases incident by incident, so that no article is cited for what it does not cover. A note that
 * characterises in general terms, or not at all, cites none. One that names articles cites these, whatever it
 * leaves out; one that names none needs an article for its occasion.
 */
export function chooseBases(
  facts: ProtestCase,
  occasion: readonly string[],
  recalled: readonly string[]
): Noted<LegalChoice> {
  const { legal, cite } = facts.request
  const isCited = facts.concerned !== null && (legal === 'reflected' || legal === 'assertive')
  if (!isCited) return { value: { bases: [], positions: [] }, notes: [] }
  const incidents = [...new Set([...occasion, ...recalled])]
  const found = incidents.map(id => ({ id, citable: citableFor(facts, id) }))
  const bare = found.flatMap(({ id, citable }) => (occasion.includes(id) && citable.length === 0 ? [id] : []))
  const asserted = found.filter(each => each.citable.some(one => one.asserted)).map(each => each.id)
  const whole = bare.length === occasion.length
  const needs = [
    ...(cite === undefined && whole ? bare : []).map(incident => ({ rule: 'NV028', incident })),
    ...asserted.map(incident => ({ rule: 'NV029', incident }))
  ]
  const positions = needs.filter(each => takes(facts, each.rule, each.incident))
  const refused = needs.filter(each => !positions.includes(each))
  const notes = [
    ...refused.map(each => (each.rule === 'NV028' ? noArticle : notBinding)(facts, each.incident)),
    ...(cite === undefined && !whole ? bare : []).map(incident => uncited(facts, incident))
  ]
  const checks = [...checkNamed(facts, found), ...checkStanding(facts, found)]
  return { value: { bases: grouped(facts, found), positions }, notes: [...notes, ...checks] }
}

type Found = readonly { readonly id: string; readonly citable: readonly Citable[] }[]

/** One basis for each article and force, with its incidents in the order of the note; those of the same incidents stand together. */
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
  const together = new Map<string, Basis[]>()
  for (const [, basis] of sorted) once(together, `${basis.force} ${basis.incidents.join(' ')}`, () => []).push(basis)
  return [...together.values()].flat()
}

function noArticle(facts: ProtestCase, id: string): Diagnostic {
  const types = actsOf(facts, id).flatMap(each => each.struck ?? [])
  const what = types.length > 0 ? ` (${[...new Set(types)].join(', ')})` : ''
  const message = `\`legal: ${facts.request.legal}\` needs an article, but none can be cited for the occasion \`${id}\`${what}`
  const general = 'with `legal: general` the note appeals to international law without an article'
  const hints = [...whyNone(facts, id), general]
  return error({ rule: 'NV028', message, ...inRegister(facts, `/incidents/${id}/facilities`), hints })
}

/** An occasion beside others for which an article is cited: nothing is said of it in law. */
function uncited(facts: ProtestCase, id: string): Diagnostic {
  const message = `the note cites no article for the occasion \`${id}\``
  const place = inRegister(facts, `/incidents/${id}/facilities`)
  return information({ rule: 'resolve/uncited', message, ...place, hints: whyNone(facts, id) })
}

function whyNone(facts: ProtestCase, id: string): string[] {
  const types = actsOf(facts, id).flatMap(each => each.struck ?? [])
  const deniers = Object.entries(facts.law.instruments)
    .filter(([, each]) => Object.values(each.articles).some(one => types.some(type => one.denies.includes(type))))
    .map(([instrument]) => instrument)
    .sort()
  const denied = deniers.length > 0 ? [`cannot be cited for it: ${named(deniers)}`] : []
  return [...denied, ...unknownAuthor(facts, id), ...notShown(facts, id)]
}

function unknownAuthor(facts: ProtestCase, id: string): string[] {
  if (isHeld(facts, id)) return []
  const whom = named([facts.concerned ?? facts.request.to])
  return [
    `its author is not known: only a duty of the receiving State to protect what was struck can be held against ${whom}`
  ]
}

function notShown(facts: ProtestCase, id: string): string[] {
  const { 'amounts-to': amount } = incidentOf(facts.register, id)
  if (actsOf(facts, id).some(each => each.shown)) return []
  if (amount !== undefined) return [`\`amounts-to: ${amount}\` says that it was no attack and no intrusion`]
  return [
    `no means, damage or casualties show an attack or an intrusion: if it was one, say so: \`amounts-to: attack\``
  ]
}

function notBinding(facts: ProtestCase, id: string): Diagnostic {
  const cited = citableFor(facts, id).filter(each => each.asserted)
  const articles = cited.map(each => `${each.instrument} ${each.article}`).join(', ')
  const message = `${articles} would be asserted for \`${id}\` against ${named([facts.concerned ?? facts.request.to])}, which is not the receiving State`
  const hints = [
    '`legal: reflected` or `general` needs no position',
    'a legal position needs an `override` of NV029 with authority and reason'
  ]
  return error({ rule: 'NV029', message, ...inNote(facts, '/legal'), hints })
}

/** What is wrong with the articles that the note names, and what it says itself by naming them. */
function checkNamed(facts: ProtestCase, found: Found): Diagnostic[] {
  const { cite = {} } = facts.request
  const known = Object.keys(facts.law.instruments)
  return Object.keys(cite).flatMap(instrument => {
    const pointer = `/cite/${instrument}`
    if (!known.includes(instrument)) {
      const message = `the law has no instrument \`${instrument}\``
      return [error({ rule: 'NV028', message, ...inNote(facts, pointer), hints: knownHints(instrument, known) })]
    }
    return namedOf(facts, instrument).flatMap((name, index) => {
      const at = inNote(facts, Array.isArray(cite[instrument]) ? `${pointer}/${index}` : pointer)
      return checkArticle(facts, found, { instrument, article: name === 'all' ? null : name, ...at })
    })
  })
}

/** An article that the note names, or an instrument for all of its own; and where. */
interface NamedArticle extends ReturnType<typeof inNote> {
  readonly instrument: string
  readonly article: string | null
}

function checkArticle(facts: ProtestCase, found: Found, at: NamedArticle): Diagnostic[] {
  const { instrument, article, span, pointer } = at
  const known = articlesOf(facts.law).flatMap(each => (each.instrument === instrument ? [each.number] : []))
  if (article !== null && !known.includes(article)) {
    const message = `the law has no article \`${article}\` of \`${instrument}\``
    return [error({ rule: 'NV028', message, span, pointer, hints: knownHints(article, known) })]
  }
  const cited = found.flatMap(({ citable }) => citable.filter(each => isOf(at, each)))
  if (cited.length === 0) return [denied(facts, found, at)]
  const vouched = article === null ? [] : [...new Set(cited.flatMap(each => each.vouched ?? []))]
  return vouched.map(missing => {
    const message = `\`${instrument} ${article}\` is cited because the note names it: ${missing}`
    return information({ rule: 'resolve/named-article', message, span, pointer })
  })
}

function knownHints(name: string, known: readonly string[]): string[] {
  const near = didYouMean(name, known)
  return near.length > 0 ? near : [`the law has: ${named(known)}`]
}

function isOf(at: NamedArticle, { instrument, article }: ArticleName): boolean {
  return instrument === at.instrument && (at.article === null || article === at.article)
}

/** An article that can be cited for no incident of the note: why, and which can. */
function denied(facts: ProtestCase, found: Found, at: NamedArticle): Diagnostic {
  const { instrument, article, span, pointer } = at
  const wanted = articlesOf(facts.law).filter(each => isOf(at, { instrument: each.instrument, article: each.number }))
  const reasons = new Map<string, string[]>()
  for (const { id } of found)
    for (const listed of wanted)
      for (const act of actsOf(facts, id)) {
        const which = article === null ? `${listed.number}: ` : ''
        const reason = `${which}${obstacleTo(facts, listed, act)}`
        reasons.set(reason, [...new Set([...(reasons.get(reason) ?? []), id])])
      }
  const why = [...reasons].map(([reason, ids]) => `${reason} (${named(ids)})`)
  const message = `\`${article === null ? instrument : `${instrument} ${article}`}\` cannot be cited in this note: ${why.join('; ')}`
  return error({ rule: 'NV028', message, span, pointer, hints: found.map(({ id }) => allowed(facts, id)) })
}

/** What a note can name for an incident, whether or not it would be chosen. */
function allowed(facts: ProtestCase, id: string): string {
  const can = articlesOf(facts.law).filter(each =>
    actsOf(facts, id).some(act => obstacleTo(facts, each, act, true) === null)
  )
  const names = can.map(each => `${each.instrument} ${each.number}`)
  return names.length > 0 ? `for \`${id}\` can be cited: ${named(names)}` : `for \`${id}\` no article can be cited`
}
