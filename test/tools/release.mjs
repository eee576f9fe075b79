/** `test/epochs.json` and the package's version in; the same with its last epoch released out: what that makes is then fixed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'test/epochs.json')

/** The table with its last epoch released, if no earlier version did that. */
export function released(epochs, version) {
  const last = Math.max(...Object.keys(epochs).map(Number))
  return { ...epochs, [last]: { ...epochs[last], released: epochs[last].released ?? version } }
}

/** `npm version` releases; `npm publish` asks with `--check` whether that was done. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const text = readFileSync(file, 'utf8')
  const now = `${JSON.stringify(released(JSON.parse(text), version), null, 2)}\n`
  if (!process.argv.includes('--check')) writeFileSync(file, now)
  else if (now !== text) {
    console.error('the last epoch in test/epochs.json is not released: node test/tools/release.mjs, and commit it')
    process.exitCode = 1
  }
}
