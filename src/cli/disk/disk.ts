/** A workspace's folder and the package's in, the `World` of their files out; the only reader of files. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync
} from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, resolve, sep } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { error, Rejected } from '../../diagnostic.ts'
import type { ReadyMade } from '../../render.ts'
import { type Span, startOf } from '../../source.ts'
import { type FaceName, LARGEST_FILE, type World } from '../../world.ts'
import { Obstacle, obstacleOf, systemCode } from '../obstacle.ts'

/** How many processors this process may use. */
export { availableParallelism as processors } from 'node:os'

/** The files that come with the tool, and what was made ready of them; beside its templates the faces and the shaper that npm installed. */
export interface Package extends ReadyMade {
  readonly folder: string
  readonly version: string
}

/** A world of files, which can say where a name stands and what it looked at. */
export interface Disk extends World {
  /** The workspace's folder, without symbolic links. */
  readonly root: string
  /** The path of the file that `read` takes for a name: in the workspace, or else in the package. */
  locate(name: string): string
  /** Every path that was looked at, whether or not a file was there: a change of any may change the note. */
  readonly touched: ReadonlySet<string>
}

/** A file larger than this is not even read: stages say more kindly what is too large for them. */
const MOST_BYTES = 32 * LARGEST_FILE
/** Below the package's templates stands what `new` copies, which is no template. */
const WORKSPACE_TO_COPY = 'templates/workspace'
const FACES: Readonly<Record<FaceName, string>> = {
  regular: '400Regular/SourceSerif4_400Regular.ttf',
  italic: '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  bold: '700Bold/SourceSerif4_700Bold.ttf',
  'bold-italic': '700Bold_Italic/SourceSerif4_700Bold_Italic.ttf'
}

/** The package in a folder, by what its `package.json` says of itself. */
export function packageAt(folder: string): Package {
  const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const stated = about !== null && typeof about === 'object' && 'version' in about ? about.version : null
  if (typeof stated !== 'string') throw new Error(`${folder}/package.json states no version`)
  return { folder, version: stated }
}

/** The world of a workspace. */
export function createWorld(workspace: string, home: Package = packageAt(workspace)): Disk {
  const root = realpathSync(workspace)
  const packageRoot = realpathSync(home.folder)
  const touched = new Set<string>()
  const basesOf = (name: string): string[] => (name.startsWith('templates/') ? [root, packageRoot] : [root])
  const inPackage = createRequire(join(packageRoot, 'package.json'))
  const fromPackages = (name: string): Uint8Array => readInstalled(name, inPackage)
  return {
    root,
    touched,
    version: home.version,
    read: name => {
      refuseOutside(name)
      for (const base of basesOf(name)) {
        touched.add(join(base, name))
        const path = placeInside(base, name)
        if (path === null) continue
        // Behind a link stands another file, which can change by itself.
        touched.add(path)
        return readFile(path)
      }
      return null
    },
    list: folder => {
      refuseOutside(folder)
      for (const base of basesOf(`${folder}/`)) touched.add(join(base, folder))
      const names = basesOf(`${folder}/`).flatMap(base => namesBelow(base, folder, base === packageRoot))
      return [...new Set(names)].sort()
    },
    locate: name => {
      const bases = basesOf(name)
      return join(bases.find(base => kindOf(join(base, name)) !== null) ?? root, name)
    },
    font: face => fromPackages(`@expo-google-fonts/source-serif-4/${FACES[face]}`),
    shaper: () => fromPackages('harfbuzzjs/dist/harfbuzz.wasm'),
    deflate: bytes => view(deflateSync(bytes, { level: 6 })),
    inflate,
    sha256
  }
}

/** A file of a package that npm installed with this one, wherever it put it. */
function readInstalled(name: string, inPackage: NodeJS.Require): Uint8Array {
  try {
    // Looked for in the folders where npm may have put it; `resolve` first loads what Node has for ES modules.
    const paths = (inPackage.resolve.paths(name) ?? []).map(folder => join(folder, name))
    const path = paths.find(each => kindOf(each) === 'file') ?? inPackage.resolve(name)
    return view(readFileSync(path))
  } catch (thrown) {
    if (systemCode(thrown) === null) throw thrown
    throw new Obstacle(`cannot read ${name}`, ['the installation is incomplete: install verbale again'])
  }
}

