/** The workspace to start from: its records hold for the choices that its comments name, and so does what is commented out. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../src/cli/disk/disk.ts'
import { KINDS } from '../src/kinds/index.ts'
import { createRecordStore } from '../src/records/read.ts'
import { createEngine, type Engine, render } from '../src/render.ts'
import { home, root } from './fixtures.ts'
import { arms, png } from './image/pictures.ts'

const folder = join(root, 'templates/workspace')
const engine = createEngine(createWorld(folder, home), home)
const note = readFileSync(join(folder, 'note.yaml'), 'utf8')
const register = readFileSync(join(folder, 'register.yaml'), 'utf8')

/** The text of a note, and what was told about it. */
function made(text: string, own: Engine = engine): { readonly text: string; readonly told: readonly string[] } {
  const noteSource = { name: 'note.yaml', text }
  const { output, notes } = render(own, { note: 'note.yaml', noteSource, registers: ['register.yaml'], format: 'txt' })
  const printed = new TextDecoder().decode(output).replace(/\s+/g, ' ')
  return { text: printed, told: notes.map(each => each.message) }
}

/** The starter's note with one line written otherwise. */
function noteWith(from: string, to: string): string {
  if (!note.includes(from)) throw new Error(`the starter does not say ${from}`)
  return note.replace(from, to)
}

/** What is commented out behind a line, taken in: the number sign and one space go. */
function uncommented(text: string, behind: string): string {
  const [before, after] = text.split(behind)
  if (before === undefined || after === undefined) throw new Error(`no line says ${behind}`)
  const [block = '', ...rest] = after.split('\n\n')
  return [`${before}${behind}${block.replace(/^( *)# /gm, '$1')}`, ...rest].join('\n\n')
}

/** The engine over another register. */
function over(text: string): Engine {
  const bytes = new TextEncoder().encode(text)
  const { world } = engine
  const read = (name: string) => (name === 'register.yaml' ? bytes : world.read(name))
  return { ...engine, records: createRecordStore({ ...world, read }, KINDS, home) }
}

describe('the note to start from', () => {
  test('renders as it is, and there is nothing to tell', () => {
    expect(made(note)).toEqual({ text: expect.stringContaining('norms and principles of international law'), told: [] })
  })

  test('has the name of the house at its head as a plate has it, without an article', () => {
    expect(made(note).text).toMatch(/^DRAFT Ministry of Foreign Affairs of the Republic of Talvenna No\. /)
  })

  test('cites principles where it says `legal: reflected`', () => {
    const { text } = made(noteWith('legal: general', 'legal: reflected'))
    expect(text).toContain('Article 22 of the Vienna Convention on Diplomatic Relations')
    expect(text).toContain('Article 31 of the Vienna Convention on Consular Relations')
  })

  test('asserts a breach where it says `legal: assertive` and a position carries it', () => {
    const position = 'override: [{ rule: NV029, authority: Legal Department, reason: position of Talvenna }]'
    expect(made(`${noteWith('legal: general', 'legal: assertive')}\n${position}\n`).text).toContain(
      'as involving a breach of'
    )
  })
})

describe('what is commented out holds too', () => {
  test('an emblem of the house', () => {
    const profile = 'templates/profiles/our-house.yaml'
    const text = uncommented(readFileSync(join(folder, profile), 'utf8'), 'take this in:\n#')
    const files = new Map([
      [profile, new TextEncoder().encode(text)],
      ['templates/profiles/emblem.png', png(arms(40), 'rgba')]
    ])
    const { world } = engine
    const own = createEngine({ ...world, read: name => files.get(name) ?? world.read(name) }, home)
    expect(made(note, own).text).toMatch(/^DRAFT \[The arms of the Republic of Talvenna\] Ministry of Foreign Affairs/)
  })

  test('what else a note can have', () => {
    const whole = uncommented(noteWith('legal: general', 'legal: assertive'), 'to try it.\n#')
    const { text, told } = made(whole)
    for (const each of ['An exercise.', 'was evacuated.', 'No. 118/2025', 'as involving a breach of', 'Annex I'])
      expect(text).toContain(each)
    expect(told).toEqual([])
  })

  test('an incident with a crowd and people who were hurt', () => {
    const { text, told } = made(note, over(uncommented(register, 'and people who were hurt:')))
    expect(text).toContain('forced their way into the chancery. The police arrived')
    expect(text).toContain('During the night of 2 to 3 November 2025, at 23:40 local time, a crowd gathered')
    expect(text).toContain('slight injuries to two members of the staff, and injuries to visitors')
    expect(told).toEqual(['no communication in the register reported `sarem-2025-11-02`'])
  })
})
