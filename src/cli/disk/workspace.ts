/** Paths that the user named in; their workspaces, with the files to check and the places of registers in them, out. */
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { nearest, refuse } from '../../diagnostic.ts'
import { once } from '../../once.ts'
import { readSettings, SETTINGS_FILE } from '../../records/settings.ts'
import type { World } from '../../world.ts'
import { Obstacle } from '../obstacle.ts'
import { isLink, kindOf, namesIn, realPath } from './disk.ts'

const REGISTERS = ['register.yaml', 'register.yml', 'register.json']

/** The workspace of a folder: itself or the nearest one around it that holds `verbale.yaml`, else itself. */
export function workspaceOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (kindOf(join(at, SETTINGS_FILE)) === 'file') return at
    if (dirname(at) === at) return folder
  }
}

/** The names under which a note's register is looked for: the one that `verbale.yaml` names, or beside the note and above. */
export function registersOf(world: World, note: string): readonly string[] {
  const named = registerSetting(world)
  if (named !== null) return [named]
  const steps = note.split('/').slice(0, -1)
  const folders = [...steps.keys(), steps.length].map(depth => steps.slice(0, depth)).reverse()
  return folders.flatMap(folder => REGISTERS.map(name => [...folder, name].join('/')))
}

/** The setting `register`. Throws `Rejected` where `verbale.yaml` says something that is no setting. */
function registerSetting(world: World): string | null {
  const { value, findings } = readSettings(world)
  refuse(findings)
  return value?.register ?? null
}

/** A workspace with what is to be checked in it. */
export interface Survey {
  /** The folder, without symbolic links. */
  readonly root: string
  /** The names of all its files. */
  readonly own: readonly string[]
  /** Those that are to be checked. */
  readonly names: readonly string[]
  /** Those that the user named one by one. */
  readonly asked: ReadonlySet<string>
  /** Folders that are called like a file of records or a template, and so hide that there is none. */
  readonly folders: readonly string[]
}

/**
 * Finds what stands at and below some paths, each once. A workspace inside another is one of its own; where no
 * `verbale.yaml` says what the workspace is, the folder in which the user stands is it, if it has templates.
 */
export function survey(paths: readonly string[], cwd: string): readonly Survey[] {
  const found = new Map<string, Record<'names' | 'asked' | 'folders', Set<string>>>()
  const at = (root: string) => once(found, root, () => ({ names: new Set(), asked: new Set(), folders: new Set() }))
  const lists = new Map<string, readonly Found[]>()
  const listed = (folder: string, root: string) => once(lists, folder, () => below(folder, root))
  for (const path of paths) {
    const place = placeOf(path, cwd)
    if (kindOf(place) === 'folder') {
      const around = rootOf(dirname(place), cwd)
      if (FILE_NAME.test(place)) at(around).folders.add(nameIn(around, place))
      for (const { root, name, kind } of listed(place, rootOf(place, cwd)))
        at(root)[kind === 'file' ? 'names' : 'folders'].add(name)
      continue
    }
    const root = rootOf(dirname(place), cwd)
    const name = nameIn(root, place)
    at(root).names.add(name)
    at(root).asked.add(name)
  }
  return [...found].map(([root, { names, asked, folders }]) => ({
    root,
    own: listed(root, root).flatMap(each => (each.root === root && each.kind === 'file' ? [each.name] : [])),
    names: [...names].sort(),
    asked,
    folders: [...folders]
  }))
}

function nameIn(root: string, path: string): string {
  return relative(root, path).replaceAll(sep, '/')
}

/** The workspace of a folder, which may be the one where the user stands. */
function rootOf(folder: string, cwd: string): string {
  const root = workspaceOf(folder)
  const here = realPath(cwd) ?? cwd
  const isBelow = `${folder}${sep}`.startsWith(`${here}${sep}`)
  const isStated = kindOf(join(root, SETTINGS_FILE)) === 'file'
  return !isStated && isBelow && kindOf(join(here, 'templates')) === 'folder' ? here : root
}

function placeOf(path: string, cwd: string): string {
  const place = resolve(cwd, path)
  const kind = kindOf(place)
  if (kind === 'special') throw new Obstacle(`${path} is neither a file nor a folder`)
  if (kind !== null) return join(realPath(dirname(place)) ?? dirname(place), basename(place))
  const near = nearest(basename(place), namesIn(dirname(place)))
  throw new Obstacle(
    `there is no file or folder ${path}`,
    near === null ? [] : [`did you mean ${join(dirname(path), near)}?`]
  )
}

interface Found {
  readonly root: string
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/** What only files are called. */
const FILE_NAME = /\.(?:ya?ml|hbs)$/

/** Files below a folder. Hidden ones and what npm installed are nobody's records; a link to a folder may run in a circle. */
function below(folder: string, root: string): Found[] {
  return namesIn(folder).flatMap(each => {
    if (each.startsWith('.') || each === 'node_modules') return []
    const path = join(folder, each)
    const kind = kindOf(path)
    const name = nameIn(root, path)
    if (kind === 'file') return [{ root, name, kind }]
    if (kind !== 'folder' || isLink(path)) return []
    const misnamed: Found[] = FILE_NAME.test(each) ? [{ root, name, kind }] : []
    return [...misnamed, ...below(path, kindOf(join(path, SETTINGS_FILE)) === 'file' ? path : root)]
  })
}
