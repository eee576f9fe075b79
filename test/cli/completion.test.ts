/** The scripts of `verbale completion`, sourced in the shells that they are for: what the tab key then offers. */
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../../src/cli/command-line.ts'
import { folderOf } from './folder.ts'
import { shellWith } from './quiet-shell.ts'

async function script(name: string): Promise<string> {
  let text = ''
  const stream = {
    terminal: false,
    write: (data: string | Uint8Array) => {
      text += data
    }
  }
  const asked = await readCommandLine(['completion', name], '1.2.3', () => 100)
  if (asked.type === 'run') await asked.run(shellWith({ out: stream }))
  return text
}

const scripts = { bash: await script('bash'), zsh: await script('zsh') }

/** What bash offers at the end of a line, as readline parts it into words. */
function offered(...words: readonly string[]): string[] {
  const list = words.map(word => `'${word}'`).join(' ')
  const ask = `COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _verbale; printf '%s\\n' "\${COMPREPLY[@]}"`
  const done = spawnSync('bash', ['--norc', '-euc', `${scripts.bash}\n${ask}`], { encoding: 'utf8' })
  expect(done.stderr).toBe('')
  return done.stdout.split('\n').filter(line => line !== '')
}

describe('bash', () => {
  test('commands, and options that stand before any', () => {
    expect(offered('verbale', '').slice(0, 3)).toEqual(['new', 'render', 'compile'])
    expect(offered('verbale', '').at(-1)).toBe('completion')
    expect(offered('verbale', 'ren')).toEqual(['render'])
    expect(offered('verbale', '--v')).toEqual(['--version'])
  })

  test('options of the command that stands on the line', () => {
    expect(offered('verbale', 'render', 'note.yaml', '--fo')).toEqual(['--format', '--form'])
    expect(offered('verbale', 'compile', '--w')).toEqual(['--watch'])
    expect(offered('verbale', 'schema', '--w')).toEqual([])
  })

  test('values of an option, in a word of their own or not', () => {
    expect(offered('verbale', 'render', '--format', 't')).toEqual(['txt', 'tree', 'tags'])
    expect(offered('verbale', 'render', '--format', '=')).toContain('pdf')
    expect(offered('verbale', 'render', '--format', '=', 'tx')).toEqual(['txt'])
    expect(offered('verbale', 'render', '--form', '')).toEqual(['draft', 'issue', 'courtesy-copy', 'file-copy'])
    expect(offered('verbale', 'schema', '--report', 'j')).toContain('json')
  })

  test('names that a command takes; for files nothing, so that bash itself completes them', () => {
    expect(offered('verbale', 'schema', '')).toEqual([
      'register',
      'note',
      'settings',
      'dossier',
      'manifest',
      'explanation',
      'fixture',
      'confirmations',
      'translations'
    ])
    expect(offered('verbale', 'completion', 'z')).toEqual(['zsh'])
    expect(offered('verbale', 'render', '')).toEqual([])
    expect(offered('verbale', 'render', '-o', '')).toEqual([])
    expect(offered('verbale', 'render', '--quiet', '')).toEqual([])
  })

  test('by the tab key', () => {
    const folder = folderOf({ rc: `${scripts.bash}PS1='$ '\n`, 'note one.yaml': '' })
    const keys = 'verbale sch\t no\t\x01echo [\x05]\nverbale render note\t\x01echo [\x05]\nexit\n'
    const typed = spawnSync('script', ['-qec', 'bash --rcfile rc -i', '/dev/null'], {
      cwd: folder,
      input: keys,
      encoding: 'utf8'
    })
    expect(typed.stdout).toContain('[verbale schema note ]')
    expect(typed.stdout).toContain('[verbale render note one.yaml ]')
  })
})

const hasZsh = spawnSync('zsh', ['--version']).status === 0

describe.skipIf(!hasZsh)('zsh, where it is installed', () => {
  test('reads the script', () => {
    const folder = folderOf({ _verbale: scripts.zsh })
    const ask = 'autoload -Uz compinit; compinit -u -d dump; source ./_verbale; print $_comps[verbale]'
    const done = spawnSync('zsh', ['-fc', ask], { cwd: folder, encoding: 'utf8' })
    expect(done).toMatchObject({ stdout: '_verbale\n', stderr: '' })
  })
})
