#!/usr/bin/env node
/**
 * What `dist/verbale.cjs` is: runs `main.cjs` from the code that V8 kept of it, which saves the time of compiling it
 * anew. Another version of Node than the one that built it compiles as usual.
 */
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

// Node 20 optimises what has run for a while, which for one note is a third of its time and never pays. Later versions
// wait longer by themselves, and do not know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000')

const filename = join(__dirname, 'main.cjs')
// The bundle is ASCII. V8 knows a source by its length and its wrapper: `keep-code.cjs` must put in the same.
const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`
let cachedData
try {
  cachedData = readFileSync(join(__dirname, 'main.cache'))
} catch {
  // Nothing was kept.
}
// The kept code keeps the name too, so that it is not the path of the folder where it was built.
const script = new Script(text, { filename: 'verbale/dist/main.cjs', cachedData })
script.runInThisContext()(exports, require, module, filename, __dirname)
exports.script = script
