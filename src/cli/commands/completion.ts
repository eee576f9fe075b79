/** `verbale completion`: the table of commands in; a script that completes them in a shell out. */
import { CODES } from '../../check/codes.ts'
import type { COMPLETION } from '../definitions.ts'
import type { CommandOption, Definition, GivenOptions, Offer } from '../options.ts'
import { HELP } from '../read-words.ts'
import { shellWord } from '../report/print.ts'
import type { ExitCode, Shell } from '../shell.ts'
import bashScript from './completion.bash?raw'
import zshScript from './completion.zsh?raw'

/** Every shell, and how its script is made. */
const SHELLS = { bash, zsh } as const

export function run(given: GivenOptions<typeof COMPLETION>, shell: Shell, commands: readonly Definition[]): ExitCode {
  shell.out.write(SHELLS[given.shell](commands))
  return 0
}

type Offered = Exclude<Offer, 'code'>

function optionsOf({ options }: Definition): [string, CommandOption][] {
  return Object.entries({ ...options, ...HELP })
}

/** What a command takes besides options. */
function taken({ takes }: Definition): { readonly what: string; readonly option: CommandOption } {
  const [[what, option] = ['', {}]] = Object.entries(takes)
  return { what, option }
}

/** The words of an option: `-o` and `--output`. */
function wordsOf(name: string, { alias }: CommandOption): string[] {
  return [...(typeof alias === 'string' ? [`-${alias}`] : []), `--${name}`]
}

function offerOf({ offers, choices }: CommandOption): Offered {
  if (offers === 'code') return [...CODES.keys()]
  return offers ?? (Array.isArray(choices) ? choices.map(String) : 'file')
}

/**
 * For bash 3.2 and later, which macOS has. An empty answer leaves the word to bash, which offers the names of files;
 * `--format=t` are three words to it.
 */
function bash(commands: readonly Definition[]): string {
  const all = commands.flatMap(each => each.words)
  const values = commands.flatMap(command =>
    optionsOf(command)
      .filter(([, option]) => option.type !== 'boolean')
      .map(([name, option]) => {
        const patterns = command.words.flatMap(word => wordsOf(name, option).map(each => `${word}:${each}`))
        return `    ${patterns.join('|')}) ${bashOffer(offerOf(option))} ;;`
      })
  )
  const rest = commands.flatMap(command => [
    `    ${command.words.map(word => `${word}:-*`).join('|')}) words='${optionsOf(command)
      .map(([name]) => `--${name}`)
      .join(' ')}' ;;`,
    `    ${command.words.map(word => `${word}:*`).join('|')}) ${bashOffer(offerOf(taken(command).option))} ;;`
  ])
  return filled(bashScript, {
    PATTERN: all.join('|'),
    VALUES: values.join('\n'),
    COMMANDS: all.join(' '),
    REST: rest.join('\n')
  })
}

function filled(script: string, slots: Readonly<Record<string, string>>): string {
  return script.replace(/@([A-Z]+)@/g, (slot, name) => slots[name] ?? slot)
}

function bashOffer(offer: Offered): string {
  return typeof offer === 'string' ? 'files=1' : `words='${offer.join(' ')}'`
}

/** For zsh, whose own functions know how to read a line and show what each word means. */
function zsh(commands: readonly Definition[]): string {
  const described = commands.map(({ words, about }) => shellWord(`${words[0]}:${about}`)).join(' ')
  const cases = commands.map(command => {
    const specs = optionsOf(command).flatMap(([name, option]) => zshOption(name, option))
    const { what, option } = taken(command)
    const names = shellWord(`${option.array ? '*' : '1'}:${what}:${zshOffer(offerOf(option))}`)
    return `    ${command.words.join('|')}) _arguments -S ${[...specs, names].join(' ')} ;;`
  })
  return filled(zshScript, { DESCRIBED: described, CASES: cases.join('\n') })
}

function zshOption(name: string, option: CommandOption): string[] {
  const words = wordsOf(name, option)
  const about = `[${(option.describe ?? '').replace(/[[\]\\]/g, '\\$&')}]`
  const value = option.type === 'boolean' ? '' : `:${name}:${zshOffer(offerOf(option))}`
  const others = option.array === true ? '*' : `(${words.join(' ')})`
  return words.map(word => {
    const sign = value === '' ? '' : word.startsWith('--') ? '=' : '+'
    return shellWord(`${others}${word}${sign}${about}${value}`)
  })
}

function zshOffer(offer: Offered): string {
  if (offer === 'note') return '_files -g "*.(yaml|yml|json)(-.)"'
  if (offer === 'folder') return '_files -/'
  return offer === 'file' ? '_files' : `(${offer.join(' ')})`
}
