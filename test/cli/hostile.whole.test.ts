/** Files that are made to harm whoever opens them: each gets an answer, in bounded time and memory, and leaves no other file behind. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsOf, textAt } from '../../src/records/checks/parts.ts'
import type { Json } from '../../src/value.ts'
import { joined, latin1, madeAs, withUpdate } from '../archive/copies.ts'
import { carried, copyOf, copyWith, deflated, fileWith, good, text } from '../archive/hostile.ts'
import { root } from '../fixtures.ts'
import { some, whole } from '../share.ts'
import { commandLine } from '../tools/built.ts'

const PATIENCE = 240_000
/** Megabytes that one run may hold, whatever it is given. */
const MOST_MEMORY = 512

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'verbale-hostile-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let cli = ''
beforeAll(async () => {
  cli = await commandLine()
}, PATIENCE)

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
  readonly megabytes: number
}

function run(...words: readonly string[]): Ran {
  const peak = join(folder, 'peak')
  const done = spawnSync('node', ['--require', join(root, 'test/tools/peak.cjs'), cli, ...words], {
    cwd: folder,
    env: { ...process.env, VERBALE_PEAK: peak, NO_COLOR: '1' },
    encoding: 'utf8'
  })
  return { code: done.status, out: done.stdout, err: done.stderr, megabytes: Number(readFileSync(peak, 'utf8')) / 1024 }
}

const issue = madeAs('chronology-annex', 'issue')
const nested = 100_000
const brackets = '['.repeat(nested) + ']'.repeat(nested)
const protest = 'templates/en/protest.hbs'
/** A loop over two incidents that stands in itself some thirty times prints more than a thousand million pieces. */
const loops = `${'{{#each @root.occasion}}'.repeat(30)}x{{id}}${'{{/each}}'.repeat(30)}`

/** A copy whose files are named as given, or whose manifest says something else. */
function named(change: { readonly file?: string; readonly name?: string }): Uint8Array {
  return copyOf([...carried.slice(0, -1), { ...last(), ...change }], {})
}

function last() {
  const found = carried.at(-1)
  if (!found) throw new Error('nothing is carried')
  return found
}

