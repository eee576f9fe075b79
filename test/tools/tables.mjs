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

/** The tables of codes, as they are written: rows of a code, what it means and the mend, in the order of their names. */
function codeRows() {
  const folder = join(root, 'src/check/codes')
  const tables = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))
  const text = `'(?:[^'\\\\]|\\\\.)*'`
  const row = new RegExp(`^  '?([\\w/-]+)'?: \\[\\s*(${text}),\\s*(${text})\\s*\\]`, 'gm')
  const stages = tables.flatMap(table =>
    [...table.matchAll(row)].flatMap(([, code, means, mend]) =>
      [code, ...inSettings(code)].map(each => [each, unquoted(means), unquoted(mend)])
    )
  )
  return [...stages, ...formRows()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** The codes that `verbale.yaml` has beside those of other files of data. */
function inSettings(code) {
  const [, list = ''] = readFileSync(join(root, 'src/check/codes.ts'), 'utf8').match(/SHAPE = \[([^\]]*)\]/) ?? []
  const parts = [...list.matchAll(/'([a-z-]+)'/g)].map(([, part]) => part)
  return parts.filter(part => code === `record/${part}`).map(part => `settings/${part}`)
}

const rules = join(root, 'src/form/rules')

/** The file of each rule, by its code. */
export function ruleFiles() {
  const files = readdirSync(rules).map(name => {
    const id = readFileSync(join(rules, name), 'utf8').match(/^ {2}id: '(NV\d{3})'/m)?.[1]
    return [id, name]
  })
  return new Map(files.filter(([id]) => id !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A form rule says what holds in a good note, and why. */
function formRows() {
  return [...ruleFiles().values()].map(name => {
    const text = readFileSync(join(rules, name), 'utf8')
    const [id, title, reason] = ['id', 'title', 'reason'].map(key => {
      const found = text.match(new RegExp(`^  ${key}:\\s*('(?:[^'\\\\]|\\\\.)*'|"(?:[^"\\\\]|\\\\.)*")`, 'm'))
      if (!found) throw new Error(`${name} says no ${key}`)
      return unquoted(found[1])
    })
    return [id, sentence(title), sentence(`why: ${reason}`)]
  })
}

function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function unquoted(text) {
  return text.slice(1, -1).replace(/\\(.)/g, '$1').replaceAll('|', '\\|')
}

/** The page of codes as it should be. */
export function codesPage() {
  const rows = codeRows().map(([code, means, mend]) => `| \`${code}\` | ${means} | ${mend} |`)
  return `# What is found

Every finding has a code. \`verbale check --explain CODE\` prints its line of this table, which \`npm run tables\` makes from
\`codes/\` and \`rules/\`. The message of a finding says what is wrong in this place, and its hints how to mend it there.

| code | what is wrong | what to do |
| --- | --- | --- |
${rows.join('\n')}
`
}

/** The page of form rules, which are data in TypeScript. */
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
