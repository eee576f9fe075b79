import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Item, Layout } from '../../../src/layout/page.ts'
import { glyphOf } from '../../../src/write/pdf/truetype.ts'
import { createFontStore, type PdfFacts, writePdf } from '../../../src/write/pdf/write.ts'
import { type Branch, facts, font, layoutOf, line, plainWord, wordOf, world } from '../sample.ts'
import { run } from '../tools.ts'

const write = (layout: Layout, changed: Partial<PdfFacts> = {}) =>
  writePdf(layout, { ...facts, ...changed }, createFontStore(world), world)

/** One paragraph with the given lines, 15 points apart. */
const paragraph = (...lines: readonly string[]) =>
  layoutOf(
    { role: 'Document', kids: [{ role: 'P' }] },
    lines.map((text, index) => line(1, text, { y: 700000 - 15000 * index }))
  )

/** The objects of a PDF in readable form, without object streams and compression. */
const readable = (pdf: Uint8Array) => run('qpdf', pdf, '--qdf', '--object-streams=disable', 'FILE', '-')

const latin1 = (pdf: Uint8Array) => new TextDecoder('latin1').decode(pdf)

describe('the text of a PDF', () => {
  // pdftotext prints a no-break space as a space; what the PDF says of it shows in the tagged text.
  test('is what was laid out: kerned, with ligatures, no-break spaces and letters of several scripts', () => {
    const fi = wordOf([{ text: 'o' }, { text: 'ffi', glyph: glyphOf(font('regular'), 0xfb03) }, { text: 'ce' }])
    const kerned = wordOf([
      { text: 'A', advance: 580 },
      { text: 'V', advance: 590 }
    ])
    const layout = layoutOf({ role: 'Document', kids: [{ role: 'P' }] }, [
      line(1, [
        { type: 'word', word: fi },
        { type: 'space', text: ' ', width: 5000 },
        { type: 'word', word: kerned }
      ]),
      line(1, 'Səfirliyi № 35\u00a0m, Україна, ЁЖИК', { y: 680000 })
    ])
    expect(run('pdftotext', write(layout), '-raw', 'FILE', '-')).toBe('office AV\nSəfirliyi № 35 m, Україна, ЁЖИК\n\f')
  })

  test('tells the hyphen of a broken word from one that is written, and both spaces apart', () => {
    const pdf = write(paragraph('well-known com\u00ad', 'pliments of 5\u00a0May '))
    expect(run('pdftotext', pdf, '-raw', 'FILE', '-')).toBe('well-known com\u00ad\npliments of 5 May\n\f')
    expect(run('pdfinfo', pdf, '-struct-text', 'FILE')).toContain('"well-known compliments of 5\u00a0May "')
  })

  test('is read aloud with a space between lines because the line ends with one', () => {
    const withSpace = run('pdfinfo', write(paragraph('presents its ', 'compliments')), '-struct-text', 'FILE')
    expect(withSpace).toContain('"presents its compliments"')
  })

  test('comes back for any words, spaced however wide', () => {
    const letters = [...'abcxyzABCÀéßəğıİşЖиґєї0189.,;:()[]<>{}/%#&\\"\'«»–—']
    const lineOf = fc.array(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 9
    })
    fc.assert(
      fc.property(fc.array(lineOf, { minLength: 20, maxLength: 40 }), lines => {
        const texts = lines.map(words => words.map(word => word.join('')).join(' '))
        expect(run('pdftotext', write(paragraph(...texts)), '-raw', 'FILE', '-')).toBe(`${texts.join('\n')}\n\f`)
      }),
      { seed: 20251114, numRuns: 5 }
    )
  })

  test('cannot become an operator, a name or a string of PDF', () => {
    const hostile = ')>] TJ ET Q /Hostile 1 0 R <</JS (app.alert)>> endstream %'
    const pdf = write(paragraph(hostile), { title: hostile })
    expect(run('pdftotext', pdf, '-raw', 'FILE', '-')).toBe(`${hostile}\n\f`)
    expect(run('pdfinfo', pdf, 'FILE')).toContain(`Title:           ${hostile}\n`)
    const [beforeMetadata = ''] = readable(pdf).split('<?xpacket begin')
    expect(beforeMetadata).not.toMatch(/Hostile|JS|alert/)
  })

  test('is exact where glyphs outnumber characters, by ActualText', () => {
    const odd = wordOf([{ text: 'A' }, { text: 'ḱ', glyph: 60 }, { text: '', glyph: 80 }, { text: 'B' }])
    const layout = layoutOf({ role: 'Document', kids: [{ role: 'P' }] }, [
      line(1, [
        { type: 'word', word: odd },
        { type: 'space', text: ' ', width: 3000 },
        { type: 'word', word: plainWord('end') }
      ])
    ])
    expect(run('pdftotext', write(layout), '-raw', 'FILE', '-')).toBe('AḱB end\n\f')
  })

  test('gives one glyph two texts where a note needs both', () => {
    const capital = glyphOf(font('regular'), 0x41)
    const layout = layoutOf({ role: 'Document', kids: [{ role: 'P' }] }, [
      line(1, [
        { type: 'word', word: wordOf([{ text: 'A' }, { text: 'А', glyph: capital }, { text: 'Α', glyph: capital }]) }
      ])
    ])
    expect(run('pdftotext', write(layout), '-raw', 'FILE', '-')).toBe('AАΑ\n\f')
  })
})

