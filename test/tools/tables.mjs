/** The sources in; the list of files of `src/README.md` and the page of form rules out; `npm run tables`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './build.mjs'

const root = join(import.meta.dirname, '../..')
const page = join(root, 'src/README.md')
const HEADING = '## Files\n'

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

/** The page as it should be: what stands before the list of files, and the list. */
export function architecturePage() {
  const text = readFileSync(page, 'utf8')
  const before = text.slice(0, text.indexOf(HEADING) + HEADING.length)
  const files = sources()
  const folders = [...new Set(files.map(dirname))]
  const lists = folders.map(folder => {
    const rows = files
      .filter(name => dirname(name) === folder)
      .map(name => `- \`${name}\`: ${opening(readFileSync(join(root, 'src', name), 'utf8'))}`)
    return rows.join('\n')
  })
  return `${before}\n${lists.join('\n\n')}\n`
}

/** The page of form rules, which are data in TypeScript. */
async function rulesPage() {
  const folder = mkdtempSync(join(tmpdir(), 'verbale-tables-'))
  try {
    const file = join(folder, 'rules-page.cjs')
    await bundle(join(root, 'test/tools/rules-page.ts'), file)
    return createRequire(file)(file).rulesPage()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(page, architecturePage())
  writeFileSync(join(root, 'src/check/rules/README.md'), await rulesPage())
}
