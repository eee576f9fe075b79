/** The process in: its arguments and streams; the command run and the exit code out. */
import { join } from 'node:path'
import { preparsedPart } from '../preparsed.ts'
import { runWords } from './command-line.ts'
import { readStandardInput } from './disk/disk.ts'
import { preparsedAt } from './disk/preparsed.ts'
import { automation, colourRefused } from './environment.ts'
import { Obstacle, obstacleOf } from './obstacle.ts'
import { plainLine } from './report/report.ts'
import { faultText } from './report/tell.ts'
import type { Shell, Stream } from './shell.ts'

/** Put in by the build, from `package.json`. */
declare const VERBALE_VERSION: string

/** Opened when they are first used, which takes 1 in 50 of the time of a note that says nothing. */
const out = opening(() => {
  // A reader that has gone (`| head`) is no news to anybody; a full disk behind standard output is.
  process.stdout.on('error', thrown => {
    process.exitCode = 2
    const reason = obstacleOf(thrown, 'cannot write standard output')
    if ('code' in thrown && thrown.code === 'EPIPE') return
    shell.err.write(reason instanceof Obstacle ? `${plainLine(reason.message, [])}\n` : faultText(thrown, shell))
  })
  return process.stdout
})
const err = opening(() => {
  process.stderr.on('error', () => {
    process.exitCode = 2
  })
  return process.stderr
})

const shell: Shell = {
  cwd: process.cwd(),
  // The bundle stands in `dist/` of the package.
  home: {
    folder: join(__dirname, '..'),
    version: VERBALE_VERSION,
    preparsed: name => preparsedAt(join(__dirname, `preparsed.${preparsedPart(name)}.json`))
  },
  input: readStandardInput,
  out: out.stream,
  err: err.stream,
  plain: colourRefused(process.env),
  automation: automation(process.env),
  onInterrupt: stop => process.once('SIGINT', stop),
  startWorker: async timeout => (await import('./workers.ts')).startWorker(shell.home, timeout)
}

/** A stream that is opened at its first use, and whether nothing is left to write to it and no error to be told. */
function opening(open: () => NodeJS.WriteStream): { readonly stream: Stream; readonly isWritten: () => boolean } {
  let opened: NodeJS.WriteStream | null = null
  const known = (): NodeJS.WriteStream => {
    opened ??= open()
    return opened
  }
  const stream = {
    get terminal() {
      return known().isTTY === true
    },
    write: (data: string | Uint8Array) => void known().write(data)
  }
  return { stream, isWritten: () => opened === null || (opened.writableLength === 0 && opened.errored === null) }
}

/** A worker is started without words, so that a command need not load what knows of threads. */
async function isWorker(words: readonly string[]): Promise<boolean> {
  return words.length === 0 && !(await import('node:worker_threads')).isMainThread
}

async function start(words: readonly string[]): Promise<void> {
  if (await isWorker(words)) return (await import('./tasks.ts')).serve(shell)
  const code = await runWords(words, shell, () => Math.min(100, process.stdout.columns ?? 100))
  if (code > Number(process.exitCode ?? 0)) process.exitCode = code
  // Left to itself V8 would first collect its garbage and end what it began in the background: a tenth of a run.
  if (out.isWritten() && err.isWritten()) process.exit()
}

start(process.argv.slice(2))
