/** The records of a note and the articles that it cites in; the law that it needs, and nothing besides, out. */
import type { ArticleName, Instrument, Law } from '../../records/law.ts'
import type { Records } from '../../records/records.ts'
import { partyOf, stateOf } from '../decisions/case.ts'

/** The instruments that are cited, with the articles that are, and since when the two States of the note are bound. */
export function selectLaw({ law, register, request }: Records, cited: readonly ArticleName[]): Law {
  const states = [request.from, request.to].map(id => stateOf(register, id))
  const codes = new Set(states.map(id => (id === null ? undefined : partyOf(register, id).iso)))
  const instruments = Object.entries(law.instruments).flatMap(([id, instrument]): [string, Instrument][] => {
    const articles = new Set(cited.flatMap(each => (each.instrument === id ? [each.article] : [])))
    if (articles.size === 0) return []
    const { parties, articles: all } = instrument
    return [[id, { ...instrument, parties: picked(parties, codes), articles: picked(all, articles) }]]
  })
  return { verbale: law.verbale, instruments: Object.fromEntries(instruments) }
}

function picked<T>(entries: Readonly<Record<string, T>>, keys: ReadonlySet<string | undefined>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => keys.has(key)))
}
