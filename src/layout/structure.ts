/** Roles as the reading order comes to them in; the structure tree of a note out. */
import type { Element, Role } from './page.ts'

/** What an element may say besides its role. */
type Attributes = Pick<Element, 'language' | 'scope' | 'numbering' | 'alternate'>

/** A structure tree that grows in reading order; element 0 is the Document. */
export interface Tree {
  /** Adds an element as the last child of another, and gives its number. */
  add(role: Role, parent: number, attributes?: Attributes): number
  elements(): readonly Element[]
}

/** A tree with its Document and nothing in it. */
export function createTree(): Tree {
  const kids: number[][] = [[]]
  const elements: Element[] = [{ number: 0, role: 'Document', parent: null, kids: kids[0] ?? [] }]
  const add = (role: Role, parent: number, attributes: Attributes = {}): number => {
    const number = elements.length
    const own: number[] = []
    kids.push(own)
    kids[parent]?.push(number)
    elements.push({ number, role, parent, kids: own, ...attributes })
    return number
  }
  return { add, elements: () => elements }
}
