/** A house with an emblem: its notes, what they are refused for, and that they rebuild from their file copies. */
import { createHash } from 'node:crypto'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { carriedIn } from '../src/archive/carried.ts'
import { openPdf } from '../src/archive/open.ts'
import { openRebuildContext, rebuild } from '../src/archive/rebuild.ts'
import { verify } from '../src/archive/verify.ts'
import { createWorld, inflate } from '../src/cli/disk/disk.ts'
import { attempt, Rejected } from '../src/diagnostic.ts'
import type { Form } from '../src/records/forms.ts'
import { createEngine, type PrepareOptions, prepare } from '../src/render.ts'
import { lineOf, positionOf } from '../src/source.ts'
import { packageWorld, rebuildContext } from './archive/copies.ts'
import { folderOf } from './cli/folder.ts'
import { ALTERNATE, askWithEmblem, worldWithEmblem } from './emblems.ts'
import { home } from './fixtures.ts'
import { arms, chunk, header, joined, jpeg, latin1, png, pngOf, segment } from './image/pictures.ts'
import { run } from './write/tools.ts'

const NOTE = 'airspace-violation'
const PNG = png(arms(60), 'rgba')
const JPEG = jpeg(arms(60))
type Setting = Parameters<typeof worldWithEmblem>[2]

function made(image: Uint8Array, form: Form, setting: Setting = {}, wish: Partial<PrepareOptions> = {}): Uint8Array {
  const { engine, asked } = askWithEmblem(NOTE, image, setting)
  return prepare(engine, { ...asked, form, ...wish }).stages.pdf()
}

/** A workspace where an emblem is a link to a file outside of it. */
function linkedOut(): { readonly folder: string; readonly link: string } {
  const outside = folderOf({ 'secret.png': 'secret' })
  const folder = folderOf({ 'verbale.yaml': '', 'package.json': '{ "version": "0" }' })
  mkdirSync(join(folder, 'templates/profiles'), { recursive: true })
  symlinkSync(join(outside, 'secret.png'), join(folder, 'templates/profiles/linked.png'))
  return { folder, link: 'linked.png' }
}

/** What a note is refused for: rule, message, hints, and the line that is shown with what is marked in it. */
function refusals(image: Uint8Array | null, setting: Setting = {}, wish: Partial<PrepareOptions> = {}) {
  try {
    const { engine, asked } = askWithEmblem(NOTE, image, setting)
    prepare(engine, { ...asked, ...wish }).stages.pdf()
    return []
  } catch (thrown) {
    if (!(thrown instanceof Rejected)) throw thrown
    const errors = thrown.diagnostics.filter(each => each.severity === 'error')
    return errors.map(({ rule, message, hints, span }) => {
      const marked = span?.source.text.slice(span.start, span.end) ?? ''
      const line = span ? lineOf(span.source, positionOf(span.source, span.start).line) : ''
      return { rule, message, hints, file: span?.source.name, marked, line }
    })
  }
}

describe('a note of a house with an emblem', () => {
  test.each<Form>(['draft', 'issue', 'courtesy-copy', 'file-copy', 'regenerated-copy'])(
    'shows it on page 1 alone: %s',
    form => {
      const copyOf = form === 'regenerated-copy' ? '0'.repeat(64) : undefined
      const pdf = made(PNG, form, {}, { copyOf })
      const rows = run('pdfimages', pdf, '-list', 'FILE').trimEnd().split('\n').slice(2)
      expect(rows.map(row => row.trim().split(/\s+/).slice(0, 5).join(' '))).toEqual([
        '1 0 image 48 60',
        '1 1 smask 48 60'
      ])
      expect(run('pdfinfo', pdf, '-struct', 'FILE')).toMatch(
        /Figure:\n +\/Placement \/Block\n +\/BBox \[280.725 711.024 328.725 771.024\]/
      )
    }
  )

  test('tells what it shows to those who do not see it', () => {
    const { engine, asked } = askWithEmblem(NOTE, PNG)
    const { stages } = prepare(engine, asked)
    expect(stages.layout().elements).toContainEqual(expect.objectContaining({ role: 'Figure', alternate: ALTERNATE }))
  })

  test('reads the image once for all of its notes', () => {
    const world = worldWithEmblem(NOTE, PNG)
    const read: string[] = []
    const engine = createEngine({
      ...world,
      inflate: (bytes, most) => {
        read.push('inflated')
        return world.inflate(bytes, most)
      }
    })
    const { asked } = askWithEmblem(NOTE, PNG)
    const [one, other] = [prepare(engine, asked), prepare(engine, asked)].map(each => each.stages.pdf())
    expect(read).toEqual(['inflated'])
    expect(one).toEqual(other)
  })

  test('says in an issue nothing of the file: neither its name nor what a camera wrote into it', () => {
    const said = [
      segment(0xe1, latin1('Exif\0\0II*\0\x08\0\0\0\0\0 A. Nonymous')),
      segment(0xfe, latin1('A. Nonymous'))
    ]
    const image = jpeg(arms(60), { said })
    const secrets = ['Nonymous', 'arms-2020', 'Exif']
    const found = (pdf: Uint8Array) => {
      const text = Buffer.from(run('qpdf', pdf, '--qdf', '--object-streams=disable', 'FILE', '-')).toString('latin1')
      return secrets.filter(each => text.includes(each) || Buffer.from(pdf).toString('latin1').includes(each))
    }
    expect(found(made(image, 'issue', { file: 'arms-2020.jpg' }))).toEqual([])
    const { engine, asked } = askWithEmblem(NOTE, image, { file: 'arms-2020.jpg' })
    expect(prepare(engine, asked).bundle().files.get('templates/profiles/arms-2020.jpg')).toEqual(image)
  })
})

