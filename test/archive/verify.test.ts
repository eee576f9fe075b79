import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { carriedIn } from '../../src/archive/carried.ts'
import { openRebuildContext, rebuild } from '../../src/archive/rebuild.ts'
import { standingBy, standingIn } from '../../src/archive/standing.ts'
import { verify } from '../../src/archive/verify.ts'
import { MANIFEST } from '../../src/bundle/schema.ts'
import { load } from '../../src/load/load.ts'
import { numberedNotes } from '../../src/records/registered.ts'
import type { Register } from '../../src/records/schema.ts'
import { validateRegister } from '../../src/records/validate.ts'
import { prepare } from '../../src/render.ts'
import { BUNDLED } from '../../src/world.ts'
import { askFor, engineHere } from '../fixtures.ts'
import { forgedFrom, joined, judge, latin1, madeAs, openedFrom, packageWorld, rebuildContext } from './copies.ts'
import { fileWith } from './hostile.ts'
import { signed } from './signed.ts'

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
    expect(judge(issue).rebuilds).toMatchObject({ answer: 'cannot', why: 'it carries no sources' })
  })

  test('not from the copy of another note', () => {
    const { rebuilds } = judge(issue, madeAs('embassy-storming', 'file-copy'))
    expect(rebuilds).toMatchObject({ answer: 'no' })
    expect(rebuilds.answer === 'no' && rebuilds.why).toMatch(/^it differs in .*, at byte \d+, from what its records/)
  })

  test.each([
    ['nothing', new Uint8Array(), 'the file is empty (byte 0)'],
    ['text', latin1('hello'), 'it does not begin like a PDF written by verbale (byte 0)'],
    ['another maker’s PDF', latin1('%PDF-1.4\n1 0 obj\n'), 'it does not begin like a PDF written by verbale (byte 0)'],
    ['half of it', issue.subarray(0, 9000), /^object \d+ (does not end where it says|should be a stream) \(byte \d+\)$/]
  ])('not where it is no whole file: %s', (_, bytes, why) => {
    const { rebuilds } = judge(bytes, copy)
    expect(rebuilds.answer).toBe('no')
    const said = rebuilds.answer === 'no' ? rebuilds.why.replace('not a complete PDF written by verbale: ', '') : ''
    if (typeof why === 'string') expect(said).toBe(why)
    else expect(said).toMatch(why)
  })

  test('not where its epoch, a face or the shaper is not here: then it says which, and how to get it', () => {
    const elsewhere = { ...packageWorld, font: () => latin1('another face') }
    const { rebuilds } = verify({ bytes: copy, copy: null }, openRebuildContext(elsewhere))
    expect(rebuilds).toMatchObject({ answer: 'cannot', hint: expect.stringMatching(/^install verbale@/) })
    expect(rebuilds.answer === 'cannot' && rebuilds.why).toMatch(/the regular face here is not the one/)
  })

  test('with another compressor: the same content counts apart', () => {
    const elsewhere = {
      ...packageWorld,
      deflate: (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes, { level: 1 }))
    }
    expect(verify({ bytes: copy, copy: null }, openRebuildContext(elsewhere)).rebuilds).toEqual({
      answer: 'same-content',
      form: 'file-copy'
    })
  })

  test('with another version of the package that makes the same bytes', () => {
    const later = openRebuildContext({ ...packageWorld, version: '99.0.0' })
    expect(verify({ bytes: copy, copy: null }, later).rebuilds.answer).toBe('yes')
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
  const entry = (sha256: object | undefined, said: object = {}): Register => {
    if (!base) throw new Error('the register of the fixture is refused')
    const { identity } = issued
    if (!identity) throw new Error('the copy does not say what it is')
    const { from, to, number, date, language, incidents, epoch } = identity
    const record = {
      type: 'note',
      from,
      to,
      number,
      date,
      languages: [language],
      incidents,
      epoch,
      ...said,
      evidence: []
    }
    const added = JSON.parse(JSON.stringify({ ...record, sha256 }))
    return { ...base, communications: { ...base.communications, 'this-one': added } }
  }
  const issued = judge(issue, copy)
  const stands = (register: Register, bytes: Uint8Array, with_: Uint8Array | null = null) =>
    standingIn(register, numberedNotes(register), judge(bytes, with_))

  test('as the issue or the copy of its entry', () => {
    const register = entry({ issue: digest(issue), 'file-copy': digest(copy) })
    expect(stands(register, issue)).toEqual({ type: 'this', entry: 'this-one', as: 'issue', sealed: false, copy: null })
    expect(stands(register, copy)).toEqual({
      type: 'this',
      entry: 'this-one',
      as: 'file-copy',
      sealed: false,
      copy: null
    })
    expect(stands(register, issue, copy)).toMatchObject({ type: 'this', as: 'issue', copy: 'registered' })
    expect(stands(register, issue, signed(copy))).toMatchObject({ type: 'this', as: 'issue', copy: 'registered' })
  })

  test('not where the copy beside it is another, though that makes the same issue', () => {
    const forged = forgedFrom(copy, text => text.replace('"publisher":"', '"publisher":"Not '))
    expect(digest(forged.issue)).toBe(digest(issue))
    expect(judge(issue, forged.copy).rebuilds.answer).toBe('yes')
    const register = entry({ issue: digest(issue), 'file-copy': digest(copy) })
    expect(stands(register, issue, forged.copy)).toEqual({ type: 'other-copy', entry: 'this-one' })
    expect(stands(register, issue, joined(copy, latin1('x')))).toEqual({ type: 'other-copy', entry: 'this-one' })
    expect(stands(register, forged.copy)).toEqual({ type: 'another', entry: 'this-one' })
    expect(stands(entry({ issue: digest(issue) }), issue, forged.copy)).toMatchObject({ copy: 'not-recorded' })
  })

  test.each([
    ['number', '319/2026', '319/2026'],
    ['number', null, null],
    ['number', '0318 / 2026', null],
    ['series', 'confidential', 'confidential'],
    ['date', '2026-09-11', '2026-09-11'],
    ['from', 'cantarre-embassy', 'cantarre-embassy'],
    ['to', 'nobody', 'nobody'],
    ['languages', ['fr'], 'fr'],
    ['languages', ['fr', 'en'], null],
    ['languages', undefined, null],
    ['incidents', ['fire', 'air'], 'air, fire'],
    ['in-reply-to', 'note-1', 'note-1'],
    ['supersedes', 'note-1', 'note-1'],
    ['epoch', 99, '99'],
    ['type', 'response', 'response']
  ])('as its entry says it: %s: %s', (key, value, register) => {
    const held = entry({ issue: digest(issue), 'file-copy': digest(copy) }, { [key]: value })
    const what = key === 'languages' ? 'language' : key
    const standing = standingIn(held, numberedNotes(held), issued)
    if (register === null) expect(standing.type).toBe('this')
    else
      expect(standing).toMatchObject({ type: 'contradicted', entry: 'this-one', contradictions: [{ what, register }] })
  })

  test('as its entry says it, though the register has given what the file names other ids since', () => {
    const renamed = (register: Register): Register =>
      JSON.parse(
        ['cantarre-embassy-pellune', 'ostrelle-mfa', 'merrow-2026-09-09'].reduce(
          (text, id) => text.replaceAll(`"${id}"`, `"${id}-renamed"`),
          JSON.stringify(register)
        )
      )
    const held = renamed(entry({ issue: digest(issue), 'file-copy': digest(copy) }))
    expect(Object.keys(held.parties)).toContain('ostrelle-mfa-renamed')
    expect(stands(held, issue, copy)).toMatchObject({ type: 'this', entry: 'this-one' })
    const other = JSON.parse(JSON.stringify(held).replace('2026-09-09', '2026-09-08'))
    expect(stands(other, issue, copy)).toMatchObject({ contradictions: [{ what: 'incidents' }] })
    const swapped = { ...held, parties: { ...held.parties, 'ostrelle-mfa': held.parties['ostrelle'] } }
    expect(stands(JSON.parse(JSON.stringify(swapped)), issue, copy)).toMatchObject({
      contradictions: [{ what: 'from' }]
    })
  })

  test('as its entry says it, though two incidents of one day have other ids since', () => {
    const digests = { issue: digest(issue), 'file-copy': digest(copy) }
    const named = (incidents: readonly string[]) => entry(digests, { incidents })
    const [first = ''] = issued.identity?.incidents ?? []
    const incident = base?.incidents[first]
    if (!incident || !issued.identity) throw new Error('the copy does not say what it is')
    const called = { ...issued.called, '/incidents/second': issued.called[`/incidents/${first}`] ?? '' }
    const told = { ...issued, called, identity: { ...issued.identity, incidents: [first, 'second'] } }
    const standing = (incidents: Register['incidents']) => {
      const held = { ...named(Object.keys(incidents)), incidents }
      return standingIn(held, numberedNotes(held), told)
    }
    expect(standing({ a: incident, b: incident })).toMatchObject({ type: 'this' })
    const elsewhere = { ...incident, place: { en: 'another place' } }
    expect(standing({ a: incident, b: elsewhere })).toMatchObject({
      contradictions: [{ what: 'incidents', register: 'a, b', file: [first, 'second'].toSorted().join(', ') }]
    })
  })

  test('not as what another entry, or the other file of the same entry, is', () => {
    const other = madeAs('embassy-storming', 'issue')
    const otherCopy = madeAs('embassy-storming', 'file-copy')
    const swapped = entry({ issue: digest(other), 'file-copy': digest(otherCopy) })
    const standing = stands(swapped, other, otherCopy)
    expect(standing).toMatchObject({ type: 'contradicted', entry: 'this-one' })
    expect(standing.type === 'contradicted' && standing.contradictions.map(each => each.what)).toContain('number')
    const turned = entry({ issue: digest(copy), 'file-copy': digest(issue) })
    expect(stands(turned, copy)).toMatchObject({
      contradictions: [{ what: 'form', register: 'issue', file: 'file-copy' }]
    })
  })

  test('where one of two entries with its digest says what it is', () => {
    const register = entry({ issue: digest(issue), 'file-copy': digest(copy) })
    const held = register.communications['this-one']
    const wrong = JSON.parse(JSON.stringify({ ...held, number: '7' }))
    const two = { ...register, communications: { a: wrong, ...register.communications } }
    expect(stands(two, issue, copy)).toMatchObject({ type: 'this', entry: 'this-one' })
  })

  test('not when another file stands under its number', () => {
    expect(stands(entry({ issue: '0'.repeat(64), 'file-copy': '1'.repeat(64) }), copy)).toEqual({
      type: 'another',
      entry: 'this-one'
    })
  })

  test('perhaps, when its number is told without a digest', () => {
    expect(stands(entry(undefined), copy)).toEqual({ type: 'undecided', entry: 'this-one', lacks: 'file-copy' })
    expect(stands(entry({ issue: digest(issue) }), copy)).toMatchObject({ type: 'undecided', lacks: 'file-copy' })
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

test('of a file that was altered, records that cannot be read say nothing', () => {
  const { manifest, bundle } = carriedIn(openedFrom(copy), packageWorld)
  const contents = new Map([...bundle.files, [BUNDLED.note, latin1('{')]])
  const files = manifest.files.map(each => ({ ...each, sha256: digest(contents.get(each.name) ?? latin1('')) }))
  const carried = files.map(({ name: of, attachment }) => ({ name: attachment, bytes: contents.get(of) ?? latin1('') }))
  const told = { name: MANIFEST, bytes: latin1(JSON.stringify({ ...manifest, files })) }
  expect(judge(joined(fileWith([told, ...carried]), latin1('x')))).toMatchObject({
    rebuilds: { answer: 'no', why: expect.stringContaining('altered') },
    identity: { from: null }
  })
})

test('the issue and the copy come out of the copy alone', () => {
  const carried = carriedIn(openedFrom(copy), packageWorld)
  expect(digest(rebuild(carried, 'issue', rebuildContext).output)).toBe(digest(issue))
  expect(digest(rebuild(carried, 'file-copy', rebuildContext).output)).toBe(digest(copy))
})
