/** `render` bundled for the browser: no `node:` module is in it, and it makes the same bytes there as here. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld } from '../src/cli/disk/disk.ts'
import { createEngine, render } from '../src/render.ts'
import type { World } from '../src/world.ts'
import { worldWithEmblem } from './emblems.ts'
import { askFor, root } from './fixtures.ts'
import { arms, png } from './image/pictures.ts'
import { type PlainWorld, recording, textOf } from './plain-world.ts'
import { some } from './share.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbale-browser-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What runs there: a recorded world and a fixture's name in, the bytes of its PDF as text out. */
const entry = `
  import { createEngine, render } from './src/render.ts'
  import { playback, textOf } from './test/plain-world.ts'
  globalThis.make = (plain, asked) => {
    const engine = createEngine(playback(JSON.parse(plain)))
    return textOf(render(engine, { ...JSON.parse(asked), format: 'pdf' }).output)
  }`

async function bundled() {
  const { metafile, outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    metafile: true,
    logLevel: 'silent'
  })
  return { inputs: metafile.inputs, code: outputFiles[0]?.text ?? '' }
}

/** A fixture made here, and the world that it was made from. */
function madeHere(
  name: string,
  outside: World = createWorld(root)
): { readonly pdf: string; readonly plain: PlainWorld } {
  const { world, recorded } = recording(outside)
  const { output } = render(createEngine(world), { ...askFor(name), format: 'pdf' })
  return { pdf: textOf(output), plain: recorded() }
}

/**
 * What every browser has beside the language itself, which a new context brings along with WebAssembly. The encoders are
 * made of the context's own bytes, as those of Node are not.
 */
const BROWSER = `
  globalThis.self = globalThis.window = globalThis
  globalThis.TextEncoder = class { encode(text = '') { return Uint8Array.from(host.encode(text)) } }
  globalThis.TextDecoder = class {
    constructor(label = 'utf-8', options = {}) { this.decode = bytes => host.decode(label, options, bytes) }
  }
  globalThis.atob = text => host.atob(text)
  globalThis.btoa = text => host.btoa(text)
  delete globalThis.host`

function browserLike(): ReturnType<typeof createContext> {
  const host = {
    encode: (text: string) => [...new TextEncoder().encode(text)],
    decode: (label: string, options: TextDecoderOptions, bytes: Uint8Array) =>
      new TextDecoder(label, options).decode(bytes),
    atob,
    btoa
  }
  const context = createContext({ host })
  runInContext(`{ const host = globalThis.host; ${BROWSER} }`, context)
  return context
}

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'].find(
  name => spawnSync(name, ['--version']).status === 0
)

const PATIENCE = 60_000

describe('the bundle for the browser', () => {
  let bundle: Awaited<ReturnType<typeof bundled>>
  beforeAll(async () => {
    bundle = await bundled()
  }, PATIENCE)

  test('holds no module of Node, and nothing of the command line', () => {
    const outside = Object.values(bundle.inputs).flatMap(input => input.imports.filter(each => each.external === true))
    expect(outside.map(each => each.path)).toEqual([])
    expect(Object.keys(bundle.inputs).filter(name => name.includes('src/cli/'))).toEqual([])
  })

  const notes: readonly (readonly [name: string, outside: World])[] = [
    ['chronology-annex', worldWithEmblem('chronology-annex', png(arms(30), 'palette'))],
    ['kyiv-embassy-2025', createWorld(root)]
  ]
  test.each(some(notes, 2))(
    'makes the bytes of %s without anything of Node',
    (name, outside) => {
      const { pdf, plain } = madeHere(name, outside)
      const context = browserLike()
      expect(runInContext('[typeof process, typeof require, typeof Buffer, typeof host]', context).join(' ')).toBe(
        'undefined undefined undefined undefined'
      )
      runInContext(bundle.code, context, { filename: 'bundle.js' })
      const asked = [JSON.stringify(plain), JSON.stringify(askFor(name))].map(each => JSON.stringify(each))
      const made: unknown = runInContext(`make(${asked.join(', ')})`, context)
      expect(pdf.slice(0, 8)).toBe('%PDF-1.7')
      expect(made === pdf).toBe(true)
    },
    PATIENCE
  )

  test.skipIf(CHROMIUM === undefined)(
    'makes the same bytes in Chromium, where that is installed',
    () => {
      const { pdf, plain } = madeHere('minimal')
      const asked = [JSON.stringify(plain), JSON.stringify(askFor('minimal'))].map(each =>
        JSON.stringify(each).replaceAll('<', '\\u003C')
      )
      const script = `${bundle.code.replaceAll('</script', '<\\/script')}
        document.body.textContent = 'made:' + btoa(make(${asked.join(', ')})) + ':'`
      const page = join(folder, 'page.html')
      writeFileSync(page, `<!doctype html><meta charset="utf-8"><body><script>${script}</script>`)
      const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/profile`, '--dump-dom']
      const dom = execFileSync(CHROMIUM ?? '', [...options, `file://${page}`], {
        encoding: 'latin1',
        maxBuffer: 2 ** 26,
        stdio: 'pipe'
      })
      expect(/made:([^:]*):/.exec(dom)?.[1]).toBe(btoa(pdf))
    },
    PATIENCE
  )
})