describe('a file copy with an emblem', () => {
  const kinds = [
    ['PNG', PNG, 'emblem.png'],
    ['palette', png(arms(60), 'palette'), 'arms/2020.png'],
    ['JPEG', JPEG, 'emblem.jpg']
  ] as const

  test.each(kinds)('carries the image, hashed, under its name: %s', (_, image, file) => {
    const copy = openPdf(made(image, 'file-copy', { file }), inflate)
    const { manifest, bundle } = carriedIn(copy, packageWorld)
    const name = `templates/profiles/${file}`
    expect(manifest.files.find(each => each.name === name)).toEqual({
      name,
      attachment: name.replaceAll('/', '.'),
      sha256: createHash('sha256').update(image).digest('hex'),
      bytes: image.length
    })
    expect(bundle.files.get(name)).toEqual(image)
  })

  test.each(kinds)('regenerates the issue and itself to the byte, from itself alone: %s', (_, image, file) => {
    const [issue, copy] = [made(image, 'issue', { file }), made(image, 'file-copy', { file })]
    const carried = carriedIn(openPdf(copy, inflate), packageWorld)
    expect(rebuild(carried, 'issue', rebuildContext).output).toEqual(issue)
    expect(rebuild(carried, 'file-copy', rebuildContext).output).toEqual(copy)
    expect(verify({ bytes: copy, copy: null }, rebuildContext).rebuilds).toEqual({
      answer: 'yes',
      form: 'file-copy'
    })
    expect(verify({ bytes: issue, copy }, rebuildContext).rebuilds).toEqual({ answer: 'yes', form: 'issue' })
  })

  test.each(kinds)('is the same content with another compressor: %s', (_, image, file) => {
    const deflate = (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes, { level: 1 }))
    const elsewhere = openRebuildContext({ ...packageWorld, deflate })
    const copy = made(image, 'file-copy', { file })
    expect(verify({ bytes: copy, copy: null }, elsewhere).rebuilds.answer).toBe('same-content')
  })

  test('does not rebuild where a pixel is another', () => {
    const issue = made(PNG, 'issue')
    const other = png(
      { ...arms(60), at: (x, y) => (x === 20 && y === 20 ? [0, 0, 0, 255] : arms(60).at(x, y)) },
      'rgba'
    )
    const { rebuilds } = verify({ bytes: issue, copy: made(other, 'file-copy') }, rebuildContext)
    expect(rebuilds).toMatchObject({ answer: 'no', difference: { what: 'an image' } })
  })
})

