/**
 * Bundles the command line into `dist/verbale.cjs` and what it loads; `npm run build`. With `--if-changed`, only where it
 * would be another.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import { build } from 'esbuild'
import { chunksInFiles, neededBy } from './chunks.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * pdf-lib does not say that its files only define things, so that all of it would go in; the writer needs its objects,
 * and not the fonts and images that it unpacks when it is loaded.
 */
const onlyDefinitions = {
  name: 'only-definitions',
  setup: build => {
    build.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'again' || !(path === 'pdf-lib' || /node_modules\/(pdf-lib|@pdf-lib)\//.test(importer)))
        return null
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: 'again' })
      return { ...found, sideEffects: false }
    })
  }
}

/** What was put in `dist/` for the command line to read: the size and the digest of each file. */
const needed = {}

/**
 * Hyphenation patterns are large, and a note needs those of one language: each table is a file of its own until it is
 * asked for, and its trie is flat, which is read ten times faster.
 */
const patternsWhenAsked = {
  name: 'patterns-when-asked',
  setup: build => {
    build.onLoad({ filter: /node_modules[\\/]hyphen[\\/]patterns[\\/][^\\/]+\.js$/ }, async ({ path }) => {
      const { flatten } = await ahead()
      const [rows, trie, exceptions] = createRequire(path)(path)
      const patterns = [rows, flatten(trie), exceptions]
      const getters = patterns.map((_, index) => `${index}:{enumerable:true,get:()=>part(${index})}`)
      const name = `patterns.${basename(path, '.js')}.json`
      put(name, JSON.stringify(patterns))
      const file = `require('node:path').join(besideBundle,${JSON.stringify(name)})`
      const contents = `let all;const part=index=>(all??=JSON.parse(require('node:fs').readFileSync(${file},'utf8')))[index]
        module.exports=Object.defineProperties([],{${getters}})`
      return { contents, loader: 'js' }
    })
  }
}

/**
 * What a run may do without is loaded when something of it is first used: the parser where every template was read ahead,
 * YAML where records are JSON, the names of characters in HTML, which house markup has not.
 */
const loadedWhenUsed = {
  name: 'loaded-when-used',
  setup: build => {
    build.onResolve({ filter: /^(yaml|entities|handlebars\/.*\/base\.js)$/ }, ({ path, namespace, resolveDir }) =>
      namespace === 'file' ? { path, namespace: 'when-used', pluginData: resolveDir } : null
    )
    build.onLoad({ filter: /./, namespace: 'when-used' }, ({ path, pluginData: resolveDir }) => {
      const names = Object.keys(createRequire(join(resolveDir, 'any.js'))(path)).filter(name => name !== 'default')
      const getters = names.map(name => `get ${name}(){return require('${path}').${name}}`)
      return { contents: `module.exports={${getters}}`, resolveDir }
    })
  }
}

/** What is imported with `?raw` is its text, as for Vitest. */
const asText = {
  name: 'as-text',
  setup: build => {
    build.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?raw$/, '')),
      namespace: 'as-text'
    }))
    build.onLoad({ filter: /./, namespace: 'as-text' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text'
    }))
  }
}

let opened
/** What of `src/` the build itself needs. */
function ahead() {
  opened ??= (async () => {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [join(here, 'ahead.ts')],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      define: { 'import.meta.url': JSON.stringify(import.meta.url) },
      logLevel: 'error'
    })
    const loaded = { exports: {} }
    compileFunction(outputFiles[0].text, ['module', 'exports', 'require'])(
      loaded,
      loaded.exports,
      createRequire(import.meta.url)
    )
    return loaded.exports
  })()
  return opened
}

/** What each file of the bundle is made for: making a note needs the first, what is held against it the second, the rest the third. */
const PARTS = {
  main: ['src/cli/main.ts', 'src/cli/commands/render.ts'],
  form: ['src/check/rendered.ts', 'src/check/translated.ts', 'src/confirm/look.ts']
}

/** The part in which each chunk goes: the first that needs it. */
function partsOf(chunks, { outputs }) {
  const parts = new Map()
  const chunkOf = source => Object.keys(outputs).find(name => outputs[name].entryPoint === source)
  for (const [part, sources] of Object.entries(PARTS)) {
    const names = sources.map(source => `./${basename(chunkOf(source))}`)
    for (const name of neededBy(names, chunks)) if (!parts.has(name)) parts.set(name, part)
  }
  for (const { name } of chunks) if (!parts.has(name)) parts.set(name, 'rest')
  return parts
}

/** Bundles one entry file into one CommonJS file for Node, which finds what it reads in `dist/`. */
export async function bundle(entry, outfile) {
  const { chunks } = await chunksOf(entry, dirname(outfile))
  const constants = { ...CONSTANTS, besideBundle: JSON.stringify(join(root, 'dist')) }
  const parts = new Map(chunks.map(({ name }) => [name, 'main']))
  writeFileSync(outfile, chunksInFiles(chunks, { entry: './main.js', constants, parts }).get('main'))
}

/** What the chunks of a bundle know of where they are. */
const CONSTANTS = {
  importMetaUrl: "require('node:url').pathToFileURL(__filename).href",
  besideBundle: '__dirname'
}