/** Every file by its name, and what is said of it. */
const FILES: Readonly<Record<string, readonly [() => Uint8Array, RegExp]>> = {
  'template-includes-itself': [
    () => copyWith({ [protest]: '{{> again}}', 'templates/en/partials/again.hbs': 'a{{> again}}' }),
    /no note can be made from what it carries: blocks and partials are nested more than 100 deep/
  ],
  'template-prints-millions': [
    () => copyWith({ [protest]: loops }),
    /no note can be made from what it carries: the template (takes|prints) more than/
  ],
  'template-loops-for-nothing': [
    () => copyWith({ [protest]: loops.replace('x{{id}}', '') }),
    /no note can be made from what it carries: the template takes more than \d+ steps/
  ],
  'template-of-10000-blocks': [
    () => copyWith({ [protest]: '{{#if number}}'.repeat(10_000) + '{{/if}}'.repeat(10_000) }),
    /no note can be made from what it carries: blocks or brackets are nested more than 60 deep/
  ],
  'template-includes-a-file-outside': [
    () => copyWith({ [protest]: '{{> ../../../../etc/passwd}}' }),
    /no note can be made from what it carries: .*partial/
  ],
  'template-reaches-into-the-program': [
    () => copyWith({ [protest]: '{{constructor.constructor}}{{__proto__}}' }),
    /no note can be made from what it carries: /
  ],
  'note-in-a-house-outside': [
    () =>
      copyWith({ 'note.json': records('note.json').replace(/"profile":"[^"]*"/, '"profile":"../../../etc/passwd"') }),
    /no note can be made from what it carries: `profile` is `[^`]+`: an id has lower-case letters/
  ],
  'note-that-is-100000-lists': [
    () => copyWith({ 'note.json': brackets }),
    /no note can be made from what it carries: /
  ],
  'register-that-is-100000-lists': [
    () => copyWith({ 'register.json': brackets }),
    /no note can be made from what it carries: /
  ],
  'register-of-aliases': [() => copyWith({ 'register.json': aliases() }), /no note can be made from what it carries: /],
  'register-of-20-megabytes': [
    () => copyWith({ 'register.json': new Uint8Array(20 * 1024 * 1024).fill(0x20) }),
    /the file has 20971520 bytes; the limit is 8388608/
  ],
  'bundle-names-a-file-outside': [() => named({ file: '../../evil.hbs' }), /a name inside the workspace/],
  'bundle-names-a-path': [() => named({ file: '/etc/evil.hbs' }), /a name inside the workspace/],
  'bundle-lacks-its-note': [
    () =>
      copyOf(
        carried.filter(each => each.file !== 'note.json'),
        {}
      ),
    /no note can be made from what it carries: /
  ],
  'attachment-with-slashes': [() => named({ name: 'a/b/evil.hbs' }), /a plain file name/],
  'attachment-that-goes-up': [() => named({ name: '../evil.hbs' }), /a plain file name/],
  'attachment-of-two-dots': [() => named({ name: '..' }), /a plain file name/],
  'attachment-with-control-characters': [
    () => named({ name: 'evil\u0000\u001B[2J\n.hbs' }),
    /the character U\+0000 is invisible/
  ],
  'attachment-written-backwards': [() => named({ name: 'evil\u202Esbh.exe' }), /the character U\+202E is invisible/],
  'attachment-twice': [() => fileWith([manifest(), manifest()]), /is not attached/],
  'manifest-with-other-hashes': [
    () => copyOf(carried, { files: good.manifest.files.map(each => ({ ...each, sha256: '0'.repeat(64) })) }),
    /`[^`]+` is not what the manifest says/
  ],
  'manifest-of-another-epoch': [() => copyOf(carried, { epoch: 999 }), /render epoch 999/],
  'manifest-that-is-100000-lists': [
    () => fileWith([{ ...manifest(), bytes: text(brackets) }]),
    /no note can be made from what it carries: /
  ],
  'manifest-of-20-megabytes': [
    () => fileWith([{ ...manifest(), bytes: new Uint8Array(20 * 1024 * 1024).fill(0x20) }]),
    /its manifest is larger than 8 MiB/
  ],
  'stream-that-swells': [() => fileWith([{ ...manifest(), bytes: bomb() }]), /broken, or too large once inflated/],
  'stream-that-swells-twice': [
    () => fileWith([{ ...manifest(), stream: deflated(deflated(bomb())) }]),
    /no note can be made from what it carries: |broken, or too large/
  ],
  'stream-that-is-none': [() => fileWith([{ ...manifest(), stream: text('x') }]), /broken, or too large once inflated/],
  'objects-that-are-100000-lists': [
    () => fileWith([manifest()], { 7: brackets }),
    /there is an object that cannot be read/
  ],
  'objects-that-lead-round': [() => fileWith([manifest()], { 4: '4 0 R' }), /it has no EmbeddedFiles/],
  'update-that-is-100000-lists': [() => withUpdate(issue, { 7: brackets }), /altered after it was written/],
  'update-of-100000-revisions': [
    () => joined(issue, latin1('1 0 obj\nnull\nendobj\n'.repeat(100_000))),
    /altered after it was/
  ],
  'made-with-pdf-lib': [() => new Uint8Array(), /there should be an object/],
  'made-with-cairo': [() => made('pdftocairo', ['-pdf']), /does not begin like a PDF written by verbale/],
  'written-anew-by-qpdf': [() => made('qpdf', ['--object-streams=generate']), /object 1 does not end where it says/],
  encrypted: [
    () => made('qpdf', ['--encrypt', 'a', 'b', '256', '--']),
    /not a complete PDF written by verbale: it is encrypted/
  ],
  truncated: [() => issue.subarray(0, issue.length / 2), /not a complete PDF written by verbale/],
  empty: [() => new Uint8Array(), /the file is empty/]
}

function records(name: string): string {
  return new TextDecoder().decode(good.files.get(name))
}

function manifest() {
  return { name: 'manifest.json', bytes: text(JSON.stringify(good.manifest)) }
}

/** More than may be inflated, and no more than the test has time for. */
function bomb(): Uint8Array {
  return new Uint8Array(40 * 1024 * 1024)
}

/** Nine lists of nine of the one before: nine to the ninth (YAML 1.2, 3.2.2.2). */
function aliases(): string {
  const rows = Array.from(
    { length: 9 },
    (_, row) => `a${row + 1}: &a${row + 1} [${Array(9).fill(`*a${row}`).join(', ')}]`
  )
  return ['a0: &a0 x', ...rows, ''].join('\n')
}

/** Our issue as another program writes it. */
function made(program: string, options: readonly string[]): Uint8Array {
  const [from, to] = [join(folder, 'issue-to-rewrite'), join(folder, 'rewritten')]
  writeFileSync(from, issue)
  execFileSync(program, program === 'qpdf' ? [...options, from, to] : [...options, from, to])
  const bytes = new Uint8Array(readFileSync(to))
  rmSync(from)
  rmSync(to)
  return bytes
}

async function ofPdfLib(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  return document.save()
}

describe('whatever a file holds', () => {
  test(
    '`verify` answers, without a crash, a hang or more than 512 MB',
    async () => {
      const files = join(folder, 'files')
      mkdirSync(files)
      const tried = some(Object.entries(FILES), 3)
      for (const [name, [bytes]] of tried)
        writeFileSync(join(files, `${name}.pdf`), name === 'made-with-pdf-lib' ? await ofPdfLib() : bytes())
      const { code, out, err, megabytes } = run(
        'verify',
        'files',
        '--jobs',
        '2',
        '--timeout',
        '120',
        '--report',
        'json'
      )
      expect([code, err]).toEqual([1, ''])
      const rows: Json = JSON.parse(out)
      const answers = fieldsOf({ ...(rows as readonly Json[]) }).map(([, row]): [string, string] => {
        const name = (textAt(row, 'file') ?? '').replace(/^files\/|\.pdf$/g, '')
        return [name, textAt(row, 'rebuilds', 'why') ?? JSON.stringify(row)]
      })
      const unforeseen = answers.filter(([name, why]) => !FILES[name]?.[1].test(why))
      expect(unforeseen).toEqual([])
      expect(answers.map(([name]) => name).sort()).toEqual(tried.map(([name]) => name).sort())
      expect(megabytes).toBeLessThan(MOST_MEMORY)
      expect(megabytes).toBeGreaterThan(50)
    },
    PATIENCE
  )

  test(
    'what needs more memory than it may have is given up, as often as it comes, and the others are answered',
    () => {
      const place = join(folder, 'greedy')
      mkdirSync(place)
      const numbers = fileWith([], { 7: `<${'0'.repeat(16_000_000)}>` })
      const large = some(['a', 'b', 'd'], 3)
      for (const name of large) writeFileSync(join(place, `${name}.pdf`), numbers)
      for (const name of ['c', 'e']) writeFileSync(join(place, `${name}.pdf`), fileWith([]))
      const { code, out, megabytes } = run('verify', 'greedy', '--jobs', '2')
      const answers = out.split('\n').filter(each => each.startsWith('  '))
      const greedy = '  no answer: exceeded the memory limit of 112 MB'
      const empty = '  rebuilds: cannot tell here: it carries no sources; name its file copy: --with FILE'
      expect(answers).toEqual([...large, 'c', 'e'].sort().map(name => (large.includes(name) ? greedy : empty)))
      expect(code).toBe(1)
      expect(megabytes).toBeLessThan(MOST_MEMORY)
      if (!whole) return
      const recorded = run('record', 'greedy/a.pdf')
      expect(recorded.err).toContain('error archive/no-answer greedy/a.pdf: exceeded the memory limit')
      expect([recorded.code, recorded.megabytes < MOST_MEMORY]).toEqual([1, true])
    },
    PATIENCE
  )

  test(
    'what takes too long is given up',
    () => {
      const place = join(folder, 'slow')
      mkdirSync(place)
      const rows = 'a:\n'.concat('- b: c\n'.repeat(500_000))
      writeFileSync(join(place, 'slow.pdf'), copyWith({ 'register.json': rows }))
      const { code, out } = run('verify', 'slow', '--timeout', '1')
      expect([code, out]).toEqual([1, expect.stringContaining('no answer: timed out after 1 s')])
    },
    PATIENCE
  )

  test.each(
    some(
      ['bundle-names-a-file-outside', 'attachment-that-goes-up', 'template-includes-itself', 'stream-that-swells'],
      2
    )
  )(
    '`regenerate --extract` and `record` refuse it and write nothing: %s',
    name => {
      const place = join(folder, name)
      mkdirSync(join(place, 'in'), { recursive: true })
      writeFileSync(join(place, 'in/hostile.file.pdf'), FILES[name]?.[0]() ?? '')
      const file = join(place, 'in/hostile.file.pdf')
      const runs = [
        run('regenerate', file, '--extract', join(place, 'in/out'), '-o', join(place, 'in/again.pdf')),
        run('record', file)
      ]
      expect(runs.map(each => [each.code, each.out])).toEqual([
        [1, ''],
        [1, '']
      ])
      for (const each of runs) expect(each.megabytes).toBeLessThan(MOST_MEMORY)
      expect(readdirSync(place, { recursive: true }).sort()).toEqual(['in', 'in/hostile.file.pdf'])
    },
    PATIENCE
  )

  test('the measure of memory sees what is held', () => {
    const peak = join(folder, 'peak')
    const held = whole ? MOST_MEMORY + 88 : 100
    const code = `const a = Buffer.alloc(${held} * 1024 * 1024, 1); a.length`
    spawnSync('node', ['--require', join(root, 'test/tools/peak.cjs'), '-e', code], {
      env: { ...process.env, VERBALE_PEAK: peak }
    })
    expect(Number(readFileSync(peak, 'utf8')) / 1024).toBeGreaterThan(held)
  })
})
