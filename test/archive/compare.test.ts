/** Where a file differs is said in the words of who reads it. */
import { PDFContext, PDFDict, PDFName } from 'pdf-lib'
import { expect, test } from 'vitest'
import { firstDifference } from '../../src/archive/compare.ts'
import { inflate } from '../../src/cli/disk/disk.ts'

test('pages are counted in the order of the page tree, not of the objects', () => {
  const context = PDFContext.create()
  const [second, first] = [0, 1].map(() => context.register(context.obj({ Type: 'Page' })))
  const tree = context.register(context.obj({ Type: 'Pages', Kids: [first ?? null, second ?? null], Count: 2 }))
  const catalog = context.obj({ Type: 'Catalog', Pages: tree })
  const dictionary = context.lookup(first, PDFDict)
  const top = [{ number: first?.objectNumber ?? 0, start: 0, end: 2, dictionary, contents: new Uint8Array() }]
  const of = (...bytes: readonly number[]) => {
    const whole = Uint8Array.from(bytes)
    return { bytes: whole, length: 2, top, context, catalog, attachments: new Map(), inflate }
  }
  expect(catalog.get(PDFName.of('Pages'))).toBe(tree)
  expect(firstDifference(of(0, 1), of(0, 2))).toMatchObject({ what: 'page 1' })
})