describe('an emblem is refused, at its setting', () => {
  const profile = 'templates/profiles/ostrelle-mfa.yaml'
  const huge = pngOf(header(100_000, 100_000, 8, 6), chunk('IDAT', deflateSync(Uint8Array.of(0))))
  const bomb = pngOf(header(60, 60, 8, 6), chunk('IDAT', deflateSync(new Uint8Array(2 ** 26))))
  const flipped = PNG.slice()
  flipped[100] = (flipped[100] ?? 0) ^ 4

  test.each<[string, Uint8Array, string]>([
    ['that is empty', new Uint8Array(), 'the file is empty'],
    ['that is no image', Uint8Array.from(latin1('GIF89a…')), 'the file is GIF, not PNG or JPEG'],
    ['of 50 MB', joined(PNG, new Uint8Array(50_000_000)), 'the limit for an image is 4194304'],
    ['that claims to be huge', huge, 'the image says that it is 100000 by 100000 pixels'],
    ['that is a bomb', bomb, 'the PNG is broken: its pixels are damaged, or not as many as its header says'],
    ['that is cut', PNG.subarray(0, 300), 'the PNG is broken: it ends before its last part'],
    ['with a flipped bit', flipped, 'is not what its checksum says']
  ])('%s', (_, image, message) => {
    const [finding, ...more] = refusals(image)
    expect(more).toEqual([])
    expect(finding).toMatchObject({ rule: 'emblem/unusable', file: profile, marked: 'emblem.png' })
    expect(finding?.message).toContain(message)
    expect(finding?.message).toContain('(`templates/profiles/emblem.png`)')
    expect(finding?.hints).toHaveLength(1)
  })

  test('in the inks of print', () => {
    const [finding] = refusals(jpeg(arms(60), { components: 4 }), { file: 'emblem.jpg' })
    expect(finding).toMatchObject({ rule: 'emblem/unusable', marked: 'emblem.jpg', hints: ['convert it to sRGB'] })
  })

  test('that leads out of the workspace by a link', () => {
    const { link, folder } = linkedOut()
    const disk = createWorld(folder)
    const world = worldWithEmblem(NOTE, null, { file: link })
    const engine = createEngine(
      { ...world, read: name => (name.endsWith(link) ? disk.read(name) : world.read(name)) },
      home
    )
    const found = attempt(() => prepare(engine, askWithEmblem(NOTE, null).asked)).findings
    expect(found).toMatchObject([
      { rule: 'world/outside', span: { source: { name: profile } }, pointer: '/letterhead/emblem/file' }
    ])
  })

  test('that is not there', () => {
    expect(refusals(null)).toMatchObject([
      { rule: 'emblem/no-file', message: 'there is no `templates/profiles/emblem.png`', marked: 'emblem.png' }
    ])
  })

  test.each([
    '../emblem.png',
    '/etc/emblem.png',
    'arms/../../emblem.png',
    './emblem.png',
    'arms//emblem.png',
    '"em\\u0007blem.png"',
    '"emblem.png\\0"',
    'C:\\emblem.png',
    'emblem.svg',
    '.png',
    `${'a'.repeat(200)}.png`
  ])('with the name %s', file => {
    const found = refusals(PNG, { file })
    expect(found.length).toBeGreaterThan(0)
    for (const each of found)
      expect(each).toMatchObject({ file: profile, line: expect.stringContaining('letterhead:') })
    expect(found.map(each => each.rule).join()).toMatch(/^record\//)
  })

  test('without alternate text', () => {
    const edits = [[/alternate: \{[^}]*\}, /.exec(`alternate: { en: '${ALTERNATE}' }, `)?.[0] ?? '', '']] as const
    expect(refusals(PNG, { edits })).toMatchObject([
      { rule: 'record/missing-key', file: profile, message: expect.stringContaining('alternate') }
    ])
  })

  test('without alternate text in the language of the note, with all else that the language lacks', () => {
    const edits = [["sign: { en: 'No.', az: '№', ru: '№' }", "sign: { az: '№' }"]] as const
    const found = refusals(PNG, { alternate: '{ az: gerb }', edits })
    expect(found.map(each => each.message)).toEqual([
      'no text in `en` at /letterhead/emblem/alternate, only in `az`',
      'no text in `en` at /number/sign, only in `az`'
    ])
    expect(found[0]).toMatchObject({ rule: 'resolve/missing-language', file: profile, marked: '{ az: gerb }' })
  })

  test('with an alternate text of nothing', () => {
    expect(refusals(PNG, { alternate: "{ en: '' }" })).toMatchObject([{ file: profile }])
    expect(refusals(PNG, { alternate: "{ en: ' ' }" })).toMatchObject([
      { rule: 'pdf/alternate', file: profile, marked: "' '" }
    ])
  })

  test.each([
    [19, /20/],
    [201, /200/]
  ])('%i points high', (height, message) => {
    expect(refusals(PNG, { height })).toMatchObject([
      { file: profile, marked: String(height), message: expect.stringMatching(message) }
    ])
  })

  test('that is wider than the text, at its height', () => {
    const wide = png({ width: 300, height: 20, at: () => [0, 0, 0, 255] }, 'rgb')
    expect(refusals(wide)).toMatchObject([{ rule: 'layout/emblem-too-wide', file: profile, marked: '60' }])
  })

  test('in a house without a letterhead', () => {
    const edits = [
      ['before: [specimen, letterhead, reference, title]', 'before: [specimen, reference, title]']
    ] as const
    const rules = refusals(PNG, { edits }).map(each => `${each.rule} ${each.file === profile ? each.marked : ''}`)
    expect(rules).toContain(`document/unplaced-emblem '${ALTERNATE}'`)
  })
})
