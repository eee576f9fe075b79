/** `verbale verify`: PDFs in; for each whether it rebuilds to the byte, and whether it is the registered file, out. */
import { dirname, resolve } from 'node:path'
import { type Standing, standingBy, standingIn } from '../../archive/standing.ts'
import type { Verdict } from '../../archive/verify.ts'
import { Rejected } from '../../diagnostic.ts'
import { load } from '../../load/load.ts'
import { numberedNotes } from '../../records/registered.ts'
import { validateRegister } from '../../records/validate.ts'
import { readFile } from '../disk/disk.ts'
import { fileNamed, isFile, pdfsOf } from '../disk/pdfs.ts'
import { Obstacle } from '../obstacle.ts'
import { COMMON, type Command, type Manner, mannerOf, type Option } from '../options.ts'
import { shortPath } from '../report/print.ts'
import { findingsOf } from '../report/report.ts'
import { faultText, report, tell } from '../report/tell.ts'
import type { Answer, ExitCode, Shell } from '../shell.ts'
import { typed } from '../words.ts'
import { askAll, JOBS, jobsOf, TIMEOUT, timeoutOf } from '../workers.ts'
import type { Task } from './judge.ts'
import { fileCopyOf } from './publish.ts'
import { codeOf, findings, type Judged, json, junit, lines, type Row } from './verdicts.ts'

const OPTIONS = {
  with: {
    type: 'string',
    requiresArg: true,
    describe: 'the file copy of an issue, where it does not stand beside it as NAME.file.pdf',
    offers: 'file'
  },
  register: {
    type: 'string',
    requiresArg: true,
    describe: 'the register that says which file was issued under which number',
    offers: 'file'
  },
  sha256: { type: 'string', requiresArg: true, describe: 'the digest that the file was registered with' },
  jobs: JOBS,
  timeout: TIMEOUT,
  ...COMMON
} as const satisfies Record<string, Option>

const ANSWERS = [
  'Two questions, each with an answer of its own:',
  '  rebuilds    whether the file comes out to the byte when it is made again from what it, or its',
  '              file copy, carries. Anyone with this program can make a file that does.',
  '  registered  whether it is the file that the register names. Asked with --register or --sha256.',
  '',
  'Signatures are told and not checked. A signer must leave the metadata alone: one that writes',
  'the XMP metadata anew, as pyHanko does unless it is told not to, alters the file.',
  '',
  'Exit codes:',
  '  0  every file rebuilds, and is registered where that was asked',
  '  1  some file does not, or is not',
  '  2  it cannot be told here: a file copy, font or version is missing; or the command line',
  '  3  a fault of verbale itself'
].join('\n')

export const verifyCommand: Command = {
  words: ['verify'],
  about: 'does a PDF rebuild, and is it the registered file?',
  takes: { what: 'files', offers: 'file', many: true },
  options: OPTIONS,
  add: (yargs, choose) =>
    yargs.command({
      command: 'verify <files..>',
      describe: verifyCommand.about,
      builder: each =>
        each
          .positional('files', {
            type: 'string',
            array: true,
            demandOption: true,
            describe: 'PDFs, or folders of them'
          })
          .options(OPTIONS)
          .example('$0 verify note.pdf', 'an issue, with note.file.pdf beside it')
          .example('$0 verify note.pdf --with copies/note.file.pdf', 'with its file copy elsewhere')
          .example('$0 verify archive/ --register register.yaml', 'every PDF in a folder')
          .example('$0 verify archive/ --report json=verdicts.json', 'the answers for a machine')
          .epilogue(ANSWERS),
      handler: given => {
        const { with: companion, register, sha256 } = given
        const files = given.files.map(typed)
        const bounds = { jobs: jobsOf(given.jobs), timeout: timeoutOf(given.timeout) }
        const manner = mannerOf(given)
        choose(shell => verifyFiles({ files, companion, register, sha256, bounds }, manner, shell))
      }
    })
}

interface Bounds {
  readonly jobs: number
  /** Seconds for one file. */
  readonly timeout: number
}

interface Asked {
  readonly files: readonly string[]
  readonly companion: string | undefined
  readonly register: string | undefined
  readonly sha256: string | undefined
  readonly bounds: Bounds
}

async function verifyFiles(asked: Asked, manner: Manner, shell: Shell): Promise<ExitCode> {
  const { companion, bounds } = asked
  const found = asked.files.flatMap(each => pdfsOf(each, shell.cwd))
  if (companion !== undefined && found.length > 1) throw new Obstacle('--with goes with one file')
  const standing = standings(asked, shell)
  if (typeof standing !== 'function') return tell([standing], manner, shell)
  const readable = found.filter(({ why }) => why === null)
  const tasks = readable.map(({ path }) => ({ path, copy: copyOf(path, companion, shell) }))
  const progress = tasks.length > 1 && shell.err.terminal && !manner.quiet
  const judged = await judgeAll(tasks, bounds, shell, done => {
    if (progress) shell.err.write(`\r\u001B[K[${done}/${tasks.length}]`)
  })
  if (progress) shell.err.write('\r\u001B[K')
  const rows = found.map(({ path, why }) => {
    if (why !== null) return rowOf({ path, copy: null }, { type: 'unreadable', why }, standing, shell)
    const index = readable.findIndex(each => each.path === path)
    return rowOf({ path, copy: tasks[index]?.copy ?? null }, judged[index], standing, shell)
  })
  return answer(rows, manner, shell)
}

