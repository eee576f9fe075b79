/**
 * A line for the shell in; what it printed, and its exit code, out. `verbale` in that line is answered here, in the process
 * of the test, by the code in `src/`; it is a process of its own only where another program starts it by its name.
 *
 * A line of nothing but `verbale` and `cd` needs no shell. Else the shell knows `verbale` as a function: it says in which process and folder it stands and with which words, and waits for
 * the exit code. What the command prints goes to where the streams of that process lead (Linux: `/proc`), whether to a pipe,
 * a file or nowhere. Its standard input cannot be read this way.
 */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve as resolvePath } from 'node:path'
import { Duplex } from 'node:stream'
import { runWords } from '../src/cli/command-line.ts'
import { automation, colourRefused } from '../src/cli/environment.ts'
import { systemCode } from '../src/cli/obstacle.ts'
import type { Answer, ExitCode, Shell, Stream, Worker } from '../src/cli/shell.ts'
import { tasksIn } from '../src/cli/tasks.ts'
import { home } from './fixtures.ts'

/** What of its surroundings a command asks for. */
const VARIABLES = ['CI', 'GITHUB_STEP_SUMMARY', 'NO_COLOR', 'TERM'] as const
/** Its own streams stand in places that no step of the function turns elsewhere for a moment. */
const FUNCTION = `verbale() {
  read -r pid rest < /proc/self/stat
  printf '%s\\0' $# "$pid" "$PWD" ${VARIABLES.map(name => `"$${name}"`).join(' ')} "$@" >&3
  read -r code <&3
  return "$code"
} 4>&1 5>&2
`

export interface Line {
  readonly command: string
  readonly input: string
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
}

