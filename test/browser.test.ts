/** `render` bundled for the browser: no `node:` module is in it, and it makes the same bytes there as here. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { root } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbale-browser-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the bundle for the browser holds no module of Node', async () => {
  const result = await build({
    entryPoints: [join(root, 'src/render.ts')],
    outfile: join(folder, 'render.js'),
    bundle: true,
    platform: 'browser',
    format: 'esm',
    metafile: true,
    logLevel: 'silent'
  })
  const outside = Object.values(result.metafile.inputs).flatMap(input =>
    input.imports.filter(each => each.external === true)
  )
  expect(outside.map(each => each.path)).toEqual([])
  expect(Object.keys(result.metafile.inputs).filter(name => name.includes('src/cli/'))).toEqual([])
}, 60_000)
