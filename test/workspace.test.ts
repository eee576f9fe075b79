/** The workspace to start from: its records hold for every choice that its comments name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createWorld, packageAt } from '../src/cli/disk.ts'
import { createEngine, render } from '../src/render.ts'
import { root } from './fixtures.ts'

const folder = join(root, 'templates/workspace')
const engine = createEngine(createWorld(folder, packageAt(root)))
const note = readFileSync(join(folder, 'note.yaml'), 'utf8')

/** The text of the starter's note, with one line written otherwise and others added. */
function textOf(from: string, to: string, more = ''): string {
  if (!note.includes(from)) throw new Error(`the starter does not say ${from}`)
  const noteSource = { name: 'note.yaml', text: `${note.replace(from, to)}\n${more}` }
  const { output, notes } = render(engine, {
    note: 'note.yaml',
    noteSource,
    registers: ['register.yaml'],
    format: 'txt'
  })
  expect(notes.map(each => each.message)).toEqual([])
  return new TextDecoder().decode(output).replace(/\s+/g, ' ')
}

const position = 'override: [{ rule: NV029, authority: Legal Department, reason: position of Talvenna }]'

describe('the note to start from', () => {
  test('renders as it is, and is told nothing', () => {
    expect(textOf('legal: general', 'legal: general')).toContain('norms and principles of international law')
  })

  test('cites principles where it says `legal: reflected`', () => {
    const text = textOf('legal: general', 'legal: reflected')
    expect(text).toContain('Article 22 of the Vienna Convention on Diplomatic Relations')
    expect(text).toContain('Article 31 of the Vienna Convention on Consular Relations')
  })

  test('asserts a breach where it says `legal: assertive` and a position carries it', () => {
    expect(textOf('legal: general', 'legal: assertive', position)).toContain('as a breach of')
  })
})
