/** Puts the chunks of a bundle, which are ES modules, into one CommonJS file: each runs when it is first asked for. */
import { parseSync } from 'oxc-parser'

/** One file of all chunks, which know `constants` and of which `entry` runs. Kept code cannot import: every import is a call. */
export function chunksInOne(chunks, { entry, constants }) {
  const each = chunks.map(chunk => `${JSON.stringify(chunk.name)}:function(exports,require){${asFunction(chunk)}\n}`)
  const known = Object.entries(constants).filter(([name]) => each.some(code => code.includes(name)))
  return `${known.map(([name, code]) => `const ${name}=${code}`).join('\n')}
const chunks={${each.join(',\n')}}
const made={}
function load(name){
if(!Object.hasOwn(chunks,name))return require(name)
if(!Object.hasOwn(made,name))chunks[name](made[name]={},load)
return made[name]
}
Object.assign(exports,load(${JSON.stringify(entry)}))
`
}

/** The text of a chunk with its imports and exports as calls. A chunk never imports one that imports it. */
function asFunction({ name, text }) {
  const { program, module } = parseSync(name, text)
  const dynamic = module.dynamicImports.map(({ start, end, moduleRequest }) => {
    const asked = text.slice(moduleRequest.start, moduleRequest.end)
    return { start, end, code: `Promise.resolve().then(()=>require(${asked}))` }
  })
  const edits = [...program.body.flatMap(edited), ...dynamic].sort((a, b) => b.start - a.start)
  return edits.reduce((left, { start, end, code }) => left.slice(0, start) + code + left.slice(end), text)
}

function edited(node) {
  const { type, start, end, specifiers = [] } = node
  if (type === 'ImportDeclaration') return [{ start, end, code: importCode(node.source.value, specifiers) }]
  // Of such a library the names would be lost: a file of ours imports it, and is imported when it is wanted.
  if (type === 'ExportDefaultDeclaration') throw new Error('a CommonJS library is imported with `import()`')
  if (type !== 'ExportNamedDeclaration') return []
  const names = specifiers.map(({ local, exported }) => `${exported.name}:${local.name}`)
  // What is made later, by a call of esbuild's own, would be handed over before it is there.
  if (names.some(name => name.startsWith('init_'))) throw new Error('an ES module is required by one of CommonJS')
  return [{ start, end, code: `Object.assign(exports,{${names.join(',')}});` }]
}

/** A default import is all that a module of Node's exports. */
function importCode(module, specifiers) {
  const required = `require(${JSON.stringify(module)})`
  const named = specifiers.filter(each => each.type === 'ImportSpecifier')
  const whole = specifiers.filter(each => each.type !== 'ImportSpecifier').map(each => `${each.local.name}=${required}`)
  const names = named.map(({ imported, local }) => `${imported.name}:${local.name}`)
  const constants = [...whole, ...(names.length > 0 ? [`{${names.join(',')}}=${required}`] : [])]
  return constants.length > 0 ? `const ${constants.join(',')};` : `${required};`
}
