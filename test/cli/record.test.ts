import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { callOf } from '../../src/archive/carried.ts'
import { openIssued } from '../../src/cli/commands/entry.ts'
import { enter, enterInFile, findRegister, type RegisterFile } from '../../src/cli/disk/register.ts'
import { Obstacle } from '../../src/cli/obstacle.ts'
import type { Shell } from '../../src/cli/shell.ts'
import { Rejected } from '../../src/diagnostic.ts'
import { load } from '../../src/load/load.ts'
import type { NoteRecord } from '../../src/records/schema.ts'
import { joined, latin1, madeAs, rebuildContext } from '../archive/copies.ts'
import { signed } from '../archive/signed.ts'
import { home } from '../fixtures.ts'
import { folderOf } from './folder.ts'
import { shellWith } from './quiet-shell.ts'

function shellIn(cwd: string): Shell {
  return shellWith({ cwd, home, plain: true })
}

/** A message of what a step throws. */
function refusal(step: () => unknown): string {
  try {
    step()
  } catch (thrown) {
    if (thrown instanceof Rejected || thrown instanceof Obstacle) return thrown.message
    throw thrown
  }
  return 'nothing was refused'
}

const REGISTER = `verbale: 1
parties:
  arvenia: { kind: state, invented: true, names: {} }
  mfa: { kind: ministry, of: arvenia, names: {} } # ours: № 1
  embassy: { kind: embassy, of: arvenia, names: {} }
facilities: {}
incidents: {}
communications:
  a: { type: note, number: "1", date: 2031-01-05, from: mfa, to: embassy, evidence: [{ source: file }] }
cancelled: [{ from: mfa, number: "2", date: 2031-02, reason: a misprint }]
sources:
  file: { publisher: The Ministry, date: null, language: en }
`

const [ONE, TWO] = ['1'.repeat(64), '2'.repeat(64)]

function note(record: Partial<NoteRecord> = {}): NoteRecord {
  const base = { type: 'note', number: '3', date: '2031-03-01', from: 'mfa', to: 'embassy' } as const
  return { ...base, sha256: { issue: ONE, 'file-copy': TWO }, evidence: [], ...record }
}

function registerIn(text: string | Uint8Array): RegisterFile {
  const folder = folderOf({})
  writeFileSync(join(folder, 'register.yaml'), text)
  const found = findRegister(undefined, [folder], shellIn(folder))
  return found ?? expect.fail('there is no register')
}

/** The register with an entry, as text. */
function entered(text: string | Uint8Array, record: NoteRecord, id = 'b'): string {
  const made = enter(registerIn(text), { id, record })
  return made.type === 'known'
    ? `known as ${made.id}`
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(made.bytes)
}

