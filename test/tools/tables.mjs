/** Writes the page of codes and that of form rules from the sources (`npm run tables`); `--files` prints the opening line of each file instead (`npm run files`). */
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

const codes = join(root, 'src/check/README.md')

/** Rows of a code, what it means and the mend, in the order of their names. */
function codeRows() {
  const stages = Object.entries(readJson('src/check/codes.json')).flatMap(([code, { means, mend }]) =>
    [code, ...inSettings(code)].map(each => [each, means, mend])
  )
  // A form rule says what holds in a good note, and why.
  const form = readJson('src/form/rules/rules.json').map(({ id, title, reason }) => [
    id,
    sentence(title),
    sentence(`why: ${reason}`)
  ])
  return [...stages, ...form].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

function readJson(name) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'))
}

/** The codes that `verbale.yaml` has beside those of other files of data. */
function inSettings(code) {
  const [, list = ''] = readFileSync(join(root, 'src/check/codes.ts'), 'utf8').match(/SHAPE = \[([^\]]*)\]/) ?? []
  const parts = [...list.matchAll(/'([a-z-]+)'/g)].map(([, part]) => part)
  return parts.filter(part => code === `record/${part}`).map(part => `settings/${part}`)
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

function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function inCell(text) {
  return text.replaceAll('|', '\\|')
}

/** The page of codes as it should be. */
export function codesPage() {
  const rows = codeRows().map(([code, means, mend]) => `| \`${code}\` | ${inCell(means)} | ${inCell(mend)} |`)
  return `# What is found

Every finding has a code. \`verbale check --explain CODE\` prints its line of this table, which \`npm run tables\` makes from
\`codes/\` and \`rules/\`. The message of a finding says what is wrong in this place, and its hints how to mend it there.

| code | what is wrong | what to do |
| --- | --- | --- |
${rows.join('\n')}
`
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
  else {
    writeFileSync(codes, codesPage())
    writeFileSync(join(root, 'src/form/rules/README.md'), await rulesPage())
  }
}
