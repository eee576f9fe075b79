/** The process in: its arguments and streams; the command run and the exit code out. */
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { openWorkshop } from '../archive/rebuild.ts'
import type { Preparsed } from '../preparsed.ts'
import { readCommandLine } from './command-line.ts'
import { colourRefused, createWorld } from './disk.ts'
import { judge, type Task } from './judge.ts'
import { Obstacle, obstacleOf } from './obstacle.ts'
import { plainLine } from './report.ts'
import type { ExitCode, Shell, Stream } from './shell.ts'
import { codeOf, faultText } from './tell.ts'

/** Put in by the build, from `package.json`. */
declare const VERBALE_VERSION: string
/** Put in by the build, from the package's files: keys and what is kept for them. */
declare const VERBALE_PREPARSED: Record<keyof Preparsed, readonly (readonly [string, string])[]>

const shell: Shell = {
  cwd: process.cwd(),
  // The bundle stands in `dist/` of the package.
  home: {
    folder: join(__dirname, '..'),
    version: VERBALE_VERSION,
    preparsed: { trees: new Map(VERBALE_PREPARSED.trees), data: new Map(VERBALE_PREPARSED.data) }
  },
  out: streamOf(process.stdout),
  err: streamOf(process.stderr),
  plain: colourRefused(),
  onInterrupt: stop => process.once('SIGINT', stop)
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  return { terminal: stream.isTTY === true, write: data => void stream.write(data) }
}

async function main(words: readonly string[]): Promise<ExitCode> {
  try {
    const asked = readCommandLine(words, shell.home.version, Math.min(100, process.stdout.columns ?? 100))
    if (asked.type === 'run') return await asked.run(shell)
    shell.out.write(asked.text)
    return 0
  } catch (thrown) {
    shell.err.write(
      thrown instanceof Obstacle ? `${plainLine(thrown.message, thrown.hints)}\n` : faultText(thrown, shell)
    )
    return codeOf(thrown)
  }
}

/** A reader that has gone (`| head`) is no news to anybody; a full disk behind standard output is. */
process.stdout.on('error', thrown => {
  process.exitCode = 2
  const reason = obstacleOf(thrown, 'cannot write standard output')
  if ('code' in thrown && thrown.code === 'EPIPE') return
  shell.err.write(reason instanceof Obstacle ? `${plainLine(reason.message, [])}\n` : faultText(thrown, shell))
})
process.stderr.on('error', () => {
  process.exitCode = 2
})

/** What a worker thread of `verify` is asked for. */
async function serve(): Promise<void> {
  const { worker } = await import('workerpool')
  const workshop = openWorkshop(createWorld(shell.home.folder, shell.home), shell.home.preparsed)
  worker({ judge: (task: Task) => judge(task, workshop) })
}

if (!isMainThread) serve()
else
  main(process.argv.slice(2)).then(code => {
    if (code > Number(process.exitCode ?? 0)) process.exitCode = code
    // Left to itself V8 would first collect its garbage and end what it began in the background: a tenth of a run.
    if (isWritten(process.stdout) && isWritten(process.stderr)) process.exit()
  })

/** Whether a stream has nothing more to write, and no error that it is still to tell. */
function isWritten(stream: NodeJS.WriteStream): boolean {
  return stream.writableLength === 0 && stream.errored === null
}
