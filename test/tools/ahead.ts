/** The package's world in; what the build makes ahead of time, so that a run is spared it, out. */
import { createWorld } from '../../src/cli/disk/disk.ts'
import { keepLoaded } from '../../src/load/kept.ts'
import { load } from '../../src/load/load.ts'
import type { Preparsed } from '../../src/preparsed.ts'
import { readFormulas } from '../../src/template/formulas.ts'
import { keepTree } from '../../src/template/kept.ts'
import { parseTemplate } from '../../src/template/parse.ts'
import { readSource } from '../../src/world.ts'

export { flatten } from '../../src/languages/patterns.ts'

/** Reads every file that a run may read from the package in this folder. */
export function prepare(root: string): Preparsed {
  const world = createWorld(root)
  const trees = new Map<string, string>()
  const data = new Map<string, string>()
  const keepText = (text: string) => {
    trees.set(text, keepTree(parseTemplate({ source: { name: '', text }, base: 0, text })))
  }
  for (const name of world.list('templates')) {
    const source = readSource(world, name)
    if (source && name.endsWith('.hbs')) keepText(source.text)
    if (!source || !name.endsWith('.yaml')) continue
    const loaded = load(source)
    data.set(source.text, keepLoaded(loaded))
    const language = /^templates\/formulas\/(.*)\.yaml$/.exec(name)?.[1]
    if (language === undefined) continue
    for (const group of readFormulas(loaded, language).values()) for (const { text } of group.values()) keepText(text)
  }
  return { trees, data }
}
