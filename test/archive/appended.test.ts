import { PDFName } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { appendedTo } from '../../src/archive/appended.ts'
import { joined, latin1, madeAs, openedFrom, withUpdate } from './copies.ts'
import { partsOf, signed, signedPacked, signedThen } from './signed.ts'

const issue = madeAs('airspace-violation', 'issue')
const opened = openedFrom(issue)
const { catalog, page, textOf, more } = partsOf(issue)

const what = (bytes: Uint8Array) => appendedTo(openedFrom(bytes))

describe('what was appended to a file', () => {
  test('is nothing', () => {
    expect(what(issue)).toEqual({ type: 'nothing' })
  })

  test('is a signature that is not seen, and nothing else', () => {
    expect(what(signed(issue))).toEqual({ type: 'signature', count: 1 })
  })

  test('is a signature with the material to check it later', () => {
    const bytes = signed(issue, { [catalog]: more(catalog, '/AcroForm 401 0 R /DSS 404 0 R'), 404: '<</Certs []>>' })
    expect(what(bytes)).toEqual({ type: 'signature', count: 1 })
  })

  test.each([
    ['plain rows', {}],
    ['a PNG filter over its rows that changes nothing', { filter: 0 }],
    ['one that goes from left to right', { filter: 1 }],
    ['one that goes from above', { filter: 2 }],
    ['cross-references that do not tell of themselves', { isListed: false }]
  ] as const)('is a signature whose objects are packed, with %s', (_, packing) => {
    expect(what(signedPacked(issue, packing))).toEqual({ type: 'signature', count: 1 })
  })

  test.each([
    [
      'a page with other content',
      { changed: { [page]: more(page, '/Annots [402 0 R]').replace(/\/Contents \d+/, '/Contents 9') } },
      'the page was replaced by one with another Contents'
    ],
    [
      'a page that says its content twice',
      { changed: { [page]: more(page, '/Annots [402 0 R]').replace('/Contents', '/Contents 9 0 R /Contents') } },
      'an object was appended that says Contents twice'
    ],
    ['a signature inside', { changed: { 403: '<</Type /Sig>>' } }, 'object 403 was appended twice'],
    [
      'a stream inside',
      { changed: { 406: '<</Length 1>>\nstream\nx\nendstream' } },
      'a stream was appended inside of another'
    ],
    ['objects that go on elsewhere', { stream: '/Extends 9 0 R' }, 'objects were appended that cannot be read'],
    ['objects that end before they say', { cut: 1 }, 'a stream was appended that is not as long as it says'],
    ['a page that is listed twice', { rows: { [page]: [1, 9, 0] } }, `its cross-references list object ${page} twice`],
    ['an object in another generation', { rows: { 9: [1, 9, 1] } }, 'object 9 was appended in another generation'],
    ['more than its cross-references say', { rest: 'x'.repeat(7) }, 'its cross-references cannot be read'],
    ['numbers of another kind', { stream: '/X 1.0' }, 'objects were appended that cannot be read'],
    ['a reference into another generation', { stream: '/X 9 1 R' }, 'object 9 is named in another generation'],
    ['another count of objects', { count: 2 }, 'objects were appended that cannot be read'],
    [
      'rows of another length',
      { trailer: '/DecodeParms <</Predictor 12 /Columns 6>>' },
      'its cross-references cannot be read'
    ],
    [
      'a way to predict rows that is not known',
      { trailer: '/DecodeParms <</Predictor 2 /Columns 7>>' },
      'its cross-references cannot be read'
    ],
    ['a trailer that leads elsewhere', { trailer: '/XRefStm 9' }, 'its trailer has XRefStm']
  ])('is more than a signature when its objects are packed: %s', (_, packing, message) => {
    expect(what(signedPacked(issue, packing))).toEqual({ type: 'alteration', what: message })
  })

  test.each([
    ['garbage', joined(issue, latin1('x')), 'something was appended that is not an object'],
    ['an update that adds nothing', withUpdate(issue, {}), 'an update was appended that adds no signature'],
    [
      'other metadata',
      withUpdate(issue, { [numberOfMetadata()]: '<</Type /Metadata>>' }),
      'the XMP metadata were replaced'
    ],
    [
      'a page with other content',
      signed(issue, { [page]: more(page, '/Annots [402 0 R]').replace(/\/Contents \d+/, '/Contents 9') }),
      'the page was replaced by one with another Contents'
    ],
    [
      'a page that says its content twice, once in disguise',
      signed(issue, { [page]: more(page, '/Annots [402 0 R]').replace('/Contents', '/#43ontents 9 0 R /Contents') }),
      'an object was appended that says Contents twice'
    ],
    [
      'a catalog that does something',
      signed(issue, { [catalog]: more(catalog, '/AcroForm 401 0 R /OpenAction 9 0 R') }),
      'the catalog was replaced by one with another OpenAction'
    ],
    [
      'a stamp on a page',
      signed(issue, { [page]: more(page, '/Annots [402 0 R 405 0 R]'), 405: '<</Subtype /Stamp>>' }),
      'something was appended that appears on a page'
    ],
    ['a signature that is seen', seen(), 'a signature was appended that is visible on a page'],
    ['a signature that acts', signed(issue, {}, '/AA <<>>'), 'a signature was appended that has AA'],
    [
      'a text field',
      signed(issue, { 402: '<</FT /Tx /T (a) /V 403 0 R>>' }),
      'a field was appended that is no signature'
    ],
    [
      'a form that is computed',
      signed(issue, { 401: '<</Fields [402 0 R] /XFA (a)>>' }),
      'a form with XFA was appended'
    ],
    ['a signature of a part', partly(), 'a signature was appended that does not cover the whole file'],
    [
      'another file',
      withUpdate(issue, {}, { Root: '9 0 R' }),
      'another catalog or other document information was appended'
    ],
    [
      'an update of something else',
      withUpdate(issue, {}, { Prev: '7' }),
      'an update was appended that does not follow the file before it'
    ],
    ['cross-references elsewhere', withUpdate(issue, {}, { XRefStm: '9' }), 'its trailer has XRefStm'],
    ['encryption', withUpdate(issue, {}, { Encrypt: '9 0 R' }), 'it was encrypted']
  ])('is more than a signature: %s', (_, bytes, message) => {
    expect(what(bytes)).toEqual({ type: 'alteration', what: message })
  })

  test.each([['free as all lists begin', '0 1\n0000000000 65535 f \n']])(
    'is a signature, with an entry that is %s',
    (_, listed) => {
      expect(what(signed(issue, {}, '', { listed }))).toEqual({ type: 'signature', count: 1 })
    }
  )

  const empty = '<</Type /XObject /Subtype /Form /BBox [0 0 0 0] /Length 0>>\nstream\n\nendstream'
  const drawn = empty.replace('/Length 0>>\nstream\n', '/Length 8>>\nstream\n0 0 9 re')
  const permitted = (to: number) => ({ [catalog]: more(catalog, `/AcroForm 401 0 R /Perms <</DocMDP ${to} 0 R>>`) })

  test.each([
    ['an appearance that is empty', signed(issue, { 405: empty }, '/AP <</N 405 0 R>>')],
    [
      'what its form would need for text',
      signed(issue, { 401: '<</Fields [402 0 R] /DA (/Helv 0 Tf) /DR <</Font <<>>>>>>' })
    ],
    ['what may still be changed', signed(issue, permitted(403))]
  ])('is a signature with %s', (_, bytes) => {
    expect(what(bytes)).toEqual({ type: 'signature', count: 1 })
  })

  test.each([
    ['has an appearance', signed(issue, { 405: drawn }, '/AP <</N 405 0 R>>')],
    [
      'has an appearance in a box of some width',
      signed(issue, { 405: empty.replace('0 0 0 0', '0 0 9 0') }, '/AP <</N 405 0 R>>')
    ],
    [
      'has an appearance from elsewhere',
      signed(issue, { 405: empty.replace('/Length', '/F (a) /Length') }, '/AP <</N 405 0 R>>')
    ],
    ['has more than one appearance', signed(issue, { 405: empty }, '/AP <</N 405 0 R /D 405 0 R>>')],
    ['has a border', signed(issue, {}, '/MK <</BC [1 0 0]>>')],
    ['is a line upwards', signedThen(issue, text => text.replace('/Rect [0 0 0 0]', '/Rect [0 0 0 9]'))],
    ['is a line across', signedThen(issue, text => text.replace('/Rect [0 0 0 0]', '/Rect [0 0 9 0]'))],
    ['has corners that stand elsewhere', signed(issue, cornersElsewhere(), '')]
  ])('is more than a signature when its widget %s', (_, bytes) => {
    expect(what(bytes)).toEqual({ type: 'alteration', what: 'a signature was appended that is visible on a page' })
  })

  const decoy = {
    [catalog]: more(catalog, '/AcroForm 405 0 R'),
    405: '<</Fields [402 0 R] /XFA (a)>>',
    406: '<</Type /Catalog /AcroForm 401 0 R>>'
  }
  test.each([
    ['a catalog that no trailer names', decoy, 'object 401 was appended, and nothing of the file names it'],
    [
      'a catalog that no trailer names, beside a form that is computed',
      { ...decoy, 405: '<</Fields [402 0 R] /XFA (a) /X 406 0 R>>' },
      'a form with XFA was appended'
    ],
    ['an object that nothing names', { 405: '(a)' }, 'object 405 was appended, and nothing of the file names it'],
    [
      'appearances that are to be made',
      { 401: '<</Fields [402 0 R] /NeedAppearances true>>' },
      'a form with NeedAppearances was appended'
    ],
    ['a face for text', { 401: '<</Fields [402 0 R] /DR <</Font <</F 9 0 R>>>>>>' }, 'a form with DR was appended'],
    [
      'a field that is listed twice',
      { 401: '<</Fields [402 0 R 402 0 R]>>' },
      'a form was appended that lists a field twice'
    ],
    ['rights of something else', permitted(401), 'permissions without a signature were appended']
  ])('is more than a signature with %s', (_, changed, message) => {
    expect(what(signed(issue, changed))).toEqual({ type: 'alteration', what: message })
  })

  test('is more than a signature when its size leaves out objects', () => {
    expect(what(signed(issue, {}, '', { trailer: { Size: '403' } }))).toEqual({
      type: 'alteration',
      what: 'an update was appended that leaves out objects by its size'
    })
  })

  test('is more than a signature when another update takes what the first holds objects in', () => {
    const packed = signedPacked(issue)
    expect(what(packed)).toEqual({ type: 'signature', count: 1 })
    for (const number of [404, 405])
      expect(what(withUpdate(packed, { [number]: 'null' }))).toEqual({
        type: 'alteration',
        what: `object ${number} of an update was replaced`
      })
  })

  test.each([
    [
      'a page that is listed twice',
      signed(issue, {}, '', { listed: `${page} 1\n0000000009 00000 n \n` }),
      `its cross-references list object ${page} twice`
    ],
    [
      'sections that overlap',
      signed(issue, {}, '', { listed: '401 2\n0000000009 00000 n \n0000000009 00000 n \n' }),
      'its cross-references list object 401 twice'
    ],
    [
      'an object that is given up',
      signed(issue, {}, '', { listed: '9 1\n0000000000 00001 f \n' }),
      'object 9 was taken out'
    ],
    [
      'an entry into the file as it was',
      signed(issue, {}, '', { listed: '9 1\n0000000015 00000 n \n' }),
      'its cross-references do not list what was appended'
    ],
    [
      'a page in another generation',
      signedThen(issue, text => text.replace(new RegExp(`(\n${page} 1\n\\d{10}) 00000 n`), '$1 00001 n')),
      `object ${page} was appended in another generation`
    ],
    [
      'content of another generation',
      signed(issue, { [page]: more(page, '/Annots [402 0 R]').replace(/\/Contents (\d+) 0/, '/Contents $1 1') }),
      /^object \d+ is named in another generation$/
    ],
    [
      'another object than its entry says',
      signedThen(issue, text => text.replace('\n402 0 obj', '\n409 0 obj')),
      'its cross-references do not list what was appended'
    ],
    [
      'a file before it that some readers do not find',
      signed(issue, {}, '', { trailer: { Prev: `${opened.top.at(-1)?.start}.0` } }),
      'its cross-references cannot be read'
    ],
    [
      'a comment in its trailer',
      signed(issue, {}, '', { trailer: { ID: '[%\n]' } }),
      'its cross-references cannot be read'
    ],
    [
      'a stream that is longer than it says',
      signed(issue, { 405: '<</Length 1>>\nstream\nxx\nendstream' }),
      'a stream was appended that is not as long as it says'
    ],
    ['an object without a number', signed(issue, { 0: 'null' }), 'an object was appended that has no number']
  ])('is more than a signature when readers would not agree what stands in it: %s', (_, bytes, message) => {
    const told = typeof message === 'string' ? message : expect.stringMatching(message)
    expect(what(bytes)).toEqual({ type: 'alteration', what: told })
  })

  test('is more than a signature when something else follows it', () => {
    expect(what(withUpdate(signed(issue), { [page]: textOf(page) }))).toMatchObject({ type: 'signature' })
    expect(what(joined(signed(issue), latin1('1 0 obj\nnull\nendobj\n')))).toMatchObject({ type: 'alteration' })
  })

  test('is more than a signature when its cross-references lead elsewhere', () => {
    const text = Buffer.from(signed(issue)).toString('latin1')
    const at = text.lastIndexOf('00000 n ')
    const moved = `${text.slice(0, at - 11)}0000000020${text.slice(at - 1)}`
    expect(moved).toHaveLength(text.length)
    expect(what(latin1(moved))).toEqual({
      type: 'alteration',
      what: 'its cross-references do not list what was appended'
    })
  })
})

function numberOfMetadata(): number {
  const found = opened.top.find(({ dictionary }) => String(dictionary.get(PDFName.of('Type'))) === '/Metadata')
  return found?.number ?? 0
}

function seen(): Uint8Array {
  const text = Buffer.from(signed(issue)).toString('latin1')
  return latin1(text.replace('/Rect [0 0 0 0]', '/Rect [9 9 8 8]'))
}

function partly(): Uint8Array {
  const text = Buffer.from(signed(issue)).toString('latin1')
  return latin1(
    text.replace(/\/ByteRange \[0 (\d+) (\d+) (\d+)/, (_, a, b, c) => `/ByteRange [0 ${a} ${b} ${Number(c) - 40}`)
  )
}

/** Corners of the widget that are no numbers themselves. */
function cornersElsewhere(): Readonly<Record<number, string>> {
  const field = `<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /Rect [405 0 R 0 405 0 R 0] /P ${page} 0 R /V 403 0 R>>`
  return { 402: field, 405: '9' }
}
