/** The package's world in; what the build makes ahead of time, so that a run is spared it, out. */
import { createWorld } from '../../src/cli/disk/disk.ts'
import { keepLoaded } from '../../src/load/kept.ts'
import { load } from '../../src/load/load.ts'
import { once } from '../../src/once.ts'
import { NOTHING_PREPARSED, type Preparsed, preparsedPart } from '../../src/preparsed.ts'
import { readFormulas } from '../../src/template/formulas.ts'
import { keepTree } from '../../src/template/kept.ts'
import { readTemplate } from '../../src/template/template.ts'
import { readSource } from '../../src/world.ts'

export { flatten } from '../../src/languages/patterns.ts'

interface Kept {
  readonly trees: Map<string, string>
  readonly data: Map<string, string>
}

/** Reads every file that a run may read from the package in this folder; by part. */
export function prepareParts(root: string): ReadonlyMap<string, Kept> {
  const world = createWorld(root)
  const parts = new Map<string, Kept>()
  for (const name of world.list('templates')) {
    const source = readSource(world, name)
    if (!source || !/\.(hbs|yaml)$/.test(name)) continue
    const { trees, data } = once(parts, preparsedPart(name), () => ({ trees: new Map(), data: new Map() }))
    const keepText = (text: string) => {
      const read = readTemplate({ source: { name: '', text }, base: 0, text })
      // what is wrong with a text is told where it is used
      if (read.findings.length === 0) trees.set(text, keepTree(read))
    }
    if (name.endsWith('.hbs')) {
      keepText(source.text)
      continue
    }
    const loaded = load(source)
    data.set(source.text, keepLoaded(loaded))
    const language = /^templates\/formulas\/(.*)\.yaml$/.exec(name)?.[1]
    if (language === undefined) continue
    for (const group of readFormulas(loaded, language).values()) for (const { text } of group.values()) keepText(text)
  }
  return parts
}

/** The same as a run asks for it. */
export function prepare(root: string): Preparsed {
  const parts = prepareParts(root)
  return name => parts.get(preparsedPart(name)) ?? NOTHING_PREPARSED(name)
}
