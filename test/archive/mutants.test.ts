/** What others may make of our files: no mutant rebuilds, and no forgery is the registered file. */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { PDFName } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { carriedIn } from '../../src/archive/carried.ts'
import { standingIn } from '../../src/archive/standing.ts'
import { canonicalJson } from '../../src/bundle/canonical.ts'
import { Rejected } from '../../src/diagnostic.ts'
import { numberedNotes } from '../../src/records/registered.ts'
import type { Register } from '../../src/records/schema.ts'
import { createEngine, render } from '../../src/render.ts'
import { BUNDLED, worldOf } from '../../src/world.ts'
import { times } from '../share.ts'
import { joined, judge, latin1, madeAs, openedFrom, packageWorld, rebuildContext, withUpdate } from './copies.ts'

const PATIENCE = 600_000
const names = ['airspace-violation', 'embassy-storming'] as const
const files = names.map(name => ({ issue: madeAs(name, 'issue'), copy: madeAs(name, 'file-copy') }))

/** Numbers below a bound, the same at every run (the example of ISO C, 7.22.2). */
function dice(seed: number): (bound: number) => number {
  let state = seed
  return bound => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return ((state >>> 8) % 1_000_003) % bound
  }
}

type Mutation = (bytes: Uint8Array, roll: (bound: number) => number) => Uint8Array

const splice = (bytes: Uint8Array, from: number, to: number, middle: Uint8Array): Uint8Array =>
  joined(bytes.subarray(0, from), middle, bytes.subarray(to))

/** Each mutation, and how many mutants are made by it. */
const MUTATIONS: Readonly<Record<string, readonly [number, Mutation]>> = {
  'a bit is flipped': [
    800,
    (bytes, roll) => {
      const changed = Uint8Array.from(bytes)
      const at = roll(bytes.length)
      changed[at] = (changed[at] ?? 0) ^ (1 << roll(8))
      return changed
    }
  ],
  'the end is cut off': [200, (bytes, roll) => bytes.slice(0, roll(bytes.length))],
  'bytes are taken out': [
    150,
    (bytes, roll) => {
      const at = roll(bytes.length - 100)
      return splice(bytes, at, at + 1 + roll(99), latin1(''))
    }
  ],
  'bytes are told twice': [
    150,
    (bytes, roll) => {
      const at = roll(bytes.length - 100)
      return splice(bytes, at, at, bytes.slice(at, at + 1 + roll(99)))
    }
  ],
  'two objects change places': [
    200,
    (bytes, roll) => {
      const { top } = openedFrom(bytes)
      const first = roll(top.length - 1)
      const [a, b] = [top[first], top[first + 1 + roll(top.length - first - 1)]]
      if (!a || !b) throw new Error('there are no two objects')
      const between = bytes.subarray(a.end, b.start)
      const middle = joined(bytes.subarray(b.start, b.end), between, bytes.subarray(a.start, a.end))
      return splice(bytes, a.start, b.end, middle)
    }
  ],
  'a stream says something else': [
    200,
    (bytes, roll) => {
      const { top } = openedFrom(bytes)
      const streams = top.filter(({ dictionary }) => dictionary.get(PDFName.of('Filter')) !== undefined)
      const stream = streams[roll(streams.length)]
      if (!stream) throw new Error('there is no stream')
      const other = new Uint8Array(deflateSync(latin1(`something else ${roll(1000)}`)))
      const head = Buffer.from(bytes.subarray(stream.start, stream.end)).toString('latin1').split('stream\n')[0] ?? ''
      const changed = head.replace(/\/Length \d+/, `/Length ${other.length}`)
      return splice(
        bytes,
        stream.start,
        stream.end,
        joined(latin1(`${changed}stream\n`), other, latin1('\nendstream\nendobj\n'))
      )
    }
  ],
  'the metadata name another day': [
    100,
    (bytes, roll) => {
      const changed = Uint8Array.from(bytes)
      const at = Buffer.from(bytes).indexOf('<dc:date>') + '<dc:date><rdf:Seq><rdf:li>'.length
      const old = changed[at + 9] ?? 0
      changed[at + 9] = 48 + ((old - 48 + 1 + roll(9)) % 10)
      return changed
    }
  ],
  'an update is appended': [
    200,
    (bytes, roll) => {
      const numbers = openedFrom(bytes).context.largestObjectNumber
      const number = 1 + roll(numbers + 20)
      return withUpdate(bytes, { [number]: ['null', '<</Type /Page>>', '[]', '(a)'][roll(4)] ?? 'null' })
    }
  ]
}

