/** The path of a file in; what the build read ahead and keeps there, read when it is first asked for, out. */
import { once } from '../../once.ts'
import { NOTHING_PREPARSED, type PreparsedPart } from '../../preparsed.ts'
import { readFile } from './disk.ts'

const parts = new Map<string, PreparsedPart>()

/** Nothing where there is no such file, or none that can be read: what it spares is then read as any other. */
export function preparsedAt(path: string): PreparsedPart {
  return once(parts, path, () => {
    try {
      const { trees, data } = JSON.parse(new TextDecoder().decode(readFile(path)))
      return { trees: textsIn(trees), data: textsIn(data) }
    } catch {
      return NOTHING_PREPARSED(path)
    }
  })
}

/** Throws where the pairs of a part are no texts. */
function textsIn(pairs: unknown): ReadonlyMap<string, string> {
  if (!Array.isArray(pairs)) throw new TypeError('no list of pairs')
  for (const pair of pairs)
    if (!Array.isArray(pair) || typeof pair[0] !== 'string' || typeof pair[1] !== 'string')
      throw new TypeError('no pair of texts')
  return new Map(pairs)
}