describe('an entry goes into a register', () => {
  const own = `  b:
    type: note
    number: "3"
    date: 2031-03-01
    from: mfa
    to: embassy
    sha256:
      issue: "${ONE}"
      file-copy: "${TWO}"
    evidence: []
`
  const lines = REGISTER.replace('cancelled:', `${own}cancelled:`).split('\n')

  test('and changes no other line', () => {
    expect(entered(REGISTER, note())).toBe(lines.join('\n'))
  })

  test('whatever its bytes begin and its lines end with', () => {
    expect(entered(`\uFEFF${REGISTER}`, note())).toBe(`\uFEFF${lines.join('\n')}`)
    expect(entered(REGISTER.replaceAll('\n', '\r\n'), note())).toBe(lines.join('\r\n'))
  })

  test('once', () => {
    expect(entered(lines.join('\n'), note(), 'c')).toBe('known as b')
    expect(entered(lines.join('\n'), note({ subject: { en: 'a fire' }, pages: 7 }), 'c')).toBe('known as b')
  })

  test.each([
    ['the number of another file', note({ number: '1' }), 'issue/registered: the register holds another note under'],
    [
      'the number of another file with a nought before it',
      note({ number: '01' }),
      'issue/registered: the register holds'
    ],
    [
      'a number that was given up, with a space',
      note({ number: ' 2' }),
      'issue/registered: the register lists the number ` 2` as cancelled'
    ],
    [
      'a number that was given up',
      note({ number: '2' }),
      'issue/registered: the register lists the number `2` as cancelled'
    ],
    ['an incident that is not there', note({ incidents: ['fire'] }), 'record/unknown-id: the register has no incident'],
    ['a note that is not there', note({ 'refers-to': ['z'] }), 'record/unknown-id: the register has no communication'],
    ['a later note', note({ date: '2031-01-01', 'refers-to': ['a'] }), 'record/'],
    ['a sender that is not there', note({ from: 'mfo' }), 'record/unknown-id: the register has no party `mfo`']
  ])('not with %s', (_, record, message) => {
    expect(refusal(() => entered(REGISTER, record))).toMatch(new RegExp(`^${message}`))
  })

  test('and no note is advised to cite itself', () => {
    const hints = (refersTo: string) => {
      try {
        entered(REGISTER, note({ 'refers-to': [refersTo] }), 'b')
      } catch (thrown) {
        if (thrown instanceof Rejected) return thrown.diagnostics.flatMap(each => each.hints).join()
      }
      return null
    }
    expect(hints('c')).toContain('`a`')
    expect(hints('c')).not.toContain('`b`')
  })

  test('not under an id that is taken', () => {
    expect(refusal(() => entered(REGISTER, note(), 'a'))).toMatch(/^record\/taken-id/)
  })

  test('not where the register says something else of the same file', () => {
    const text = lines.join('\n')
    expect(refusal(() => entered(text, note({ date: '2031-03-02' })))).toMatch(
      /^record\/contradiction: .* other particulars: date is `2031-03-01` there and `2031-03-02` in the file$/
    )
    expect(refusal(() => entered(text, note({ sha256: { issue: ONE, 'file-copy': ONE } })))).toMatch(
      /^record\/contradiction: .* another file copy/
    )
    expect(entered(text, note({ sha256: { issue: ONE } }))).toBe('known as b')
  })

  test('once, though the register has given its sender another id since', () => {
    const renamed = lines
      .join('\n')
      .replaceAll('mfa', 'mfa-arvenia')
      .replace('names: {} } # ours', 'names: { en: { full: the M. of A. } } } # ours')
    const called = (name: string) => ({
      '/parties/mfa': callOf({ names: { en: { full: name } } }, () => null)
    })
    const again = (name: string) => enter(registerIn(renamed), { id: 'c', record: note(), called: called(name) })
    expect(again('the M. of A.')).toEqual({ type: 'known', id: 'b' })
    expect(refusal(() => again('the M. of B.'))).toMatch(/other particulars: from is `mfa-arvenia` there and `mfa` in/)
  })

  test('not where the register is wrong already, or is no text', () => {
    expect(refusal(() => entered(REGISTER.replace('facilities', 'facilitys'), note()))).toMatch(/^record\/unknown-key/)
    const bytes = Buffer.from(REGISTER.replace('№', '@'))
    bytes[bytes.indexOf('@')] = 0xff
    expect(refusal(() => entered(bytes, note()))).not.toBe('nothing was refused')
  })
})