describe('mutants', () => {
  test('are two thousand', () => {
    expect(Object.values(MUTATIONS).reduce((sum, [count]) => sum + count, 0)).toBe(2000)
  })

  test.each(Object.entries(MUTATIONS))(
    'do not rebuild when %s',
    (_, [count, mutate]) => {
      const roll = dice(count)
      for (let index = 0; index < times(count, 40, 10); index++) {
        const { issue, copy } = files[index % files.length] ?? { issue: latin1(''), copy: latin1('') }
        const original = index % 4 < 2 ? copy : issue
        const mutant = mutate(original, roll)
        const { rebuilds } = judge(mutant, original === copy ? null : copy)
        const isSame = Buffer.compare(mutant, original) === 0
        expect(`${index} ${rebuilds.answer}`).toBe(`${index} ${isSame ? 'yes' : 'no'}`)
      }
    },
    PATIENCE
  )

  test('of the copy leave their issue without one to rebuild from', () => {
    const [{ issue, copy } = { issue: latin1(''), copy: latin1('') }] = files
    const roll = dice(7)
    for (let index = 0; index < times(20); index++) {
      const changed = Uint8Array.from(copy)
      const at = 200 + roll(copy.length - 400)
      changed[at] = (changed[at] ?? 0) ^ 4
      // A bit outside what is read may leave the issue as it was; what is never said is that the copy is whole.
      expect(judge(changed).rebuilds.answer).toBe('no')
      expect(['yes', 'no']).toContain(judge(issue, changed).rebuilds.answer)
    }
  })
})

/** Changes that a forger would like, to the text of the records that a copy carries. */
const LIES: readonly ((text: string, index: number) => string)[] = [
  (text, index) =>
    text.replace(/("date":"20\d\d-\d\d-)\d\d"/, (_, head) => `${head}${String(1 + (index % 28)).padStart(2, '0')}"`),
  (text, index) => text.replace(/"number":"\d+/, `"number":"${1000 + index}`),
  (text, index) =>
    text.replace(/"en":"([^"]{4,})"/g, (all, words) => (index % 3 === 0 ? `"en":"${words} again"` : all)),
  (text, index) =>
    text.replace(/"strength":"[a-z-]+"/, `"strength":"${index % 2 ? 'strong-protest' : 'firm-protest'}"`),
  (text, index) => text.replace(/"killed":\d+|"count":\d+/, all => all.replace(/\d+/, String(40 + index)))
]

describe('forgeries', () => {
  test(
    'made with this tool rebuild, and are never the registered file',
    () => {
      const [{ issue, copy } = { issue: latin1(''), copy: latin1('') }] = files
      const digest = createHash('sha256').update(issue).digest('hex')
      const { bundle } = carriedIn(openedFrom(copy), packageWorld)
      const { identity } = judge(copy)
      if (!identity?.date) throw new Error('the note has no date')
      const entry = { type: 'note', ...identity, date: identity.date, sha256: { issue: digest } }
      const register = { communications: { original: entry } } as unknown as Register
      const index = numberedNotes(register)
      expect(standingIn(register, index, judge(issue, copy))).toMatchObject({ type: 'this' })

      const answers = { made: 0, refused: 0 }
      for (let nth = 0; answers.made < times(200, 20, 10); nth++) {
        expect(nth).toBeLessThan(2000)
        const file = nth % 2 === 0 ? BUNDLED.note : BUNDLED.register
        const text = new TextDecoder().decode(bundle.files.get(file))
        const lie = LIES[nth % LIES.length]?.(text, nth) ?? text
        if (lie === text) continue
        const forged = {
          files: new Map([...bundle.files, [file, new TextEncoder().encode(canonicalJson(JSON.parse(lie)))]])
        }
        const made = forge(forged)
        if (!made) {
          answers.refused++
          continue
        }
        answers.made++
        const verdict = judge(made.issue, made.copy)
        expect(verdict.rebuilds.answer).toBe('yes')
        const isSame = Buffer.compare(made.issue, issue) === 0
        expect(standingIn(register, index, verdict).type === 'this').toBe(isSame)
        expect(isSame).toBe(false)
      }
    },
    PATIENCE
  )
})

type Files = Parameters<typeof worldOf>[0]

function forge(bundle: Files): { readonly issue: Uint8Array; readonly copy: Uint8Array } | null {
  const engine = createEngine(worldOf(bundle, packageWorld), rebuildContext)
  const asked = { note: BUNDLED.note, registers: [BUNDLED.register], format: 'pdf' } as const
  try {
    return {
      issue: render(engine, { ...asked, form: 'issue' }).output,
      copy: render(engine, { ...asked, form: 'file-copy' }).output
    }
  } catch (thrown) {
    if (thrown instanceof Rejected) return null
    throw thrown
  }
}
