/** `package-lock.json` in; the same out with an entry for every platform's optional package; `npm run lock` after an install. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const file = join(import.meta.dirname, '../../package-lock.json')
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/** The part of a package's name that says what system or processor it is built for. */
function partOf(name, known) {
  const found = known.find(each => name.split(/[-/]/).includes(each))
  if (!found) throw new Error(`what platform is ${name} for?`)
  return found
}

/** Where an optional package of `from` is put: beside it, where it can be in no other's way. */
function besideOf(from, name) {
  return `${from.slice(0, from.lastIndexOf('node_modules/'))}node_modules/${name}`
}

/**
 * `npm ci` refuses a lock without an entry for each optional package, and npm leaves out those that the mirror it was made
 * from does not carry. The entries that are put in say for which platform they are, so that they are passed over elsewhere.
 */
export function completed(lock) {
  const packages = { ...lock.packages }
  for (const [from, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const where = besideOf(from, name)
      const top = packages[`node_modules/${name}`]
      if (where in packages || top?.version === version) continue
      packages[where] = {
        version,
        cpu: [partOf(name, PROCESSORS)],
        ...(dev ? { dev } : {}),
        optional: true,
        os: [partOf(name, SYSTEMS)]
      }
    }
  }
  return { ...lock, packages: Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(file, `${JSON.stringify(completed(JSON.parse(readFileSync(file, 'utf8'))), null, 2)}\n`)
}
