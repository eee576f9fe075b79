/** Lays out what a new rule (`npm run new:rule -- NV057 topic`) or a new language (`npm run new:language -- xx`) needs, and prints what is left to fill in. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

const BIOME = join(root, 'node_modules/@biomejs/biome/bin/biome')

const read = name => readFileSync(join(root, name), 'utf8')

const written = new Set()

function write(name, text) {
  written.add(name)
  mkdirSync(join(root, name, '..'), { recursive: true })
  writeFileSync(join(root, name), text)
}

/** What was asked for cannot be laid out: says why, and ends. */
function refuse(why) {
  console.error(why)
  process.exit(2)
}

const camel = words => words.replace(/-(.)/g, (_, letter) => letter.toUpperCase())

/** Adds an import to a file, and an entry at the end of the object that it makes from its imports; the formatter puts them in order. */
function addTo(name, line, entry) {
  const [, before, end, after] =
    /^([\s\S]*\{[^{}]*?),?(\s*\})([^{}]*)$/.exec(read(name).replace(/^import /m, `${line}\nimport `)) ?? []
  write(name, `${before}, ${entry}${end}${after}`)
}

function newRule(id, topic) {
  const table = 'src/form/rules/README.md'
  const page = read(table)
  const ids = Array.from(page.matchAll(/^\| \[(NV\d{3})\]/gm), ([, each]) => each)
  const isWord = /^[a-z]+(-[a-z]+)*$/.test(topic ?? '')
  if (!/^NV\d{3}$/.test(id ?? '') || !isWord)
    refuse('say which rule, and what it is about: npm run new:rule -- NV057 titles')
  if (ids.includes(id)) refuse(`${id} is a rule already`)
  const example = `test/form/examples/${topic}.ts`
  if (existsSync(join(root, example)))
    refuse(`${example} is there already; choose another topic, and put the check where it belongs`)
  const row = `| [${id}](${topic}.ts) | what holds in a good note | why it holds, and by which source | warning | document |  |  | form | all |`
  const next = ids.find(each => each > id)
  const place = next === undefined ? page.indexOf('\n\n## Pending') + 1 : page.indexOf(`| [${next}]`)
  write(table, `${page.slice(0, place)}${row}\n${page.slice(place)}`)
  addCheck(id, topic)
  write(
    example,
    `/** What ${id} lets pass and what it finds. */\n\nimport type { Examples } from './example.ts'\n\nexport const ${id}: Examples = { passes: [], fails: [] }\n`
  )
  addTo('test/form/examples/index.ts', `import { ${id} } from './${topic}.ts'`, id)
  return [
    `${table}: what ${id} says of a good note, why, and how grave it is; which kinds of note, where it holds for some alone`,
    `src/form/rules/${topic}.ts: its check; a rule of words alone stands in lexical.json instead, and has no check`,
    `${example}: an example that passes and one that fails`,
    'test/form/examples: the same in each other language, or why it has none there',
    'then: npx vitest run test/form'
  ]
}

/** A check that finds nothing yet, in the file of its topic. */
function addCheck(id, topic) {
  const file = `src/form/rules/${topic}.ts`
  const check = `export const ${id}: RuleCheck = () => []\n`
  if (existsSync(join(root, file))) {
    const text = read(file)
    const known = /\btype RuleCheck\b|import type \{[^}]*\bRuleCheck\b/.test(text)
    const imported = known
      ? text
      : text.replace(/import (type )?\{([^}]*)\} from '\.\/rule\.ts'/, (_, type = '', names) => {
          return `import ${type}{${names.trimEnd()}, ${type === '' ? 'type ' : ''}RuleCheck } from './rule.ts'`
        })
    return write(file, `${imported}\n${check}`)
  }
  write(file, `/** ${id}: what it looks for in a note. */\nimport type { RuleCheck } from './rule.ts'\n\n${check}`)
  const index = 'src/form/rules/index.ts'
  const name = camel(topic)
  write(index, read(index).replace(/^import /m, `import * as ${name} from './${topic}.ts'\nimport `))
  write(index, read(index).replace(/\n\}\n/, `,\n  ...${name}\n}\n`))
}

/** The members of an interface, in order, each with its type. */
function membersOf(text, name) {
  const [, body = ''] = new RegExp(`interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(text) ?? []
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)(?:: (.*)|\(.*)$/gm)].map(([, member, type]) => [
    member,
    type ?? 'method'
  ])
}

/** What stands for a member of a lexicon whose words nobody has written yet; `TAG` is the language. */
const LEXICON = {
  'readonly (readonly string[])[]': 'MONTHS.map(month => [month])',
  'readonly ActWords[]': 'STRENGTHS.map(strength => ({ strength, pattern: UNWRITTEN }))',
  'readonly Foreign[]': "foreignTo('TAG', new Set())",
  'readonly Variants[]': '[]',
  'readonly RegExp[]': '[]',
  RegExp: 'UNWRITTEN',
  boolean: 'false',
  Letters: '{ small: word => word.toLowerCase(), undotted: small => small, bare: small => small }',
  NumberEndings: '{ pattern: UNWRITTEN, right: (_, ending) => ending }'
}

function lexiconOf(tag, members) {
  const fields = members.map(([name, type]) => {
    const unwritten = LEXICON[type] ?? refuse(`nothing stands for \`${name}\` of a lexicon`)
    return `  ${name}: ${unwritten.replace('TAG', tag)}`
  })
  return `/** ${tag}: what rules look for. Where the language has no such words, \`none\` says why. */
import { STRENGTHS } from '../communications.ts'
import { foreignTo } from '../foreign.ts'
import type { Lexicon } from '../lexicon.ts'
import { none } from '../pattern.ts'
import { MONTHS } from './say.ts'

const UNWRITTEN = none('these words are not written yet')

export const lexicon: Lexicon = {
${fields.join(',\n')}
}
`
}

