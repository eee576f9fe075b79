/** What `regenerate` and `explain` open: a file and its copy, each only where it is what the copy carries makes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { carriedIn } from '../../src/archive/carried.ts'
import { engineOf, wishFor } from '../../src/archive/rebuild.ts'
import { openSource } from '../../src/cli/commands/regenerate.ts'
import { render } from '../../src/render.ts'
import { joined, latin1, madeAs, openedFrom, packageWorld, rebuildContext } from '../archive/copies.ts'
import { signed } from '../archive/signed.ts'
import { folderOf } from './folder.ts'

const issue = madeAs('airspace-violation', 'issue')
const copy = madeAs('airspace-violation', 'file-copy')

/** Opens the issue `n.pdf`, or the copy where there is no issue. */
function opened(files: Readonly<Record<string, Uint8Array>>) {
  const folder = folderOf({})
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  const file = Object.keys(files)[0] ?? ''
  return openSource({ file, companion: undefined }, rebuildContext, folder)
}

/** The same file with another day in its metadata, which stand in it as they are. */
function onAnotherDay(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[Buffer.from(bytes).indexOf('<rdf:li>2026-09-10') + 17] = '1'.charCodeAt(0)
  return changed
}

/** A file copy that says that another compressor made it. */
function madeElsewhere(): Uint8Array {
  const carried = carriedIn(openedFrom(copy), packageWorld)
  const wish = wishFor(carried, 'file-copy')
  const maker = { package: carried.manifest.package, zlib: { level: 6 as const, probe: '0'.repeat(64) } }
  return render(engineOf(carried, rebuildContext), { ...wish, maker, format: 'pdf' }).output
}

describe('a file is opened with what it was made from', () => {
  test('as it is, or sealed since', () => {
    expect(opened({ 'n.pdf': issue, 'n.file.pdf': copy })).toMatchObject({ form: 'issue', shown: 'n.file.pdf' })
    expect(opened({ 'n.pdf': signed(issue), 'n.file.pdf': signed(copy) }).form).toBe('issue')
    expect(opened({ 'n.file.pdf': copy })).toMatchObject({ form: 'file-copy', shown: 'n.file.pdf' })
  })

  test('not where its copy is not what it carries makes, though that makes the issue', () => {
    expect(() => opened({ 'n.pdf': issue, 'n.file.pdf': onAnotherDay(copy) })).toThrow(
      /^archive\/altered: n.file.pdf differs from what its records and templates make: they differ in the XMP metadata/
    )
    expect(() => opened({ 'n.pdf': issue, 'n.file.pdf': joined(copy, latin1('x')) })).toThrow(/was appended to it/)
  })

  test('not where only the compressor is said to be another', () => {
    const elsewhere = madeElsewhere()
    expect(opened({ 'n.file.pdf': elsewhere }).form).toBe('file-copy')
    expect(() => opened({ 'n.file.pdf': onAnotherDay(elsewhere) })).toThrow(/differ in the XMP metadata/)
    expect(() => opened({ 'n.file.pdf': joined(elsewhere, latin1('x')) })).toThrow(/was appended to it/)
  })
})
