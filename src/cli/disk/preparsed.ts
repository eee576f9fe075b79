/** The path of a file in; what the build read ahead and keeps there, read when it is first asked for, out. */
import { once } from '../../once.ts'
import { NOTHING_PREPARSED, type PreparsedPart } from '../../preparsed.ts'
import { kindOf, readFile } from './disk.ts'

const parts = new Map<string, PreparsedPart>()

/** Nothing where there is no such file: what it spares is then read as any other. */
export function preparsedAt(path: string): PreparsedPart {
  return once(parts, path, () => {
    if (kindOf(path) === null) return NOTHING_PREPARSED(path)
    const { trees, data } = JSON.parse(new TextDecoder().decode(readFile(path)))
    return { trees: new Map(trees), data: new Map(data) }
  })
}
