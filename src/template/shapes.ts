/** The types that a helper can ask for: plain data, which merge holds against values and a check against schemas. */
import { bareOf, fieldOf, itemsOf, type TemplateValue } from './cell.ts'

/**
 * What a value must be like. `kind` is the tag of the dossier's own types (a date, a name); `fields` asks for an object
 * that has them; `printed` is what a helper such as `date` has made already.
 */
export type ArgumentShape =
  | { readonly type: 'any' | 'text' | 'number' | 'boolean' | 'printed' }
  | { readonly type: 'kind'; readonly kind: 'date' | 'time' | 'measure' | 'quantity' | 'name' | 'wording' }
  | { readonly type: 'fields'; readonly fields: { readonly [name: string]: ArgumentShape } }
  | { readonly type: 'list'; readonly of: ArgumentShape }
  | { readonly type: 'either'; readonly of: readonly ArgumentShape[] }

/** A shape, and what an author calls it. */
export interface NamedShape {
  readonly noun: string
  readonly shape: ArgumentShape
}

const any: ArgumentShape = { type: 'any' }
const text: ArgumentShape = { type: 'text' }
const number: ArgumentShape = { type: 'number' }
const boolean: ArgumentShape = { type: 'boolean' }
const date: ArgumentShape = { type: 'kind', kind: 'date' }
const name: ArgumentShape = { type: 'kind', kind: 'name' }
const dated: ArgumentShape = { type: 'either', of: [date, { type: 'fields', fields: { date } }] }
const named: ArgumentShape = { type: 'either', of: [name, { type: 'fields', fields: { name } }] }

export const SHAPES = {
  any: { noun: 'anything', shape: any },
  text: { noun: 'a text', shape: text },
  number: { noun: 'a number', shape: number },
  scalar: { noun: 'a text, a number, or true or false', shape: { type: 'either', of: [text, number, boolean] } },
  words: {
    noun: 'a text',
    shape: { type: 'either', of: [text, { type: 'printed' }, { type: 'kind', kind: 'wording' }] }
  },
  list: { noun: 'a list', shape: { type: 'list', of: any } },
  date: { noun: 'a date', shape: date },
  dates: { noun: 'a list of dates, or of objects with a `date`', shape: { type: 'list', of: dated } },
  time: { noun: 'a time', shape: { type: 'kind', kind: 'time' } },
  quantity: {
    noun: 'a number',
    shape: { type: 'either', of: [number, { type: 'kind', kind: 'quantity' }] }
  },
  measure: { noun: 'a measure', shape: { type: 'kind', kind: 'measure' } },
  named: { noun: 'a name or an object with a `name`', shape: named },
  note: { noun: 'a note with its `number` and `date`', shape: { type: 'fields', fields: { number: any, date: any } } },
  position: {
    noun: 'a position with `latitude`, `longitude` and `decimals`',
    shape: { type: 'fields', fields: { latitude: number, longitude: number, decimals: number } }
  }
} as const satisfies { readonly [name: string]: NamedShape }

export type ShapeName = keyof typeof SHAPES

/** True when a cell is of a shape. */
export function fits(cell: TemplateValue, shape: ArgumentShape): boolean {
  switch (shape.type) {
    case 'any':
      return true
    case 'printed':
      return cell.type === 'printed'
    case 'text':
      return cell.type !== 'printed' && typeof bareOf(cell) === 'string'
    case 'number':
    case 'boolean':
      return typeof bareOf(cell) === shape.type
    case 'kind': {
      const kind = fieldOf(cell, 'kind')
      return kind !== null && bareOf(kind) === shape.kind
    }
    case 'fields':
      return Object.entries(shape.fields).every(([key, each]) => {
        const field = fieldOf(cell, key)
        return field !== null && fits(field, each)
      })
    case 'list':
      return itemsOf(cell)?.every(item => fits(item, shape.of)) ?? false
    case 'either':
      return shape.of.some(each => fits(cell, each))
  }
}

/** What a value is, for a message: "a date", "a list". */
export function nounOf(cell: TemplateValue): string {
  const value = bareOf(cell)
  if (value === null) return '`null`'
  if (cell.type === 'printed') return 'printed text'
  if (itemsOf(cell)) return 'a list'
  if (typeof value === 'string') return 'a text'
  if (typeof value === 'number') return 'a number'
  if (typeof value === 'boolean') return `\`${value}\``
  const kind = fieldOf(cell, 'kind')
  return kind ? `a ${bareOf(kind)}` : 'an object'
}
