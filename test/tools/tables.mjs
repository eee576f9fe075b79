/** Writes the page of form rules from the sources (`npm run tables`); `--files` prints the opening line of each file instead (`npm run files`). */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './build.mjs'

const root = join(import.meta.dirname, '../..')

/** The first sentence of a file's opening comment, on one line. */
function opening(text) {
  const comment = text.match(/\/\*\*([\s\S]*?)\*\//)?.[1] ?? ''
  const words = comment
    .replace(/^\s*\*/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.match(/^.*?[.](?=\s|$)/)?.[0] ?? words
}

function sources() {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name).slice(join(root, 'src').length + 1))
    .sort()
}

/** Every file of `src/` with its opening sentence, a line each. */
function fileLines() {
  return sources().map(name => `${name}: ${opening(readFileSync(join(root, 'src', name), 'utf8'))}`)
}

const rules = join(root, 'src/form/rules')

/** The file of each rule that looks for something itself, by its code. */
export function ruleFiles() {
  const files = readdirSync(rules).flatMap(name => {
    const text = readFileSync(join(rules, name), 'utf8')
    return [...text.matchAll(/^export const (NV\d{3})/gm)].map(([, id]) => [id, name])
  })
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The page of form rules, which are data joined to their checks. */
async function rulesPage() {
  const folder = mkdtempSync(join(tmpdir(), 'verbale-tables-'))
  try {
    const file = join(folder, 'rules-page.cjs')
    await bundle(join(root, 'test/tools/rules-page.ts'), file)
    return createRequire(file)(file).rulesPage(ruleFiles())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--files')) console.log(fileLines().join('\n'))
  else writeFileSync(join(rules, 'README.md'), await rulesPage())
}
