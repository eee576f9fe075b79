/** The name of a file or folder in; the PDFs there, and what stands there that cannot be read, out. */
import { join, resolve } from 'node:path'
import { Obstacle, obstacleOf } from '../obstacle.ts'
import { kindOf, namesIn, realPath } from './disk.ts'

/** A file, or why it cannot be read. */
export interface FoundPdfs {
  readonly path: string
  readonly why: string | null
}

/** A file, or every PDF below a folder. Throws `Obstacle` where there is none, or where the name itself leads to none. */
export function pdfsOf(name: string, cwd: string): FoundPdfs[] {
  const path = resolve(cwd, name)
  const kind = kindOf(path)
  if (kind !== 'folder') return [{ path: fileNamed(name, cwd), why: null }]
  const found = below(path, [])
  if (found.length === 0) throw new Obstacle(`there is no PDF in ${name}`)
  return found
}

/** The path of a file that the user named. Throws `Obstacle` with what stands there instead. */
export function fileNamed(name: string, cwd: string): string {
  const path = resolve(cwd, name)
  const kind = kindOf(path)
  if (kind === null) throw new Obstacle(`there is no file ${name}`)
  if (kind === 'folder') throw new Obstacle(`${name} is a folder, not a file`)
  if (kind === 'special') throw new Obstacle(`${name} is not a regular file`)
  return path
}

/** Whether a file can be looked for at a path: what cannot be said is no. */
export function isFile(path: string): boolean {
  return look(path).kind === 'file'
}

/** `around` are the folders in which this one stands, by their real paths: a link back to one of them has no end. */
function below(folder: string, around: readonly string[]): FoundPdfs[] {
  const { value: real, why } = attempt(folder, () => realPath(folder))
  if (real === null || real === undefined) return [{ path: folder, why }]
  if (around.includes(real)) return [{ path: folder, why: `cannot read ${folder}: its symbolic links form a loop` }]
  const names = attempt(folder, () => namesIn(folder))
  if (names.value === undefined) return [{ path: folder, why: names.why }]
  return names.value.filter(name => !name.startsWith('.')).flatMap(name => at(join(folder, name), [...around, real]))
}

function at(path: string, around: readonly string[]): FoundPdfs[] {
  const { kind, why } = look(path)
  if (kind === 'folder') return below(path, around)
  if (kind !== 'file') return [{ path, why }]
  return /\.pdf$/i.test(path) ? [{ path, why: null }] : []
}

/** What stands at a path; or why that is no file and no folder. */
function look(path: string): { readonly kind: 'file' | 'folder' | null; readonly why: string | null } {
  const { value, why } = attempt(path, () => kindOf(path))
  if (value === undefined) return { kind: null, why }
  if (value === null) return { kind: null, why: `cannot read ${path}: the symbolic link leads to nothing` }
  if (value === 'special') return { kind: null, why: `cannot read ${path}: it is not a regular file` }
  return { kind: value, why: null }
}

/** What the system says of a path, or why it does not. */
function attempt<T>(path: string, ask: () => T): { readonly value: T | undefined; readonly why: string | null } {
  try {
    return { value: ask(), why: null }
  } catch (thrown) {
    const obstacle = obstacleOf(thrown, `cannot read ${path}`)
    if (!(obstacle instanceof Obstacle)) throw thrown
    return { value: undefined, why: obstacle.message }
  }
}
