/** A template's text and its tree in; every place in it where something can be done out. */
import type { BlockStatement, Call, Expression, TemplateStatement } from '../../src/template/syntax.ts'
import { type BlockParts, partsOfBlocks, type Stretch } from './block-parts.ts'

/** One template text inside its file. */
export interface Subject {
  readonly file: string
  /** The whole file, of which a formula is a part. */
  readonly whole: string
  readonly base: number
  readonly text: string
  readonly statements: readonly TemplateStatement[]
}

/** A block, where its tags are, and all around it from the outermost block on. */
export interface PlacedBlock {
  readonly block: BlockStatement
  readonly parts: BlockParts
  readonly outermost: Stretch
}

/** A call, and how far it reaches: over its whole block where it decides one. */
export interface PlacedCall {
  readonly call: Call
  readonly reach: Stretch
}

/** Where in a template something can be done, found once for all faults. */
export interface Sites {
  readonly subject: Subject
  readonly blocks: readonly PlacedBlock[]
  readonly calls: readonly PlacedCall[]
  /** With how far what they decide reaches. */
  readonly paths: readonly (Stretch & { readonly reach: Stretch })[]
  readonly prints: readonly (Stretch & { readonly value: Expression })[]
  readonly contents: readonly Stretch[]
  readonly includes: readonly Stretch[]
}

export function sitesOf(subject: Subject): Sites {
  const parts = partsOfBlocks(subject.text, subject.base)
  const blocks: PlacedBlock[] = []
  const calls: PlacedCall[] = []
  const paths: (Stretch & { reach: Stretch })[] = []
  const prints: (Stretch & { value: Expression })[] = []
  const contents: Stretch[] = []
  const includes: Stretch[] = []
  const look = (value: Expression, reach: Stretch): void => {
    if (value.type === 'path' && value.steps.length > 0 && /[a-zA-Z]$/.test(value.original)) {
      paths.push({ start: value.at.start, end: value.at.start + value.original.length, reach })
    }
    if (value.type !== 'call') return
    if (value.args.length > 0) calls.push({ call: value, reach })
    for (const each of [...value.args, ...value.options.map(option => option.value)]) look(each, reach)
  }
  const walk = (body: readonly TemplateStatement[], outermost: Stretch | null): void => {
    for (const each of body) {
      const at = stretchOf(each.at)
      if (each.type === 'content') contents.push(at)
      else if (each.type === 'print') {
        prints.push({ ...at, value: each.value })
        look(each.value, at)
      } else if (each.type === 'include') {
        includes.push(at)
        const values = [...(typeof each.name === 'string' ? [] : [each.name]), ...(each.context ? [each.context] : [])]
        for (const value of [...values, ...each.fields.map(field => field.value)]) look(value, at)
      } else {
        const found = parts.get(each.at.start)
        const extent = found ? extentOf(found) : at
        if (found) blocks.push({ block: each, parts: found, outermost: outermost ?? extent })
        look(each.call, extent)
        walk(each.body, outermost ?? extent)
        walk(each.inverse ?? [], outermost ?? extent)
      }
    }
  }
  walk(subject.statements, null)
  return { subject, blocks, calls, paths, prints, contents, includes }
}

export function stretchOf({ start, end }: Stretch): Stretch {
  return { start, end }
}

export function extentOf({ open, close }: BlockParts): Stretch {
  return { start: open.start, end: close.end }
}