function filesOfLanguage(tag) {
  const language = read('src/languages/language.ts')
  const says = membersOf(language, 'Say').map(([name]) => `  ${name}: () => unwritten('${name}')`)
  const [, list = ''] = /WORDINGS = \[([^\]]*)\]/.exec(language) ?? []
  const shapes = [...list.matchAll(/'([a-z-]+)'/g)].map(([, name]) => {
    return `    ${name.includes('-') ? `'${name}'` : name}: { shape: 'noun-phrase', wanted: 'what it must be: \`an example\`', beginnings: [] }`
  })
  return {
    index: `/** ${tag}, joined from its parts. */
import type { Language } from '../language.ts'
import { divide } from './divide.ts'
import { say } from './say.ts'
import { sentences } from './sentences.ts'
import { wording } from './wording.ts'

export const ${camel(tag.toLowerCase())}: Language = { tag: '${tag}', say, wording, sentences, divide }
`,
    say: `/** ${tag}: dates, numbers, lists and citations. */
import type { Say } from '../language.ts'

/** The names of the months, in their order. */
export const MONTHS: readonly string[] = []

function unwritten(what: string): never {
  throw new Error(\`src/languages/${tag}/say.ts does not say \\\`\${what}\\\` yet\`)
}

export const say: Say = {
${says.join(',\n')}
}
`,
    wording: `/** ${tag}: how the house's own texts must begin, and what a name needs. */
import type { Wording } from '../language.ts'

export const wording: Wording = {
  called: ['full'],
  plurals: ['one', 'many'],
  units: { one: 1, many: 1 },
  shapes: {
${shapes.join(',\n')}
  }
}
`,
    sentences: `/** ${tag}: words that are written with a full stop. */
import type { Sentences } from '../language.ts'

export const sentences: Sentences = { leading: [], closing: [] }
`,
    divide: `/** ${tag}: where a hyphen divides a word; no word is divided until \`cuts\` says where. */
import type { Division } from '../language.ts'

export const divide: Division = { before: 2, after: 2, lower: letters => letters.toLowerCase(), cuts: () => [] }
`,
    lexicon: lexiconOf(tag, membersOf(read('src/languages/lexicon.ts'), 'Lexicon'))
  }
}

function newLanguage(tag) {
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(tag ?? ''))
    refuse('say which language by its BCP 47 tag: npm run new:language -- uk')
  const folder = `src/languages/${tag}`
  if (existsSync(join(root, folder))) refuse(`${folder} is there already`)
  for (const [name, text] of Object.entries(filesOfLanguage(tag))) write(`${folder}/${name}.ts`, text)
  const name = camel(tag.toLowerCase())
  const entry = name === tag ? name : `'${tag}': ${name}`
  addTo('src/languages/index.ts', `import { ${name} } from './${tag}/index.ts'`, entry)
  addTo('src/languages/lexicons.ts', `import { lexicon as ${name} } from './${tag}/lexicon.ts'`, entry)
  cpSync(join(root, 'templates/en'), join(root, `templates/${tag}`), { recursive: true })
  const formulas = read('templates/formulas/en.yaml')
  write(
    `templates/formulas/${tag}.yaml`,
    formulas.replace(/^language: en$/m, `language: ${tag}`).replace(/\bconfirmed: [\w-]+/g, 'confirmed: null')
  )
  return [
    `${folder}/say.ts: dates, numbers, lists and citations; what is not written yet throws and says so`,
    `${folder}/wording.ts, sentences.ts, divide.ts: how texts begin, abbreviations, where words divide`,
    `${folder}/lexicon.ts: what rules look for, or why the language has no such words`,
    `templates/${tag}, templates/formulas/${tag}.yaml: the prose, which is a copy of the English one; who confirms each formula`,
    `test/form/examples/${tag}.ts, languages.ts: for each rule examples in the language, or why it has none`,
    'then: npm run types, npm run lint, npx vitest run test/form test/languages'
  ]
}

const [what, ...given] = process.argv.slice(2)
const KINDS = { rule: newRule, language: newLanguage }
const left = (KINDS[what] ?? (() => refuse('say what is new: `rule` or `language`')))(...given)
// the formatter sorts imports and sets tables as they are set elsewhere
const code = [...written].filter(name => /\.(ts|json)$/.test(name))
const { status, stderr } = spawnSync(process.execPath, [BIOME, 'check', '--write', ...code], {
  cwd: root,
  encoding: 'utf8'
})
if (status !== 0) refuse(`the new files stand there, but the formatter refuses them:\n${stderr}`)
console.log(`Laid out. Left to fill in:\n${left.map(each => `- ${each}`).join('\n')}`)
