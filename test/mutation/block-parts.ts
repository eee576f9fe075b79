/** The text of a template in; for each of its blocks where its tags and the bodies between them stand, out. */
import { tagsOf } from '../../src/template/tags.ts'

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The tags of one block, and what stands between them: the body, then one branch for each `{{else}}` and `{{else if}}`. */
export interface BlockParts {
  readonly open: Stretch
  readonly branches: readonly Stretch[]
  readonly close: Stretch
}

/** Blocks by the offset of their opening tag; offsets count from `base`. */
export function partsOfBlocks(text: string, base: number): ReadonlyMap<number, BlockParts> {
  const found = new Map<number, BlockParts>()
  const waiting: { open: Stretch; inner: Stretch[] }[] = []
  for (const tag of tagsOf(text)) {
    const at = { start: base + tag.start, end: base + tag.end }
    if (tag.opener === '{{#') waiting.push({ open: at, inner: [] })
    else if (tag.opener === '{{' && tag.tokens[0]?.text === 'else') waiting.at(-1)?.inner.push(at)
    else if (tag.opener === '{{/') {
      const block = waiting.pop()
      if (block)
        found.set(block.open.start, {
          open: block.open,
          branches: between([block.open, ...block.inner, at]),
          close: at
        })
    }
  }
  return found
}

function between(tags: readonly Stretch[]): Stretch[] {
  return tags.slice(1).map((tag, index) => ({ start: tags[index]?.end ?? 0, end: tag.start }))
}
