/** The words of a command line in; the same as yargs can read them, which takes some of them for what they are not, out. */
import type { Options } from 'yargs'
import { Obstacle } from './obstacle.ts'

/**
 * Stands for `-` while yargs parses, which drops a bare hyphen. No argument can hold a NUL, so nothing else is mistaken
 * for it.
 */
const HYPHEN = '\0'

/** Options by their names, with what is known of their values. */
export type OptionTable = Readonly<Record<string, Options & Bare>>

interface Bare {
  readonly bare?: string
  readonly offers?: readonly string[] | string
}

/** A word as the user typed it, `-` included. */
export function typed(word: string): string {
  return word === HYPHEN ? '-' : word
}

/**
 * Prepares the words of a command line. Throws `Obstacle` for what yargs would take without a word: an empty name, a value
 * for an option that has none, an option given twice.
 */
export function prepareWords(words: readonly string[], options: OptionTable): string[] {
  const end = words.includes('--') ? words.indexOf('--') : words.length
  const before = completed(unfolded(words.slice(0, end), options), options)
  const after = words.slice(end + 1)
  refuseRepeated(before, options)
  refuseEmpty([...before, ...after])
  // yargs knows what comes after `--` to be no option, but does not give it to a command.
  return [...before.flatMap((word, index) => readable(word, before[index - 1], options)), ...after.map(guarded)]
}

/** Words with the value of a short option parted from it: `-oFILE`, as other programs take it. */
function unfolded(words: readonly string[], options: OptionTable): string[] {
  return words.flatMap(word => {
    const [, letter = '', value = ''] = /^-([a-z])=?(.+)$/s.exec(word) ?? []
    const option = Object.entries(options).find(([, each]) => each.alias === letter)
    return option?.[1].type === 'string' ? [`--${option[0]}=${value}`] : [word]
  })
}

/** Options that stand alone with the value that this means. */
function completed(words: readonly string[], options: OptionTable): string[] {
  return words.map((word, index) => {
    const { bare, offers = [] } = options[word.replace(/^--/, '')] ?? {}
    if (bare === undefined || !word.startsWith('--') || typeof offers === 'string') return word
    const [next = ''] = words[index + 1]?.split('=') ?? []
    return offers.includes(next) ? word : `${word}=${bare}`
  })
}

function refuseEmpty(words: readonly string[]): void {
  for (const [index, word] of words.entries()) {
    const [option = '', value] = parted(word)
    const before = words[index - 1] ?? ''
    if (isOption(word) && value === '') throw new Obstacle(`${option} needs a value`)
    if (word !== '') continue
    throw new Obstacle(isOption(before) && !before.includes('=') ? `${before} needs a value` : 'the name is empty')
  }
}

function refuseRepeated(words: readonly string[], options: OptionTable): void {
  const seen = new Set<string>()
  for (const word of words.filter(isOption)) {
    const [name, value] = parted(word)
    const known = Object.entries(options).find(([key, each]) => name === `--${key}` || name === `-${each.alias}`)
    if (known === undefined) continue
    const [key, option] = known
    if (option.type === 'boolean' && value !== null) throw new Obstacle(`--${key} takes no value`)
    if (seen.has(key) && option.array !== true) throw new Obstacle(`--${key} is given more than once`)
    seen.add(key)
  }
}

function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-'
}

/** An option's name, dashes and all, and the value in the same word, if there is one. */
function parted(word: string): readonly [string, string | null] {
  const at = word.indexOf('=')
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)]
}

/** A bare hyphen under another name; and a note called `true`, which yargs would give to the option before it. */
function readable(word: string, before: string | undefined, options: OptionTable): string[] {
  if (word === '-') return [HYPHEN]
  const isFlag = before !== undefined && options[before.slice(2)]?.type === 'boolean'
  return [isFlag && /^(?:true|false)$/.test(word) ? `./${word}` : word]
}

function guarded(word: string): string {
  return word === '-' ? HYPHEN : word.startsWith('-') ? `./${word}` : word
}
