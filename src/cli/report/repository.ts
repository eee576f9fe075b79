/** The current folder in; how a path is called from the root of the repository around it out. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { kindOf, realPath } from '../disk/disk.ts'

/** Names paths from the nearest folder upwards that holds `.git`, or from the current one where there is none. */
export function pathsInRepository(cwd: string): (path: string) => string {
  const root = rootAround(cwd)
  return path => {
    const whole = resolve(cwd, path)
    const name = relative(root, realPath(whole) ?? whole)
    return name === '' || name.startsWith('..') ? whole : name.replaceAll(sep, '/')
  }
}

function rootAround(cwd: string): string {
  const start = realPath(cwd) ?? cwd
  for (let at = start; ; at = dirname(at)) {
    if (kindOf(join(at, '.git')) !== null) return at
    if (dirname(at) === at) return start
  }
}
