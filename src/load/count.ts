/** A parsed document and a bound in; the value with which it holds more than that out, counted before any alias is followed. */
import { isAlias, isMap, isSeq, type ParsedNode } from 'yaml'

/** What has been counted of a document, in the order of its text. */
interface Count {
  readonly most: number
  /** How many values there are up to here, each use of an alias in full. */
  values: number
  /** By name, how many values an alias at this point stands for. */
  readonly named: Map<string, number>
  beyond: ParsedNode | null
}

/** The first value with which there are more than `most`; an alias counts with all that it names. */
export function beyondBound(root: ParsedNode, most: number): ParsedNode | null {
  const count: Count = { most, values: 0, named: new Map(), beyond: null }
  countIn(count, root)
  return count.beyond
}

function countIn(count: Count, node: ParsedNode): void {
  const before = count.values
  // an alias to what it stands in names nothing yet, and is refused where it is read
  count.values += isAlias(node) ? 1 + (count.named.get(node.source) ?? 0) : 1
  if (count.values > count.most) count.beyond ??= node
  if (count.beyond) return
  if (isMap(node)) for (const { value } of node.items) if (value) countIn(count, value)
  if (isSeq(node)) for (const item of node.items) countIn(count, item)
  if (!isAlias(node) && node.anchor !== undefined) count.named.set(node.anchor, count.values - before)
}
