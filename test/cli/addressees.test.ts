/** Identical notes: a file to each addressee, an issue whole or not at all; under one number they are one entry of the register. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { validateRegister } from '../../src/records/validate.ts'
import { root } from '../fixtures.ts'
import { runLine } from '../here.ts'
import { folderOf } from './folder.ts'

const NUMBERS = /^number: .*/m

/** The fixture of identical notes, with its request changed. */
function workspace(change: (request: string) => string = text => text): string {
  const text = (name: string) => readFileSync(join(root, 'fixtures/identical-notes', name), 'utf8')
  return folderOf({ 'note.yaml': change(text('note.yaml')), 'register.yaml': text('register.yaml') })
}

const verbale = (folder: string, words: string) =>
  runLine({ command: `verbale ${words}`, input: '', folder, env: process.env }, true)

const madeIn = (folder: string) =>
  readdirSync(folder)
    .filter(name => !name.endsWith('.yaml') && !name.startsWith('.'))
    .sort()

function communicationsIn(folder: string) {
  const text = readFileSync(join(folder, 'register.yaml'), 'utf8')
  const { value, findings } = validateRegister(load({ name: 'register.yaml', text }))
  expect(findings.filter(each => each.severity === 'error')).toEqual([])
  return value?.communications ?? {}
}

const ISSUES = ['note.druvane-embassy-pellune.pdf', 'note.sarema-embassy-pellune.pdf'] as const
const ALL = ISSUES.flatMap(each => [each.replace('.pdf', '.file.pdf'), each])

describe('identical notes are made', () => {
  test('one to each addressee, under names of their own', async () => {
    const folder = workspace()
    expect(await verbale(folder, 'render note.yaml')).toMatchObject({ code: 0 })
    expect(madeIn(folder)).toEqual(ALL)
    expect(await verbale(folder, 'render note.yaml')).toMatchObject({ code: 1 })
  }, 60_000)

  test('but not over another note that is named as one of them', async () => {
    const folder = workspace(text => text.replace('form: issue', 'form: draft'))
    const alone = readFileSync(join(folder, 'note.yaml'), 'utf8').replace(/^to: .*$/m, 'to: sarema-embassy-pellune')
    writeFileSync(join(folder, 'note.sarema-embassy-pellune.yaml'), alone)
    for (const notes of ['note.yaml', 'note.sarema-embassy-pellune.yaml']) {
      const { code, err } = await verbale(folder, `render ${notes}`)
      expect([notes, code, err]).toEqual([notes, 2, expect.stringContaining('would be written to the same file')])
    }
    expect(madeIn(folder)).toEqual([])
  }, 60_000)

  test('in the file that is named, with the addressee in its name', async () => {
    const folder = workspace()
    await verbale(folder, 'render note.yaml --form draft --format txt -o protest.txt')
    expect(madeIn(folder)).toEqual(['protest.druvane-embassy-pellune.txt', 'protest.sarema-embassy-pellune.txt'])
  })

  test('to one of them where that is asked for, which standard output needs', async () => {
    const folder = workspace()
    const all = await verbale(folder, 'render note.yaml --form draft --format txt -o -')
    expect([all.code, all.out, all.err]).toEqual([1, '', expect.stringContaining('render/several')])
    const one = await verbale(
      folder,
      'render note.yaml --form draft --format txt -o - --addressee druvane-embassy-pellune'
    )
    expect(one).toMatchObject({ code: 0, out: expect.stringContaining('No.\u00A062/2026') })
    const none = await verbale(folder, 'render note.yaml --addressee ostrelle-mfa')
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('record/addressee')])
  })
})

describe('identical notes are recorded', () => {
  test('as entries of their own where they bear numbers of their own', async () => {
    const folder = workspace()
    await verbale(folder, 'render note.yaml')
    expect(await verbale(folder, `record ${ISSUES.join(' ')} --write`)).toMatchObject({ code: 0 })
    const { 'note-61-2026': one, 'note-62-2026': other } = communicationsIn(folder)
    expect([one?.to, other?.to]).toEqual(['sarema-embassy-pellune', 'druvane-embassy-pellune'])
  }, 60_000)

  test('as editions of one entry under one number, in which each file is known', async () => {
    const folder = workspace(text => text.replace(NUMBERS, 'number: 61/2026'))
    await verbale(folder, 'render note.yaml')
    expect(await verbale(folder, `record ${ISSUES[1]} --write`)).toMatchObject({ code: 0 })
    expect(await verbale(folder, `record ${ISSUES[0]} --write`)).toMatchObject({ code: 0 })
    const { 'note-55-2026': _, 'note-61-2026': entry, ...others } = communicationsIn(folder)
    expect(others).toEqual({})
    expect(entry).toMatchObject({ to: 'sarema-embassy-pellune' })
    expect(entry?.editions?.map(each => each.to)).toEqual([undefined, 'druvane-embassy-pellune'])
    const standing = await verbale(folder, `verify ${ALL.join(' ')} --register register.yaml`)
    expect(standing.code).toBe(0)
    expect(standing.out.match(/this is the (issue|file-copy) of `note-61-2026`/g)).toHaveLength(4)
    const again = await verbale(folder, `regenerate ${ISSUES[0].replace('.pdf', '.file.pdf')} -o again.pdf`)
    expect(again).toMatchObject({ code: 0 })
    const rows = await verbale(folder, 'record --report csv')
    expect(rows.out).toContain(',sarema-embassy-pellune; druvane-embassy-pellune,')
    // what was issued is issued again to the byte, and nothing else under its number
    expect(await verbale(folder, 'render note.yaml -o elsewhere/')).toMatchObject({ code: 0 })
  }, 60_000)

  test('not under the number of a note that does not name them', async () => {
    const folder = workspace(text =>
      text.replace(NUMBERS, 'number: 61/2026').replace(/^to: .*/m, 'to: sarema-embassy-pellune')
    )
    await verbale(folder, 'render note.yaml')
    await verbale(folder, 'record note.pdf --write')
    const other = `${readFileSync(join(folder, 'note.yaml'), 'utf8')}`.replace(
      /^to: .*/m,
      'to: druvane-embassy-pellune'
    )
    const second = folderOf({
      'note.yaml': other,
      'register.yaml': readFileSync(join(folder, 'register.yaml'), 'utf8')
    })
    const refused = await verbale(second, 'render note.yaml')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('another note under this number')])
  }, 60_000)
})
