/** `verbale verify`: PDFs in; for each whether it rebuilds to the byte, and whether it is the registered file, out. */
import { basename, dirname, resolve } from 'node:path'
import { type Standing, standingBy } from '../../archive/standing.ts'
import type { Verdict } from '../../archive/verify.ts'
import { attempt, Rejected } from '../../diagnostic.ts'
import type { VERIFY } from '../definitions.ts'
import { standingsIn } from '../disk/register.ts'
import { fileNamed, isFile, pdfsOf } from '../disk/targets.ts'
import { Obstacle } from '../obstacle.ts'
import { type CommonOptions, commonOptionsOf, type GivenOptions } from '../options.ts'
import { failed } from '../report/finding.ts'
import { shortPath } from '../report/print.ts'
import type { Writer } from '../report/report.ts'
import { faultText, progressLine, tell, tellUnwritten, write } from '../report/tell.ts'
import type { Answer, ExitCode, Shell, Worker } from '../shell.ts'
import type { Task } from '../tasks.ts'
import { jobsOf, timeoutOf } from '../workers.ts'
import { fileCopyOf } from './publish.ts'
import { codeOf, findings, type JudgedFile, json, lines, type VerdictRow } from './verdicts.ts'

export async function run(given: GivenOptions<typeof VERIFY>, shell: Shell): Promise<ExitCode> {
  // the timeout is in seconds for one file
  const bounds = { jobs: jobsOf(given.jobs), timeout: timeoutOf(given.timeout) }
  const common = await commonOptionsOf(given)
  const companion = given.with
  const found = given.files.flatMap(each => pdfsOf(each, shell.cwd))
  if (companion !== undefined && found.length > 1) throw new Obstacle('--with is for one file only')
  const { value: standing, findings: wrong } = attempt(() => standings(given, shell))
  if (standing === null) return tell([failed(new Rejected(wrong), given.register ?? '')], common, shell)
  const readable = found.filter(({ why }) => why === null)
  const tasks = readable.map(({ path }): Task => ({ path, copy: copyOf(path, companion, shell) }))
  const progress = progressLine(shell, common, tasks.length > 1)
  const judged = await judgeAll(tasks, bounds, shell, done => progress(`[${done}/${tasks.length}]`))
  progress('')
  const rows = found.map(({ path, why }) => {
    if (why !== null) return rowOf({ path, copy: null }, { type: 'unreadable', why }, standing, shell)
    const index = tasks.findIndex(each => each.path === path)
    return rowOf({ path, copy: tasks[index]?.copy ?? null }, judged[index], standing, shell)
  })
  return answer(rows, common, shell)
}

/** Judges every file; `told` is called with how many are done as each is, in no certain order. */
async function judgeAll(
  tasks: readonly Task[],
  { jobs, timeout }: { readonly jobs: number; readonly timeout: number },
  shell: Shell,
  told: (done: number) => void
): Promise<readonly JudgedFile[]> {
  const count = Math.min(jobs, tasks.length)
  const workers = await Promise.all(Array.from({ length: count }, () => shell.startWorker(timeout)))
  const judged: JudgedFile[] = []
  const left = [...tasks.entries()]
  let done = 0
  const work = async (worker: Worker): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      judged[next[0]] = judgedBy(await worker.ask<Verdict>('judge', next[1]))
      told(++done)
    }
  }
  try {
    await Promise.all(workers.map(work))
    return judged
  } finally {
    await Promise.all(workers.map(each => each.close()))
  }
}

function judgedBy(answer: Answer<Verdict>): JudgedFile {
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

/** How to tell where a file stands. Throws `Rejected` where the register is wrong. */
function standings({ register, sha256 }: GivenOptions<typeof VERIFY>, shell: Shell): (verdict: Verdict) => Standing {
  if (register !== undefined && sha256 !== undefined) throw new Obstacle('--register and --sha256 cannot both be given')
  if (register !== undefined) return standingsIn(register, shell)
  if (sha256 === undefined) return () => ({ type: 'not-asked' })
  const digest = sha256.toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new Obstacle('--sha256 takes 64 hexadecimal digits')
  return verdict => standingBy(digest, verdict)
}

function rowOf(
  { path, copy }: Task,
  judged: JudgedFile | undefined,
  standing: (verdict: Verdict) => Standing,
  shell: Shell
): VerdictRow {
  if (!judged) throw new Error(`${path} was not judged`)
  const shown = shortPath(shell.cwd, path)
  const carriesItself = judged.type === 'judged' && judged.verdict.carries
  return {
    file: shown,
    copy:
      copy === null || carriesItself
        ? null
        : dirname(path) === dirname(copy)
          ? basename(copy)
          : shortPath(shell.cwd, copy),
    judged,
    standing: judged.type === 'judged' ? standing(judged.verdict) : { type: 'not-asked' }
  }
}

function answer(rows: readonly VerdictRow[], common: CommonOptions, shell: Shell): ExitCode {
  const used = rows.map(({ file }) => resolve(shell.cwd, file))
  const desk = { common, shell, used, checked: rows.map(({ file }) => file) }
  const own: Partial<Record<string, Writer>> = { json: () => json(rows), pretty: () => lines(rows, common.quiet) }
  const unwritten = common.reports.flatMap(target => {
    const writer = own[target.format]
    const file = target.file ?? (writer || target.format === 'junit' ? '-' : null)
    return write({ ...target, file, write: writer ?? target.write }, findings(rows), desk)
  })
  const codes = tellUnwritten(unwritten, shell)
  for (const { judged } of rows) if (judged.type === 'fault') shell.err.write(faultText(judged.stack, shell))
  return ([3, 1, 2] as const).find(code => [...codes, ...rows.map(codeOf)].includes(code)) ?? 0
}
