import { describe, expect, test } from 'vitest'
import { Rejected } from '../../../src/diagnostic.ts'
import { type Attachment, createFontStore, type PdfFacts, writePdf } from '../../../src/write/pdf/write.ts'
import { facts, layoutOf, line, world } from '../sample.ts'
import { run } from '../tools.ts'

const file = (name: string, text = name): Attachment => ({
  name,
  bytes: new TextEncoder().encode(text),
  mediaType: 'application/json',
  relationship: 'Source',
  description: `what stands in ${name}`
})

const write = (attachments: readonly Attachment[], changed: Partial<PdfFacts> = {}): Uint8Array =>
  writePdf(
    layoutOf({ role: 'Document', kids: [{ role: 'P' }] }, [line(1, 'a')]),
    { ...facts, conformance: '3a', ...changed, attachments },
    createFontStore(world),
    world
  )

function refused(make: () => unknown): string[] {
  try {
    make()
    return []
  } catch (thrown) {
    if (!(thrown instanceof Rejected)) throw thrown
    return thrown.diagnostics.map(({ rule, message }) => `${rule} ${message}`)
  }
}

describe('files that are carried along', () => {
  test('are listed in the order of their names and come out as they went in', () => {
    const pdf = write([file('b.json', '{"b":1}'), file('a.json', '{"a":1}'), file('мид.yaml')])
    expect(run('pdfdetach', pdf, '-list', 'FILE')).toBe('3 embedded files\n1: a.json\n2: b.json\n3: мид.yaml\n')
    expect(run('qpdf', pdf, '--show-attachment=b.json', 'FILE')).toBe('{"b":1}')
    expect(run('qpdf', pdf, '--check', 'FILE')).toContain('No syntax or stream encoding errors')
  })

  test('are associated with the document, each with what it is to it', () => {
    const plain = run('qpdf', write([file('a.json')]), '--qdf', '--object-streams=disable', 'FILE', '-')
    expect(plain).toMatch(/\/AF \[\s+\d+ 0 R\s+\]/)
    expect(plain).toContain('/AFRelationship /Source')
    expect(plain).toContain('/Subtype /application#2fjson')
    expect(plain).toMatch(/\/Size 6\b/)
  })

  test('are nowhere in a file that carries none', () => {
    const plain = run('qpdf', write([]), '--qdf', '--object-streams=disable', 'FILE', '-')
    expect(plain).not.toMatch(/\/AF |\/EmbeddedFiles|\/Filespec/)
  })

  test.each(['', 'a/b', 'a\\b', '..', '.hidden', 'C:a', 'a\nb', 'a\u202eb', 'a b', 'x'.repeat(201)])(
    'are refused under the name %j',
    name => {
      expect(refused(() => write([file(name)]))).toEqual([
        `pdf/attachment-name ${JSON.stringify(name)} is not a valid name for an attached file`
      ])
    }
  )

  test('are refused when two have one name', () => {
    expect(refused(() => write([file('a'), file('a')]))).toEqual(['pdf/attachment-twice two files are called "a"'])
  })

  test.each(['2u', '2a'] as const)('are refused in PDF/A-%s', conformance => {
    expect(refused(() => write([file('a')], { conformance }))).toEqual([
      `pdf/attachment PDF/A-${conformance} may not carry "a"`
    ])
  })
})
