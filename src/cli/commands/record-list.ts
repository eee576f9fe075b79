/** A register in; the list of what it holds, as CSV or JSON, and what is wrong with its numbers out. */
import { resolve } from 'node:path'
import { csvOf, rowsOf } from '../../archive/journal/outgoing.ts'
import { seriesFindings } from '../../archive/journal/series.ts'
import { attempt } from '../../diagnostic.ts'
import { load } from '../../load/load.ts'
import { validateRegister } from '../../records/validate.ts'
import { LISTINGS } from '../definitions.ts'
import { writeWhole } from '../disk/atomic.ts'
import { realPath } from '../disk/disk.ts'
import { findRegister, type RegisterFile } from '../disk/register.ts'
import { Obstacle } from '../obstacle.ts'
import { type CommonOptions, type OutputTarget, targetIn } from '../options.ts'
import { done, findingsOf } from '../report/finding.ts'
import { count, shortPath } from '../report/print.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'

/** Parts what is asked of `--report` into lists of the register, where that is to be listed, and reports of findings. */
export function listed(given: readonly string[], isList: boolean) {
  const formatOf = (each: string): string => each.split('=')[0] ?? ''
  if (!isList) {
    if (!given.some(each => formatOf(each) === 'csv')) return { lists: [], reports: given }
    throw new Obstacle('`--report csv` lists the register and takes no PDF')
  }
  const lists = given.filter(each => LISTINGS.includes(formatOf(each)))
  const targets = lists.map(each => targetIn('report', each))
  return {
    lists: targets.map(each => (each.file === '-' ? { ...each, file: null } : each)),
    reports: given.filter(each => !lists.includes(each))
  }
}

/** Lists what a register holds, whatever is wrong with its numbers; not where its shape is wrong. */
export function listRegister(
  named: string | undefined,
  lists: readonly OutputTarget<string>[],
  manner: CommonOptions,
  shell: Shell
): ExitCode {
  const places = lists.map(each => each.file)
  if (new Set(places).size < places.length) throw new Obstacle('two lists cannot go to the same place')
  const file = findRegister(named, [shell.cwd], shell)
  if (file === null) throw new Obstacle('no register was found', ['name it: --register FILE'])
  const { texts, rows, findings } = listOf(file)
  const made = lists.flatMap(({ format, file: target }) => {
    const text = texts?.[format]
    if (text === undefined) return []
    if (target === null) {
      shell.out.write(text)
      return []
    }
    return [writeList(target, text, file, shell)]
  })
  const said = made.length === 0 ? null : `wrote ${made.join(' and ')} (${count(rows, 'row')})`
  const code = findings.some(each => each.severity === 'error') ? 1 : 0
  const told = findingsOf(findings, file.shown)
  return tell([{ ...done(said, told), code }], manner, shell, { used: [realPath(file.path) ?? file.path] })
}

function writeList(target: string, text: string, register: RegisterFile, shell: Shell): string {
  const path = resolve(shell.cwd, target)
  if (realPath(path) === realPath(register.path)) throw new Obstacle(`the list would overwrite ${target}`)
  writeWhole(path, text)
  return shortPath(shell.cwd, path)
}

/** The list by format, null where there is nothing to list; how many rows it has, and what is wrong. */
function listOf({ source }: RegisterFile) {
  const { value: checked, findings: unreadable } = attempt(() => validateRegister(load(source)))
  if (!checked?.value) return { texts: null, rows: 0, findings: checked?.findings ?? unreadable }
  const rows = rowsOf(checked.value)
  const numbers = seriesFindings(checked.value, checked.loaded)
  const told = new Set(checked.findings.map(each => each.pointer))
  const findings = [...checked.findings, ...numbers.filter(each => !told.has(each.pointer))]
  const texts: Readonly<Record<string, string>> = { csv: csvOf(rows), json: `${JSON.stringify(rows, null, 2)}\n` }
  return { texts, rows: rows.length, findings }
}
