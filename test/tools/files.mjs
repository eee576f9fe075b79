/** Prints the opening line of each file of `src/` (`npm run files`). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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

console.log(fileLines().join('\n'))