const tree: Branch = {
  role: 'Document',
  kids: [
    { role: 'H1' },
    {
      role: 'P',
      kids: [{ role: 'Span', language: 'az' }, { role: 'Reference' }, { role: 'Note', kids: [{ role: 'P' }] }]
    },
    { role: 'L', numbering: 'Decimal', kids: [{ role: 'LI', kids: [{ role: 'Lbl' }, { role: 'LBody' }] }] },
    {
      role: 'Table',
      kids: [
        { role: 'THead', kids: [{ role: 'TR', kids: [{ role: 'TH', scope: 'Column' }] }] },
        { role: 'TBody', kids: [{ role: 'TR', kids: [{ role: 'TD' }] }] }
      ]
    }
  ]
}

const items: readonly Item[] = [
  line(1, 'NOTE VERBALE', { face: 'bold', y: 760000 }),
  line(2, 'The ', { y: 740000 }),
  line(3, 'Səfirlik', { face: 'italic', y: 740000, x: 95000 }),
  line(2, ' asks', { y: 740000, x: 138000 }),
  line(4, '1', { y: 744000, x: 170000, size: 8000 }),
  line(6, 'A footnote.', { y: 100000, size: 9000 }),
  line({ type: 'artifact', kind: 'page-number' }, '1', { y: 40000 }),
  { type: 'rule', x: 72000, y: 110000, width: 90000, height: 500, owner: { type: 'artifact', kind: 'rule' } }
]

const full = layoutOf(tree, items, [
  line(2, 'on the next page.'),
  line(9, '1.', { y: 680000 }),
  line(10, 'to investigate;', { y: 680000, x: 90000 }),
  line(14, 'Date', { y: 660000 }),
  line(17, '2 January 2024', { y: 640000 }),
  line({ type: 'artifact', kind: 'repeated-header' }, 'Date', { y: 620000 })
])

describe('the structure of a PDF', () => {
  const pdf = write(full)

  test('is the tree, in reading order, with each text where it belongs', () => {
    expect(run('pdfinfo', pdf, '-struct-text', 'FILE').trimEnd()).toBe(
      `
Document
  H1 (block)
    "NOTE VERBALE"
  P (block)
    "The "
    Span (inline)
      "Səfirlik"
    " asks"
    Reference (inline)
      "1"
    Note <note-000005> (inline)
      P (block)
        "A footnote."
    "on the next page."
  L (block):
     /ListNumbering /Decimal
    LI (block)
      Lbl (block)
        "1."
      LBody (block)
        "to investigate;"
  Table (block)
    THead
      TR
        TH:
           /Scope /Column
          "Date"
    TBody
      TR
        TD
          "2 January 2024"
`.slice(1, -1)
    )
  })

  test('holds together for a strict reader', () => {
    expect(run('qpdf', pdf, '--check', 'FILE')).toContain('No syntax or stream encoding errors found')
  })

  test('is announced: marked, titled, in a language, with furniture kept out of it', () => {
    const text = readable(pdf)
    expect(run('pdfinfo', pdf, 'FILE')).toMatch(/Tagged: +yes[\s\S]*Suspects: +no/)
    expect(text).toMatch(/\/Lang \(en\)/)
    expect(text).toMatch(/\/DisplayDocTitle true/)
    expect(text).toContain('/Artifact<</Type/Pagination/Subtype/Footer>>BDC')
    expect(text).toContain('/Artifact<</Type/Layout>>BDC')
    expect(text).toContain('/Artifact<</Type/Pagination>>BDC')
    expect(text.match(/\/Tabs \/S/g)).toHaveLength(2)
  })

  test('refers to content on a later page together with that page', () => {
    expect(readable(pdf)).toMatch(/\/MCID 0\s+\/Pg \d+ 0 R\s+\/Type \/MCR/)
  })

  test('points back from every marked content to its element, page by page', () => {
    // Seven sequences on page 1 (the paragraph has two, the mark one, the footnote one), five on page 2.
    const [, nums = ''] = /\/Nums \[([\s\S]*?)\n {2}\]/.exec(readable(pdf)) ?? []
    expect(nums.match(/\d+ 0 R/g)).toHaveLength(6 + 5)
  })

  test('finds a footnote by its identifier', () => {
    expect(readable(pdf)).toMatch(/\/IDTree \d+ 0 R/)
    expect(readable(pdf)).toMatch(/\/Names \[\s+\(note-000005\)\s+\d+ 0 R\s+\]/)
  })
})

