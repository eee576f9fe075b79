/** Puts the chunks of a bundle, which are ES modules, into few CommonJS files: each runs when it is first asked for. */
import { parseSync } from 'oxc-parser'

/**
 * The files of all chunks, which know `constants`; the first holds `entry`, which runs, and another is read when a chunk of
 * it is first asked for. `parts` says in which file a chunk goes. Kept code cannot import: every import is a call.
 */
export function chunksInFiles(chunks, { entry, constants, parts }) {
  const [first, ...others] = new Set(parts.values())
  const textOf = part => {
    const each = chunks
      .filter(({ name }) => parts.get(name) === part)
      .map(chunk => `${JSON.stringify(chunk.name)}:function(exports,require){${asFunction(chunk)}\n}`)
    const known = Object.entries(constants).filter(([name]) => each.some(code => code.includes(name)))
    const said = known.map(([name, code]) => `const ${name}=${code}\n`).join('')
    return { said, own: `{${each.join(',\n')}}` }
  }
  const elsewhere = [...parts].filter(([, part]) => part !== first)
  const main = textOf(first)
  const files = others.map(part => {
    const { said, own } = textOf(part)
    return [part, `${said}Object.assign(exports,${own})\n`]
  })
  return new Map([
    ...files,
    [
      first,
      `${main.said}const chunks=${main.own}
const parts=${JSON.stringify(Object.fromEntries(elsewhere))}
const made={}
function load(name){
if(!Object.hasOwn(chunks,name)){
if(!Object.hasOwn(parts,name))return require(name)
Object.assign(chunks,require.part(parts[name]))
}
if(!Object.hasOwn(made,name))chunks[name](made[name]={},load)
return made[name]
}
Object.assign(exports,load(${JSON.stringify(entry)}))
`
    ]
  ])
}

/** The chunks that each of some chunks needs to be loaded, without what it imports only when that is wanted. */
export function neededBy(names, chunks) {
  const byName = new Map(chunks.map(each => [each.name, each]))
  const needed = new Set()
  const need = name => {
    const chunk = byName.get(name)
    if (!chunk || needed.has(name)) return
    needed.add(name)
    for (const { moduleRequest } of parseSync(name, chunk.text).module.staticImports) need(moduleRequest.value)
  }
  names.forEach(need)
  return needed
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