export interface Printed {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

/** Runs a line; `isHere` says whether `verbale` is answered here, or else is a program on the path. */
export async function runLine(line: Line, isHere: boolean): Promise<Printed> {
  const commands = isHere && line.input === '' ? plainCommands(line) : null
  return commands ? runPlain(commands, line) : runInShell(line, isHere)
}

/** A command without anything that only a shell reads, and whether it runs only where the one before it did well. */
interface PlainCommand {
  readonly words: readonly string[]
  readonly ifWell: boolean
}

/** The commands of a line of nothing but `verbale` and `cd` into folders that are there; null where it is another one. */
function plainCommands({ command, folder }: Line): PlainCommand[] | null {
  const parts = command.split(/(; | && )/)
  const commands = parts.flatMap((part, index) =>
    index % 2 === 0 ? [{ words: part.split(' '), ifWell: parts[index - 1] === ' && ' }] : []
  )
  let at = folder
  const isPlain = ({ words }: PlainCommand): boolean => {
    if (!words.every(word => /^[\w./:=@,+-]+$/.test(word))) return false
    if (words[0] !== 'cd' || words.length !== 2) return words[0] === 'verbale'
    at = resolvePath(at, words[1] ?? '')
    return existsSync(at)
  }
  return commands.every(isPlain) ? commands : null
}

async function runPlain(commands: readonly PlainCommand[], { folder, env }: Line): Promise<Printed> {
  const said: Record<'out' | 'err', Uint8Array[]> = { out: [], err: [] }
  const collecting = (name: 'out' | 'err'): Stream => ({
    terminal: false,
    write: data => void said[name].push(typeof data === 'string' ? Buffer.from(data) : data.slice())
  })
  const streams = { out: collecting('out'), err: collecting('err') }
  let [cwd, code]: [string, ExitCode] = [folder, 0]
  for (const { words, ifWell } of commands) {
    if (ifWell && code !== 0) continue
    const [name = '', ...rest] = words
    if (name === 'cd') [cwd, code] = [resolvePath(cwd, rest[0] ?? ''), 0]
    else code = await runWords(rest, shellOf({ cwd, env, ...streams }), () => 100)
  }
  const [out = '', err = ''] = [said.out, said.err].map(parts => Buffer.concat(parts).toString('utf8'))
  return { out, err, code }
}

async function runInShell({ command, input, folder, env }: Line, isHere: boolean): Promise<Printed> {
  const at = mkdtempSync(join(tmpdir(), 'verbale-said-'))
  const files = [join(at, 'out'), join(at, 'err')]
  const streams = files.map(file => openSync(file, 'a'))
  try {
    const text = isHere ? FUNCTION + command : command
    const child = spawn('sh', ['-c', text], {
      cwd: folder,
      env,
      stdio: ['pipe', ...streams, isHere ? 'pipe' : 'ignore']
    })
    const requests = child.stdio[3]
    if (requests instanceof Duplex) serve(requests)
    child.stdin?.on('error', refuseUnlessClosed).end(input)
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
    const [out = '', err = ''] = files.map(file => readFileSync(file, 'utf8'))
    return { out, err, code }
  } finally {
    for (const stream of streams) closeSync(stream)
    rmSync(at, { recursive: true })
  }
}

/** A command need not read what it is given. */
function refuseUnlessClosed(thrown: Error): void {
  if (systemCode(thrown) !== 'EPIPE') throw thrown
}

/** Answers what the functions of a shell ask, one after the other. */
function serve(requests: Duplex): void {
  let received = Buffer.alloc(0)
  let last = Promise.resolve()
  requests.on('data', (part: Buffer) => {
    received = Buffer.concat([received, part])
    const parts = received.toString('utf8').split('\0')
    const [count = '', pid = '', cwd = '', ...others] = parts
    if (parts.length < 4 + VARIABLES.length + Number(count)) return
    received = Buffer.alloc(0)
    const values = others.slice(0, VARIABLES.length)
    const words = others.slice(VARIABLES.length, -1)
    last = last.then(async () => void requests.write(`${await answer(words, { pid, cwd, values })}\n`))
  })
}

interface Asking {
  readonly pid: string
  readonly cwd: string
  readonly values: readonly string[]
}

async function answer(words: readonly string[], { pid, cwd, values }: Asking): Promise<ExitCode> {
  const env = Object.fromEntries(VARIABLES.map((name, index) => [name, values[index]]))
  const [out, err] = [4, 5].map(number => streamTo(`/proc/${pid}/fd/${number}`))
  if (!out || !err) throw new Error('a process has two streams')
  return await runWords(words, shellOf({ cwd, env, out, err }), () => 100)
}

/** The shell of a command that is answered here. */
function shellOf({ env, ...given }: Pick<Shell, 'cwd' | 'out' | 'err'> & { readonly env: NodeJS.ProcessEnv }): Shell {
  const shell: Shell = {
    ...given,
    home,
    input: () => {
      throw new Error('a line that reads standard input has to begin with `$`')
    },
    plain: colourRefused(env),
    automation: automation(env),
    onInterrupt: () => {},
    startWorker: async () => workerHere(shell)
  }
  return shell
}

/** A stream of another process; a reader that has gone hears no more. */
function streamTo(path: string): Stream {
  return {
    terminal: false,
    write: data => {
      const file = openSync(path, 'a')
      try {
        writeAll(file, typeof data === 'string' ? Buffer.from(data) : data)
      } catch (thrown) {
        if (systemCode(thrown) !== 'EPIPE') throw thrown
      } finally {
        closeSync(file)
      }
    }
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

/** A worker without a thread: what goes to it and what comes back are copies, as between threads. */
function workerHere(shell: Shell): Worker {
  const tasks: Readonly<Record<string, (task: never) => unknown>> = tasksIn(shell)
  return {
    ask: async <T>(name: string, task: object): Promise<Answer<T>> => {
      // Both ends are our own code, as with a thread.
      return structuredClone(tasks[name]?.(structuredClone(task) as never)) as Answer<T>
    },
    close: async () => {}
  }
}
