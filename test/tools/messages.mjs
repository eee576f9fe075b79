/** Prints every sentence that a finding or an obstacle can say, with its code and place (`npm run messages`). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

const root = join(import.meta.dirname, '../..')

/** Functions that are given a sentence for people: of an option, of a helper of templates. */
const SAYERS = new Set(['text', 'file', 'choice', 'helper'])
/** Names under which sentences for people stand in the source. */
const SAYS = new Set(['message', 'hint', 'hints', 'mend', 'describe', 'about', 'says'])

function sources() {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

/** Every text of a node, with `…` for what is put in. */
function textsIn(node) {
  if (node === null || typeof node !== 'object') return []
  if (Array.isArray(node)) return node.flatMap(textsIn)
  if (node.type === 'Literal' && typeof node.value === 'string') return [{ at: node.start, text: node.value }]
  if (node.type === 'TemplateLiteral')
    return [{ at: node.start, text: node.quasis.map(each => each.value.cooked).join('…') }]
  return Object.values(node).flatMap(textsIn)
}

/** The code of the finding that an object describes. */
function codeIn(node) {
  const rule = node.properties?.find(each => each.key?.name === 'rule')?.value
  return rule?.type === 'Literal' ? String(rule.value) : null
}

function messagesIn(node, code, found) {
  if (node === null || typeof node !== 'object') return
  if (Array.isArray(node)) {
    for (const each of node) messagesIn(each, code, found)
    return
  }
  const own = node.type === 'ObjectExpression' ? (codeIn(node) ?? code) : code
  const name =
    node.type === 'Property' ? node.key?.name : node.type === 'VariableDeclarator' ? node.id?.name : undefined
  if (name !== undefined && SAYS.has(name)) {
    const value = node.type === 'Property' ? node.value : node.init
    for (const { at, text } of textsIn(value)) if (/\s/.test(text)) found.set(at, { text, code: own })
  }
  if (node.type === 'CallExpression' && SAYERS.has(node.callee?.name))
    for (const { at, text } of textsIn(node.arguments)) if (/\s/.test(text)) found.set(at, { text, code: own })
  if (node.type === 'NewExpression' && node.callee?.name === 'Obstacle')
    for (const { at, text } of textsIn(node.arguments)) found.set(at, { text, code: 'surroundings' })
  for (const each of Object.values(node)) messagesIn(each, own, found)
}

for (const file of sources()) {
  const text = readFileSync(file, 'utf8')
  const found = new Map()
  messagesIn(parseSync(file, text).program, null, found)
  for (const [at, { text: said, code }] of [...found].sort(([a], [b]) => a - b)) {
    const line = text.slice(0, at).split('\n').length
    console.log(`${file.slice(root.length + 1)}:${line}\t${code ?? ''}\t${said.replaceAll('\n', ' ')}`)
  }
}
