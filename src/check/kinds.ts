/** The name of a file and its text in; what kind of file of a workspace it is, by its place or its keys, out. */
import { keysOf } from '../record/keys.ts'

export type Kind = 'template' | 'profile' | 'formulas' | 'law' | 'settings' | 'fixture' | 'note' | 'register'

/** Kinds that a name alone tells. */
const BY_NAME: readonly (readonly [RegExp, Kind])[] = [
  [/^templates\/.*\.hbs$/, 'template'],
  [/^templates\/profiles\/[^/]+\.yaml$/, 'profile'],
  [/^templates\/formulas\/[^/]+\.yaml$/, 'formulas'],
  [/^templates\/law\.yaml$/, 'law'],
  [/^verbale\.yaml$/, 'settings'],
  [/(^|\/)fixture\.yaml$/, 'fixture'],
  [/(^|\/)note\.ya?ml$/, 'note'],
  [/(^|\/)register\.ya?ml$/, 'register']
]

const [noteKeys, registerKeys] = (['note', 'register'] as const).map(kind => new Set(keysOf(kind)))

/** The kind of a file; null for one that is none of ours. `read` is asked only where the name does not tell. */
export function kindOf(name: string, read: () => string | null): Kind | null {
  const known = BY_NAME.find(([pattern]) => pattern.test(name))
  if (known) return known[1]
  if (!/\.(ya?ml|json)$/.test(name) || name.startsWith('templates/')) return null
  const text = read()
  return text === null || isSchema(text) ? null : (nameInJson(name) ?? kindByKeys(keysIn(text)))
}

/** `note.json` is a note, unless it is the schema of notes, which `verbale new` puts beside them for editors. */
function nameInJson(name: string): Kind | null {
  const [, kind] = /(?:^|\/)(note|register)\.json$/.exec(name) ?? []
  return kind === 'note' || kind === 'register' ? kind : null
}

function isSchema(text: string): boolean {
  return /^\s*\{\s*"\$schema"\s*:/.test(text)
}

/**
 * A file that lacks one key or has one too many is still a note: three of its keys are no accident, nor two of a
 * register's, which has only five of its own.
 */
function kindByKeys(keys: readonly string[]): Kind | null {
  const [note, register] = [noteKeys, registerKeys].map(known => keys.filter(key => known?.has(key)).length)
  if ((note ?? 0) >= 3) return 'note'
  return (register ?? 0) >= 2 ? 'register' : null
}

/** The keys of a text's first level, also where the text is broken: JSON is asked whole, YAML by its line starts. */
function keysIn(text: string): string[] {
  if (/^\s*\{/.test(text)) return keysOfJson(text)
  return [...text.matchAll(/^["']?([a-z][a-z-]*)["']?[ \t]*:/gm)].flatMap(([, key]) => (key ? [key] : []))
}

function keysOfJson(text: string): string[] {
  try {
    return Object.keys(JSON.parse(text))
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    return [...text.matchAll(/"([a-z][a-z-]*)"\s*:/g)].flatMap(([, key]) => (key ? [key] : []))
  }
}