/** The same bytes as a plain array of bytes: `slice` of a `Buffer` would share its memory. */
function view(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Names come from records and templates, which may be made by somebody else. */
function refuseOutside(name: string): void {
  const plain = name.split('/').every(step => step !== '' && step !== '.' && step !== '..')
  if (plain && !/[\\:\0]/.test(name)) return
  throw outside(name, 'name files relative to the folder of `verbale.yaml`, with `/` and without `..`', null)
}

function outside(name: string, hint: string, span: Span | null): Rejected {
  const message = `\`${name}\` is not a file inside the workspace`
  return new Rejected([error({ rule: 'world/outside', message, span, hints: [hint] })])
}

/** Where a name stands, without symbolic links; null where nothing does. */
function placeInside(base: string, name: string): string | null {
  const path = realPath(join(base, name))
  if (path !== null && !path.startsWith(base.endsWith(sep) ? base : base + sep))
    throw outside(name, 'a link leads out: put the file itself in its place', startOf(name))
  return path
}

/** A path without symbolic links, or null where nothing stands. */
export function realPath(path: string): string | null {
  try {
    // The other `realpathSync` looks at every folder on the way: 1 in 30 of the time of one note.
    return realpathSync.native(path)
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT' || systemCode(thrown) === 'ENOTDIR') return null
    throw obstacleOf(thrown, `cannot read ${path}`)
  }
}

/** A device or a pipe could be endless, so only a regular file is opened. */
function readWhole(path: string): Uint8Array {
  const found = statSync(path)
  if (found.isDirectory()) throw new Obstacle(`cannot read ${path}: it is a folder`)
  if (!found.isFile()) throw new Obstacle(`cannot read ${path}: it is not a regular file`)
  const file = openSync(path, 'r')
  try {
    if (fstatSync(file).size > MOST_BYTES) throw new Obstacle(`cannot read ${path}: it is larger than 256 MiB`)
    return view(readFileSync(file))
  } finally {
    closeSync(file)
  }
}

/** The bytes of a file that the user named. Throws `Obstacle` where it cannot be read. */
export function readFile(path: string): Uint8Array {
  return attempt(path, () => readWhole(path))
}

/** Bytes of a file. */
export function sizeOf(path: string): number {
  return attempt(path, () => statSync(path).size)
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The SHA-256 of a file, however large: it is read in parts. */
export function digestOf(path: string): string {
  return attempt(path, () => {
    const hash = createHash('sha256')
    const part = new Uint8Array(1024 * 1024)
    const file = openSync(path, 'r')
    try {
      for (let read = readSync(file, part); read > 0; read = readSync(file, part)) hash.update(part.subarray(0, read))
    } finally {
      closeSync(file)
    }
    return hash.digest('hex')
  })
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (thrown) {
    throw obstacleOf(thrown, `cannot read ${path}`)
  }
}

/** A zlib stream, inflated; null where it is broken or would hold more than `most` bytes. */
export function inflate(bytes: Uint8Array, most: number): Uint8Array | null {
  try {
    return view(inflateSync(bytes, { maxOutputLength: Math.max(1, most) }))
  } catch (thrown) {
    if (systemCode(thrown) === null) throw thrown
    return null
  }
}

/** Hidden files and what npm installed are nobody's templates; a link to a folder is not followed, as it may run in a circle. */
function namesBelow(base: string, folder: string, isPackage: boolean): string[] {
  if (isPackage && folder === WORKSPACE_TO_COPY) return []
  const path = join(base, folder)
  if (kindOf(path) !== 'folder') return []
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .flatMap(entry => {
      const name = `${folder}/${entry.name}`
      if (entry.isDirectory()) return namesBelow(base, name, isPackage)
      return kindOf(join(base, name)) === 'file' ? [name] : []
    })
}

/** What stands at a path: null where nothing does. */
export function kindOf(path: string): 'file' | 'folder' | 'special' | null {
  try {
    // an error for each name that is not there costs more than all that are
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) return null
    if (found.isFile()) return 'file'
    return found.isDirectory() ? 'folder' : 'special'
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT' || systemCode(thrown) === 'ENOTDIR') return null
    throw obstacleOf(thrown, `cannot read ${path}`)
  }
}

/** Whether a symbolic link stands at a path, wherever it leads. */
export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/** Whether nobody may write a file, its owner included. */
export function isReadOnly(path: string): boolean {
  return kindOf(path) === 'file' && (statSync(path).mode & 0o222) === 0
}

/** The names in a folder; none when it is not there. */
export function namesIn(folder: string): string[] {
  return kindOf(folder) === 'folder' ? attempt(folder, () => readdirSync(folder).sort()) : []
}

/** Files of a folder of the package with their bytes, by their names in it: what `new` copies. */
export function packageFiles(home: Package, folder: string): { readonly name: string; readonly bytes: Uint8Array }[] {
  const base = resolve(home.folder, folder)
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({ name: relative(base, path).replaceAll(sep, '/'), bytes: view(readFileSync(path)) }))
}

/** All of standard input, up to the bound of a file. */
export function readStandardInput(): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const part = new Uint8Array(65_536)
    const read = readSome(part)
    if (read === 0) return view(Buffer.concat(parts))
    size += read
    if (size > MOST_BYTES) throw new Obstacle('cannot read standard input: it is larger than 256 MiB')
    parts.push(part.subarray(0, read))
  }
}

/** `EAGAIN` is a terminal or a pipe that has nothing yet; `EOF` is what Windows says at the end of a pipe. */
function readSome(into: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, into)
    } catch (thrown) {
      if (systemCode(thrown) === 'EOF') return 0
      if (systemCode(thrown) !== 'EAGAIN') throw obstacleOf(thrown, 'cannot read standard input')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}
