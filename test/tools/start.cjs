#!/usr/bin/env node
/**
 * What `dist/verbale.cjs` is: runs `main.cjs`, and what that asks for, from the code that V8 kept of them, which saves the
 * time of compiling it anew. Another version of Node than the one that built it compiles as usual.
 */
const { readFileSync, statSync, writeSync } = require('node:fs')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

// It may have been removed under the process, and libraries ask for it as they are loaded.
try {
  process.cwd()
} catch {
  process.stderr.write('verbale: the current folder is there no more; go to another\n')
  process.exit(2)
}

/**
 * Put in by the build: the size and the digest of each file that a run may ask for. One that is not there or was cut off is
 * told before a note is half made; digests take time, and are compared once something failed that never should.
 */
const NEEDED = {}
const REFUSAL = 'verbale: the installation is damaged; install verbale again\n'
const sizeOf = name => statSync(join(__dirname, name), { throwIfNoEntry: false })?.size
const digestOf = name =>
  require('node:crypto')
    .createHash('sha256')
    .update(readFileSync(join(__dirname, name)))
    .digest('hex')
if (Object.entries(NEEDED).some(([name, { size }]) => sizeOf(name) !== size)) {
  process.stderr.write(REFUSAL)
  process.exit(2)
}
process.on('exit', code => {
  if (code !== 3 || Object.entries(NEEDED).every(([name, { digest }]) => digestOf(name) === digest)) return
  writeSync(2, REFUSAL)
  process.exitCode = 2
})

// V8 optimises what has run for a while, which for one note never pays. Versions that were not tried keep their own ways:
// a flag that is unknown is complained about on standard error.
const version = Number.parseInt(process.versions.v8, 10)
// Scripts: a third of the time of one note. Later versions wait longer by themselves, and have no such flag.
if (version === 11) setFlagsFromString('--interrupt-budget=1000000')
if (version >= 11 && version <= 14) {
  // Room for what lives shortly grows at once to what a note needs: fewer collections, and none of the whole heap.
  setFlagsFromString('--semi-space-growth-factor=8')
  // The shaper: a fifth. Some ten notes reach this budget, and many notes are as fast as without it.
  setFlagsFromString('--wasm-tiering-budget=100000000')
  // Its functions are checked when they are first called, which spares most of them: 1 in 20.
  setFlagsFromString('--wasm-lazy-validation')
}

/** Runs one file of the bundle from the code that V8 kept of it; its `require.part` runs another and gives what that exports. */
function run(part, exported) {
  const filename = join(__dirname, `${part}.cjs`)
  // The bundle is ASCII. V8 knows a source by its length and its wrapper: `keep-code.cjs` must put in the same. Put together
  // it is a text in V8's own heap, which runs a tenth faster than one that Node holds for it.
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`
  let cachedData
  try {
    cachedData = readFileSync(join(__dirname, `${part}.cache`))
  } catch {
    // Nothing was kept.
  }
  // The kept code keeps the name too, so that it is not the path of the folder where it was built.
  const script = new Script(text, { filename: `verbale/dist/${part}.cjs`, cachedData })
  scripts[part] = script
  const requiring = Object.assign(name => require(name), { part: other => run(other, {}) })
  script.runInThisContext()(exported, requiring, module, filename, __dirname)
  return exported
}

const scripts = {}
try {
  run('main', exports)
} catch (thrown) {
  process.stderr.write(`${thrown.stack}\n`)
  process.exit(3)
}
exports.scripts = scripts
exports.part = name => run(name, {})
