/** Runs the built command line once, over the note that `new` makes, and keeps beside it the code that V8 compiled. */
const { mkdtempSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const root = join(__dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'verbale-build-'))
const note = join(root, 'templates/workspace/note.yaml')
process.argv.splice(
  1,
  Infinity,
  join(root, 'dist/verbale.cjs'),
  'render',
  note,
  '-o',
  join(folder, 'note.pdf'),
  '--quiet'
)
const { scripts, part } = require(join(root, 'dist/verbale.cjs'))

process.on('exit', () => {
  rmSync(folder, { recursive: true })
  // of what no note needs nothing has run, and its functions are at least known
  part('rest')
  for (const [name, script] of Object.entries(scripts)) {
    const beside = join(root, `dist/${name}.cache.${process.pid}.tmp`)
    writeFileSync(beside, script.createCachedData())
    renameSync(beside, join(root, `dist/${name}.cache`))
  }
})
