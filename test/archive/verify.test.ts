import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { carriedIn } from '../../src/archive/carried.ts'
import { openWorkshop, rebuild } from '../../src/archive/rebuild.ts'
import { standingBy, standingIn } from '../../src/archive/standing.ts'
import { verify } from '../../src/archive/verify.ts'
import { load } from '../../src/load/load.ts'
import { numberedNotes } from '../../src/records/registered.ts'
import type { Register } from '../../src/records/schema.ts'
import { validateRegister } from '../../src/records/validate.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineHere } from '../fixtures.ts'
import { inflate, joined, judge, latin1, madeAs, openedFrom, packageWorld, workshop } from './copies.ts'

const name = 'airspace-violation'
const issue = madeAs(name, 'issue')
const copy = madeAs(name, 'file-copy')
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a file rebuilds', () => {
  test('from what it carries, and an issue from its copy', () => {
    expect(judge(copy).rebuilds).toEqual({ answer: 'yes', form: 'file-copy' })
    expect(judge(issue, copy).rebuilds).toEqual({ answer: 'yes', form: 'issue' })
  })

  test.each(['courtesy-copy', 'draft'] as const)('as the %s that it is', form => {
    expect(judge(madeAs(name, form), copy).rebuilds).toEqual({ answer: 'yes', form })
  })

  test.each(['draft', 'issue', 'file-copy'] as const)('as a %s that was asked to stay in the house', form => {
    const made = prepare(engineHere(), { ...askFor(name), form, embed: true, internal: true }).stages.pdf()
    expect(judge(made).rebuilds).toEqual({ answer: 'yes', form })
  })

  test('not without its copy: then it cannot be told', () => {
    expect(judge(issue).rebuilds).toMatchObject({ answer: 'cannot', why: 'it carries nothing' })
  })

  test('not from the copy of another note', () => {
    const { rebuilds } = judge(issue, madeAs('embassy-storming', 'file-copy'))
    expect(rebuilds).toMatchObject({ answer: 'no' })
    expect(rebuilds.answer === 'no' && rebuilds.why).toMatch(/^it differs in .*, at byte \d+, from what its records/)
  })

  test.each([
    ['nothing', new Uint8Array(), 'the file is empty (byte 0)'],
    ['text', latin1('hello'), 'it does not begin as a PDF of this tool does (byte 0)'],
    ['another maker’s PDF', latin1('%PDF-1.4\n1 0 obj\n'), 'it does not begin as a PDF of this tool does (byte 0)'],
    ['half of it', issue.subarray(0, 9000), /^object \d+ (does not end where it says|should be a stream) \(byte \d+\)$/]
  ])('not where it is no whole file: %s', (_, bytes, why) => {
    const { rebuilds } = judge(bytes, copy)
    expect(rebuilds.answer).toBe('no')
    const said = rebuilds.answer === 'no' ? rebuilds.why.replace('it is no whole PDF of this tool: ', '') : ''
    if (typeof why === 'string') expect(said).toBe(why)
    else expect(said).toMatch(why)
  })

  test('not where its epoch, a face or the shaper is not here: then it says which, and how to get it', () => {
    const elsewhere = { ...packageWorld, font: () => latin1('another face') }
    const { rebuilds } = verify({ bytes: copy, copy: null }, openWorkshop(elsewhere), inflate)
    expect(rebuilds).toMatchObject({ answer: 'cannot', hint: expect.stringMatching(/^install verbale@/) })
    expect(rebuilds.answer === 'cannot' && rebuilds.why).toMatch(/the regular face here is not the one/)
  })

  test('with another compressor: the same content counts apart', () => {
    const elsewhere = {
      ...packageWorld,
      deflate: (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes, { level: 1 }))
    }
    expect(verify({ bytes: copy, copy: null }, openWorkshop(elsewhere), inflate).rebuilds).toEqual({
      answer: 'same-content',
      form: 'file-copy'
    })
  })

  test('with another version of the package that makes the same bytes', () => {
    const later = openWorkshop({ ...packageWorld, version: '99.0.0' })
    expect(verify({ bytes: copy, copy: null }, later, inflate).rebuilds.answer).toBe('yes')
  })

  test('says what differs', () => {
    const [, metadata] = /(xmp|dc:date)/.exec(Buffer.from(copy).toString('latin1')) ?? []
    expect(metadata).toBeDefined()
    const changed = Uint8Array.from(copy)
    const at = Buffer.from(copy).indexOf('<rdf:li>2026-09-10')
    changed[at + 17] = '1'.charCodeAt(0)
    expect(judge(changed).rebuilds).toMatchObject({
      answer: 'no',
      difference: { what: 'the XMP metadata', at: at + 17 }
    })
  })
})

describe('a file is registered', () => {
  const text = readFileSync(new URL(`../../fixtures/${name}/register.yaml`, import.meta.url), 'utf8')
  const base = validateRegister(load({ name: 'register.yaml', text })).value
  const entry = (sha256: object | undefined): Register => {
    if (!base) throw new Error('the register of the fixture is refused')
    const { identity } = judge(copy)
    const note = Object.values(base.communications).find(each => each.type === 'note')
    if (!identity || note?.type !== 'note') throw new Error('there is no note to follow')
    const { from, number, date } = identity
    const added = { ...note, from, number, date: date ?? '', ...(sha256 ? { sha256 } : {}) }
    return { ...base, communications: { ...base.communications, 'this-one': added } }
  }
  const stands = (register: Register, bytes: Uint8Array, with_: Uint8Array | null = null) =>
    standingIn(register, numberedNotes(register), judge(bytes, with_))

  test('as the issue or the copy of its entry', () => {
    const register = entry({ issue: digest(issue), 'file-copy': digest(copy) })
    expect(stands(register, issue)).toEqual({ type: 'this', entry: 'this-one', as: 'issue', sealed: false })
    expect(stands(register, copy)).toEqual({ type: 'this', entry: 'this-one', as: 'file-copy', sealed: false })
  })

  test('not when another file stands under its number', () => {
    expect(stands(entry({ issue: '0'.repeat(64) }), copy)).toEqual({ type: 'another', entry: 'this-one' })
  })

  test('perhaps, when its number is told without a digest', () => {
    expect(stands(entry(undefined), copy)).toEqual({ type: 'undecided', entry: 'this-one' })
  })

  test('not when nothing of it is recorded', () => {
    if (!base) throw new Error('the register of the fixture is refused')
    expect(stands(base, copy)).toEqual({ type: 'not-recorded' })
  })

  test('not with something appended', () => {
    const register = entry({ issue: digest(issue) })
    expect(stands(register, joined(issue, latin1('x')), copy)).toEqual({ type: 'altered', entry: 'this-one' })
  })

  test('by a digest alone', () => {
    expect(standingBy(digest(issue), judge(issue))).toMatchObject({ type: 'this', entry: null })
    expect(standingBy(digest(copy), judge(issue))).toEqual({ type: 'another', entry: null })
  })
})

test('the issue and the copy come out of the copy alone', () => {
  const carried = carriedIn(openedFrom(copy), packageWorld)
  expect(digest(rebuild(carried, 'issue', workshop).output)).toBe(digest(issue))
  expect(digest(rebuild(carried, 'file-copy', workshop).output)).toBe(digest(copy))
})
