/** The same note in several languages in; what of their words no comparison proves, and a person must confirm, out. */
import { phraseAt } from '../confirm/phrases.ts'
import type { Inline, Text } from '../document/document.ts'
import { leaves } from '../document/walk.ts'
import { factOf, type Origin } from '../fact.ts'
import { once } from '../once.ts'
import { wholeOf } from '../parity/fields.ts'
import type { Preparsed } from '../preparsed.ts'
import { isWord, type LanguageSide, spoken } from './rows.ts'

/** Something that stands in words in each language: by language, in the order of the sides, as it is printed. */
export interface ToConfirm {
  readonly name: string
  readonly cells: readonly (readonly Inline[])[]
}

/** Set phrases of the note that nobody attests in some language; where somebody does, the cell says who. */
export function phrasesToConfirm(sides: readonly LanguageSide[], preparsed: Preparsed): ToConfirm[] {
  const attested = new Map<string, string>()
  const used = gathered(sides, text => {
    const phrase = phraseAt(text.at, preparsed)
    if (phrase && phrase.confirmed !== null) attested.set(`${text.language} ${phrase.key}`, phrase.confirmed)
    return phrase ? [phrase.key] : []
  })
  const isOpen = (name: string, index: number) => !attested.has(`${sides[index]?.language} ${name}`)
  return used
    .filter(({ name, cells }) => cells.some((each, index) => each.length > 0 && isOpen(name, index)))
    .map(({ name, cells }) => {
      const said = cells.map((each, index) => {
        const by = attested.get(`${sides[index]?.language} ${name}`)
        const [first] = each
        return by !== undefined && first?.type === 'text' ? [noted(first, `confirmed: ${by}`)] : each
      })
      return { name, cells: said }
    })
}

/** Words of the paper in the place of a text. */
function noted(first: Text, text: string): Inline {
  return { type: 'emphasis', children: [{ ...first, text, origins: [], language: undefined }] }
}

/** Wordings of records: each language has words of its own, which nothing but a reader compares. */
export function wordingsToConfirm(sides: readonly LanguageSide[]): ToConfirm[] {
  const found = gathered(sides, text => text.origins.flatMap(wordingOf))
  // names are the house's own, and a wording in one language has no other to agree with
  return found.filter(({ cells }) => cells.filter(each => each.length > 0).length > 1)
}

function wordingOf(origin: Origin): string[] {
  const { section, id, field, item, language } = factOf(origin)
  if (language === null || field === null || section === 'parties' || section === 'facilities') return []
  const what = `${wholeOf(field)}${item === null ? '' : ` ${Number(item) >= 0 ? Number(item) + 1 : item}`}`
  return [id === null ? what : `${id}: ${what}`]
}

/** The printed words by what they are called, a stretch once. */
function gathered(sides: readonly LanguageSide[], namesOf: (text: Text) => readonly string[]): ToConfirm[] {
  const names = new Map<string, Text[][][]>()
  for (const [index, side] of sides.entries()) {
    let last: string | null = null
    for (const leaf of textsOf(side)) {
      const [name = null] = namesOf(leaf)
      if (name !== null) {
        const stretches = once(names, name, () => sides.map(() => []))[index]
        if (name === last) stretches?.at(-1)?.push(leaf)
        else stretches?.push([leaf])
      }
      last = name
    }
  }
  return [...names].map(([name, cells]) => ({ name, cells: cells.map(joined) }))
}

/** Every text of a note, in reading order. */
export function textsOf(side: LanguageSide): Text[] {
  const { before, blocks, language } = side
  const inside = [...leaves({ language, title: '', labels: [], blocks })]
  return [...before, ...inside.flatMap(each => (each.type === 'text' ? [each] : []))].map(each => spoken(each, side))
}

/** Several stretches as one text, those that are the same once. */
function joined(stretches: readonly Text[][]): Text[] {
  const trimmed = stretches.map(trimmedEnds).filter(each => each.some(isWord))
  const texts = new Map(trimmed.map(each => [each.map(one => one.text).join(''), each]))
  return [...texts.values()].flatMap((each, index) => {
    const [first] = each
    return index > 0 && first ? [{ ...first, text: ' … ', origins: [] }, ...each] : each
  })
}

/** Without what parts them from the words around. */
function trimmedEnds(stretch: readonly Text[]): Text[] {
  const stays = ({ text }: Text) => /[^\s,;]/.test(text)
  const [from, to] = [stretch.findIndex(stays), stretch.findLastIndex(stays)]
  const words = from < 0 ? [] : stretch.slice(from, to + 1)
  return words.map((each, index) => {
    const text = index === 0 ? each.text.replace(/^[\s,;]+/, '') : each.text
    return { ...each, text: index === words.length - 1 ? text.replace(/[\s,;]+$/, '') : text }
  })
}
