/** Each bad fixture gives exactly the findings that are written in it, wherever in the pipeline they are found. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { distinct } from '../src/diagnostic.ts'
import { annotationsIn, unlikeAnnotations } from '../src/fixtures/annotations.ts'
import { makeNotes } from '../src/fixtures/made.ts'
import { engineHere, root } from './fixtures.ts'

const engine = engineHere()

describe('bad fixtures say what is wrong with them', () => {
  test.each(readdirSync(join(root, 'fixtures/bad')))('%s', name => {
    const [note, register] = [`fixtures/bad/${name}/note.yaml`, `fixtures/bad/${name}/register.yaml`]
    const expected = [register, note].flatMap(each =>
      annotationsIn({ name: each, text: readFileSync(join(root, each), 'utf8') })
    )
    expect(expected.filter(each => each.says.startsWith('error: '))).not.toEqual([])
    const { made } = makeNotes(engine, { note, registers: [register] }, null)
    expect(made.filter(each => each.whole)).toEqual([])
    const found = distinct(made.flatMap(each => each.findings))
    expect(unlikeAnnotations(expected, found).map(each => [each.span?.source.name, each.message])).toEqual([])
  })
})