describe('the fonts of a PDF', () => {
  test('are embedded subsets that say what they mean', () => {
    const rows = run('pdffonts', write(full), 'FILE').trimEnd().split('\n').slice(2)
    expect(rows.map(row => row.replace(/^[A-Z]{6}\+(\S+) +(.*?) +\d+ +0$/, '$1 $2'))).toEqual([
      'SourceSerif4-Regular CID TrueType      Identity-H       yes yes yes',
      'SourceSerif4-Italic CID TrueType      Identity-H       yes yes yes',
      'SourceSerif4-Bold CID TrueType      Identity-H       yes yes yes'
    ])
  })

  test('say the widths that the font program has, to the unit', () => {
    const text = readable(write(paragraph('AV A\u00a0A')))
    const { widths, glyphCount } = font('regular')
    const glyphs = [0x20, 0x41, 0x56].map(code => glyphOf(font('regular'), code))
    const runs = [...(/\/W \[([\s\S]*?)\n {2}\]/.exec(text)?.[1] ?? '').matchAll(/(\d+)\s+\[([^\]]*)\]/g)]
    const written = runs.flatMap(([, first, list = '']) =>
      [...list.trim().split(/\s+/)].map((width, index) => [Number(first) + index, Number(width)])
    )
    // The no-break space is a second character for the space's glyph, above all glyphs.
    const expected = [...glyphs.map(glyph => [glyph, widths[glyph]]), [glyphCount, widths[glyphs[0] ?? 0]]]
    expect(written).toEqual(expected)
  })

  test('bear a tag that follows from their content', () => {
    const tagOf = (text: string) => /([A-Z]{6})\+/.exec(run('pdffonts', write(paragraph(text)), 'FILE'))?.[1]
    expect(tagOf('abc')).toBe(tagOf('cab'))
    expect(tagOf('abc')).not.toBe(tagOf('abd'))
  })
})

describe('the bytes of a PDF', () => {
  test('are the same each time, whatever was written before with the same store', () => {
    const store = createFontStore(world)
    const first = write(full)
    for (const text of ['other words', 'A\u00a0B', 'com\u00ad']) writePdf(paragraph(text), facts, store, world)
    const later = writePdf(full, facts, store, world)
    expect(later).toEqual(first)
    expect(writePdf(full, facts, store, world)).toEqual(first)
  })

  test('are identified by their content', () => {
    const idOf = (pdf: Uint8Array) => /\/ID \[ <([0-9a-f]{32})> <([0-9a-f]{32})> \]/.exec(latin1(pdf))?.slice(1)
    const [one, other] = [idOf(write(paragraph('one'))), idOf(write(paragraph('other')))]
    expect(one?.[0]).toBe(one?.[1])
    expect(one).not.toEqual(other)
  })

  test('bear no clock time and no mark of a tool', () => {
    const text = `${latin1(write(full))}${readable(write(full))}`.replace(/QDF-1\.0|%% Original object ID.*/g, '')
    expect(text).not.toMatch(/pdf-lib|verbale-|Producer|Creator|CreationDate|CreateDate|ModDate/i)
  })

  test('start as PDF 1.7 with four bytes that are not text', () => {
    const pdf = write(full)
    expect(latin1(pdf).slice(0, 10)).toBe('%PDF-1.7\n%')
    expect([...pdf.subarray(10, 15)].map(byte => byte > 127)).toEqual([true, true, true, true, false])
  })
})