/** Bundles one entry file into chunks. Gives them, and what esbuild says of them. */
async function chunksOf(entry, folder) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { main: entry },
    outdir: folder,
    write: false,
    bundle: true,
    // Into what is loaded together: a command does not make ready what another one runs.
    splitting: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    alias: {
      assert: join(here, 'assert.cjs'),
      pako: join(here, 'pako.cjs'),
      'string-width': join(here, 'string-width.cjs')
    },
    define: {
      VERBALE_VERSION: JSON.stringify(version),
      'import.meta.url': 'importMetaUrl',
      // yargs asks for it where a configuration extends another.
      'import.meta.resolve': 'undefined'
    },
    // Names stay, so that the stack of a fault can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    // A fault that happens while loading is printed with its line.
    lineLimit: 200,
    plugins: [asText, onlyDefinitions, patternsWhenAsked, loadedWhenUsed],
    legalComments: 'none',
    logLevel: 'error'
  })
  const chunks = outputFiles.map(({ path, text }) => ({ name: `./${basename(path)}`, text: inAscii(text) }))
  return { chunks, metafile }
}

/**
 * The bundle without a letter outside of ASCII, as `start.cjs` reads it: esbuild escapes those of strings and leaves those
 * of regular expressions. One above U+FFFF would need another escape there, and is refused.
 */
function inAscii(text) {
  return text.replace(/[^\x00-\x7F]/g, letter => {
    const code = letter.charCodeAt(0)
    if (code >= 0xd800 && code <= 0xdfff)
      throw new Error('a regular expression of the bundle holds a letter above U+FFFF')
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** The licences of the packages in a bundle, one after the other: MIT and ISC ask that they go with every copy. */
function notices(inputs) {
  const names = inputs.flatMap(input => input.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.slice(1) ?? [])
  return [...new Set(names)].sort().map(noticeOf).join('\n')
}

function noticeOf(folder) {
  const { name, version: its, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const file = readdirSync(join(root, folder)).find(each => /^(licen[cs]e|copying)/i.test(each))
  const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trimEnd()
  return `${'-'.repeat(80)}\n${name} ${its} (${license})\n\n${text}\n`
}

const start = join(root, 'dist/verbale.cjs')
/** Of what the command line was last built, for `buildIfChanged`. */
const builtOf = join(root, 'node_modules/.cache/verbale/built-of')

/** Builds the command line where what goes into it, or the Node that builds it, is not that of the last time. Gives its path. */
export async function buildIfChanged() {
  const known = existsSync(start) && existsSync(builtOf) ? readFileSync(builtOf, 'utf8') : null
  return known === digestOfSources() ? start : buildCommandLine()
}

function digestOfSources() {
  const hash = createHash('sha256').update(`${process.version} ${root}`)
  const names = ['src', 'templates', 'test/tools'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
  )
  for (const path of [...names.sort(), join(root, 'package.json'), join(root, 'package-lock.json')])
    hash.update(`\0${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

/** Puts a file of the build in place at once: tests that run side by side may each build it. */
function put(name, text) {
  const beside = join(root, 'dist', `${name}.${process.pid}.tmp`)
  writeFileSync(beside, text)
  renameSync(beside, join(root, 'dist', name))
  needed[name] = { size: Buffer.byteLength(text), digest: createHash('sha256').update(text).digest('hex') }
}

/** Builds the command line: `dist/verbale.cjs`, what it runs, and the licences of what that contains. Gives its path. */
export async function buildCommandLine() {
  const dist = join(root, 'dist')
  const sources = digestOfSources()
  mkdirSync(dist, { recursive: true })
  const { chunks, metafile } = await chunksOf(join(root, 'src/cli/main.ts'), dist)
  const files = chunksInFiles(chunks, {
    entry: './main.js',
    constants: CONSTANTS,
    parts: partsOf(chunks, metafile)
  })
  // all that takes time is done before the first file is put in place: a command that runs meanwhile finds one build whole
  const prepared = [...(await ahead()).prepareParts(root)]
  for (const [part, text] of files) {
    rmSync(join(dist, `${part}.cache`), { force: true })
    put(`${part}.cjs`, text)
  }
  writeFileSync(join(dist, 'THIRD-PARTY.txt'), notices(Object.keys(metafile.inputs)))
  for (const [part, { trees, data }] of prepared) {
    const text = JSON.stringify({ trees: [...trees], data: [...data] })
    put(`preparsed.${part}.json`, text)
  }
  const starting = readFileSync(join(here, 'start.cjs'), 'utf8').replace(
    'NEEDED = {}',
    `NEEDED = ${JSON.stringify(needed)}`
  )
  writeFileSync(start, starting, { mode: 0o755 })
  // A note that is refused (templates at work) leaves less code kept, and nothing else.
  spawnSync(process.execPath, [join(here, 'keep-code.cjs')], { stdio: 'ignore' })
  mkdirSync(dirname(builtOf), { recursive: true })
  writeFileSync(builtOf, sources)
  return start
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await (process.argv.includes('--if-changed') ? buildIfChanged() : buildCommandLine())