describe('another language of a note goes into the entry that it has', () => {
  const [THREE, FOUR] = ['3'.repeat(64), '4'.repeat(64)]
  const first = note({ languages: ['en'], pages: 2, epoch: 1, incidents: [] })
  const other = note({ ...first, languages: ['az'], sha256: { issue: THREE, 'file-copy': FOUR } })
  const inOne = () => entered(REGISTER, first)
  const inTwo = () =>
    inOne()
      .replace('languages: [en]', 'languages: [en, az]')
      .replace(
        `    sha256:\n      issue: "${ONE}"\n      file-copy: "${TWO}"\n`,
        `    editions:
      - language: en
        form: issue
        sha256: "${ONE}"
        file-copy: "${TWO}"
      - language: az
        form: issue
        sha256: "${THREE}"
        file-copy: "${FOUR}"
`
      )

  test('and changes no other line', () => {
    expect(inTwo()).not.toBe(inOne())
    expect(entered(inOne(), other, 'c')).toBe(inTwo())
    expect(entered(inOne().replaceAll('\n', '\r\n'), other)).toBe(inTwo().replaceAll('\n', '\r\n'))
  })

  test('once, and beside a third', () => {
    expect(entered(inTwo(), first)).toBe('known as b')
    expect(entered(inTwo(), other)).toBe('known as b')
    const third = entered(inTwo(), note({ ...other, languages: ['fr'], pages: 3, sha256: { issue: '5'.repeat(64) } }))
    expect(third).toContain('languages: [en, az, fr]')
    expect(third).toContain(
      `      - language: fr\n        form: issue\n        sha256: "${'5'.repeat(64)}"\n        pages: 3\n`
    )
    const [two, three] = [inTwo(), third].map(text => text.split('\n'))
    expect(two?.filter(line => !third.includes(line))).toEqual(['    languages: [en, az]'])
    expect(three?.length).toBe((two?.length ?? 0) + 4)
  })

  test('in braces, and in JSON', () => {
    const flow = REGISTER.replace('communications:\n', `communications:\n  b: ${JSON.stringify(first)}\n`)
    expect(entered(flow, other)).toContain(`"languages": ["en","az"]`)
    const json = JSON.stringify(load({ name: 'register.yaml', text: inOne() }).value, null, 2)
    const whole = JSON.stringify(load({ name: 'register.yaml', text: inTwo() }).value, null, 2)
    expect(entered(json, other)).toBe(whole)
  })

  test('but not where that entry holds a file of its language, or may', () => {
    const again = note({ ...first, sha256: { issue: THREE } })
    expect(refusal(() => entered(inOne(), again, 'c'))).toMatch(/^issue\/registered/)
    expect(refusal(() => entered(inTwo(), { ...again, sha256: { issue: FOUR } }, 'c'))).toMatch(/^issue\/registered/)
    const unsaid = inOne().replace('    languages: [en]\n', '')
    expect(refusal(() => entered(unsaid, other, 'c'))).toMatch(/^issue\/registered/)
  })

  test.each<[string, Partial<NoteRecord>]>([
    ['to somebody else', { to: 'mfa' }],
    ['of another day', { date: '2031-03-02' }],
    ['that replaces another', { supersedes: 'a' }]
  ])('nor where it is a note %s', (_, record) => {
    expect(refusal(() => entered(inOne(), { ...other, ...record }, 'c'))).toMatch(/^issue\/registered/)
  })

  test('nor where a comment would be lost, or where the house knows more of it', () => {
    const told = inOne().replace('    sha256:\n', '    sha256: # as sent\n')
    expect(refusal(() => entered(told, other))).toMatch(/^record\/append/)
    expect(refusal(() => entered(inOne(), { ...other, drafter: 'me' }))).toMatch(/^record\/contradiction/)
  })
})