/** Judges every file; `told` is called with how many are done as each is, in no certain order. */
async function judgeAll(
  tasks: readonly Task[],
  { jobs, timeout }: Bounds,
  shell: Shell,
  told: (done: number) => void
): Promise<readonly Judged[]> {
  const count = Math.min(jobs, tasks.length)
  const workers = await Promise.all(Array.from({ length: count }, () => shell.startWorker(timeout)))
  let done = 0
  try {
    const answers = await askAll<Verdict>(workers, 'judge', tasks, () => told(++done))
    return answers.map(judgedBy)
  } finally {
    await Promise.all(workers.map(each => each.close()))
  }
}

function judgedBy(answer: Answer<Verdict>): Judged {
  if (answer.type === 'done') return { type: 'judged', verdict: answer.value }
  if (answer.type === 'obstacle') return { type: 'unreadable', why: answer.message }
  if (answer.type === 'rejected') throw new Error('a verdict is never refused')
  return answer
}

/** The copy that the user named, or the one that stands beside a file. One that cannot be read gets a line of its own in its folder. */
function copyOf(path: string, companion: string | undefined, { cwd }: Shell): string | null {
  if (companion !== undefined) return fileNamed(companion, cwd)
  const beside = fileCopyOf(path)
  return beside !== path && isFile(beside) ? beside : null
}

/** How to tell where a file stands; or what is wrong with the register. */
function standings({ register, sha256 }: Asked, shell: Shell) {
  if (register !== undefined && sha256 !== undefined) throw new Obstacle('--register and --sha256 go not together')
  if (sha256 !== undefined) {
    const digest = sha256.toLowerCase()
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new Obstacle('--sha256 takes 64 hexadecimal digits')
    return (verdict: Verdict): Standing => standingBy(digest, verdict)
  }
  if (register === undefined) return (): Standing => ({ type: 'not-asked' })
  const { value, found } = readRegister(register, readFile(fileNamed(register, shell.cwd)))
  if (value === null)
    return { code: 1, findings: findingsOf(found, register, name => name), said: null, bug: null } as const
  return (verdict: Verdict): Standing => standingIn(value, numberedNotes(value), verdict)
}

function readRegister(name: string, bytes: Uint8Array) {
  try {
    const { value, findings: found } = validateRegister(load({ name, text: new TextDecoder('utf-8').decode(bytes) }))
    return { value, found }
  } catch (thrown) {
    if (!(thrown instanceof Rejected)) throw thrown
    return { value: null, found: thrown.diagnostics }
  }
}

interface Place {
  readonly path: string
  readonly copy: string | null
}

function rowOf(
  { path, copy }: Place,
  judged: Judged | undefined,
  standing: (verdict: Verdict) => Standing,
  shell: Shell
): Row {
  if (!judged) throw new Error(`${path} was not judged`)
  const shown = shortPath(shell.cwd, path)
  const carriesItself = judged.type === 'judged' && judged.verdict.carries
  return {
    file: shown,
    copy: copy === null || carriesItself ? null : nearby(path, copy, shell),
    judged,
    standing: judged.type === 'judged' ? standing(judged.verdict) : { type: 'not-asked' }
  }
}

function nearby(path: string, copy: string, { cwd }: Shell): string {
  return dirname(path) === dirname(copy) ? copy.slice(dirname(copy).length + 1) : shortPath(cwd, copy)
}

/** The answers on standard output, or in the reports that were asked for. */
function answer(rows: readonly Row[], manner: Manner, shell: Shell): ExitCode {
  const used = rows.map(({ file }) => resolve(shell.cwd, file))
  const codes = manner.reports.flatMap(target => {
    const { format, file } = target
    if (format === 'json' || format === 'junit')
      return report({ ...target, file: file ?? '-' }, () => (format === 'json' ? json : junit)(rows), {
        manner,
        shell,
        used
      })
    if (format === 'pretty')
      return report({ ...target, file: file ?? '-' }, () => lines(rows, manner.quiet), { manner, shell, used })
    return report(target, write => write(findings(rows)), { manner, shell, used })
  })
  for (const { judged } of rows) if (judged.type === 'fault') shell.err.write(faultText(judged.stack, shell))
  return ([3, 1, 2] as const).find(code => [...codes, ...rows.map(codeOf)].includes(code)) ?? 0
}