describe('a register is written', () => {
  const byWhom = (number: string): NoteRecord => note({ number, sha256: { issue: number.repeat(64) } })

  test('whole, with what somebody else wrote since it was read', async () => {
    const file = registerIn(REGISTER)
    expect(await enterInFile(file, { id: 'b', record: byWhom('3') })).toMatchObject({ type: 'new' })
    expect(await enterInFile(file, { id: 'c', record: byWhom('4') })).toMatchObject({ type: 'new' })
    expect(await enterInFile(file, { id: 'd', record: byWhom('4') })).toEqual({ type: 'known', id: 'c' })
    expect(readFileSync(file.path, 'utf8').match(/^ {2}[a-d]: *(?=\{|$)/gm)).toEqual(['  a: ', '  b:', '  c:'])
  })

  test('not where somebody else took the number since it was read', async () => {
    const file = registerIn(REGISTER)
    await enterInFile(file, { id: 'b', record: byWhom('3') })
    await expect(enterInFile(file, { id: 'c', record: note() })).rejects.toThrow(/^issue\/registered/)
  })

  test('not where it is read-only', async () => {
    const file = registerIn(REGISTER)
    chmodSync(file.path, 0o444)
    await expect(enterInFile(file, { id: 'b', record: note() })).rejects.toThrow(/read-only/)
    expect(readFileSync(file.path, 'utf8')).toBe(REGISTER)
    expect(readdirSync(join(file.path, '..'))).toEqual(['register.yaml'])
  })

  test('found in the folder around it, or named', () => {
    const folder = folderOf({
      'register.yaml': REGISTER,
      'out/x.pdf': '',
      'other/r.json': '{}',
      'verbale.yaml': 'verbale: 1\n'
    })
    const pathOf = (named: string | undefined, from: string) => findRegister(named, [from], shellIn(folder))?.path
    expect(pathOf(undefined, join(folder, 'out'))).toBe(join(folder, 'register.yaml'))
    expect(pathOf('other/r.json', folder)).toBe(join(folder, 'other/r.json'))
    expect(pathOf(undefined, folderOf({}))).toBe(undefined)
    expect(refusal(() => pathOf('none.yaml', folder))).toBe('there is no file none.yaml')
  })
})

describe('a note that was issued is opened', () => {
  const issue = madeAs('airspace-violation', 'issue')
  const copy = madeAs('airspace-violation', 'file-copy')
  const world = (files: Readonly<Record<string, Uint8Array>>): string => {
    const folder = folderOf({})
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    return folder
  }
  const opened = (files: Readonly<Record<string, Uint8Array>>, name: string, companion?: string) =>
    openIssued(name, companion, { cwd: world(files), rebuildContext }).files

  test('from the issue or from its file copy, alike', () => {
    const plain = opened({ 'n.pdf': issue, 'n.file.pdf': copy }, 'n.pdf')
    expect(plain.pages).toBeGreaterThan(0)
    expect(opened({ 'n.pdf': issue, 'n.file.pdf': copy }, 'n.file.pdf')).toEqual(plain)
    expect(opened({ 'n.file.pdf': copy }, 'n.file.pdf')).toEqual(plain)
    expect(opened({ 'a.pdf': issue, 'b.pdf': copy }, 'a.pdf', 'b.pdf')).toEqual(plain)
    expect(opened({ 'a.pdf': issue, 'b.pdf': copy }, 'b.pdf', 'a.pdf')).toEqual(plain)
  }, 60_000)

  test('as it was made, where it was sealed since', () => {
    const files = { 'n.file.pdf': copy }
    expect(opened({ ...files, 'n.pdf': signed(issue) }, 'n.pdf')).toEqual(opened({ ...files, 'n.pdf': issue }, 'n.pdf'))
  })

  const other = madeAs('embassy-storming', 'issue')
  test.each([
    ['something was appended to it', { 'n.pdf': joined(issue, latin1('x')), 'n.file.pdf': copy }, 'n.pdf'],
    ['something was appended to its copy', { 'n.pdf': issue, 'n.file.pdf': joined(copy, latin1('x')) }, 'n.pdf'],
    ['its copy is of another', { 'n.pdf': other, 'n.file.pdf': copy }, 'n.pdf'],
    ['the issue beside the copy is another', { 'n.pdf': other, 'n.file.pdf': copy }, 'n.file.pdf']
  ])('not where %s', (_, files, name) => {
    expect(refusal(() => opened(files, name))).toMatch(/^archive\/altered/)
  })

  test('not where its file copy carries nothing', () => {
    expect(refusal(() => opened({ 'n.pdf': issue, 'n.file.pdf': issue }, 'n.pdf'))).toMatch(/^record\/not-issued/)
  })

  test('and nothing is written', () => {
    const folder = world({ 'n.pdf': issue, 'n.file.pdf': copy })
    openIssued('n.pdf', undefined, { cwd: folder, rebuildContext })
    expect(readdirSync(folder).sort()).toEqual(['n.file.pdf', 'n.pdf'])
    expect(existsSync(join(folder, 'register.yaml'))).toBe(false)
  })
})
