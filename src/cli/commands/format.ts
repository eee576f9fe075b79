/** What the user said of the format and where notes go in, the format to make them in out. */
import { basename, extname } from 'node:path'
import { FORMAT_NAMES, FORMATS, type Format } from '../../write/formats.ts'
import type { Target } from '../disk/targets.ts'
import { Obstacle } from '../obstacle.ts'
import { shellWord } from '../report/print.ts'

/**
 * The format that was asked for, or else that of the file to be written, as its name ends. Throws `Obstacle` where the two
 * disagree, so that no file is named what it is not.
 */
export function formatFor(asked: Format | undefined, targets: readonly Target[]): Format {
  const file = targets.find(target => target.type === 'file')
  return file ? formatOfFile(asked, file.path) : (asked ?? 'pdf')
}

function formatOfFile(asked: Format | undefined, path: string): Format {
  const name = basename(path).toLowerCase()
  const ending = extname(name)
  const named = FORMAT_NAMES.find(format => name.endsWith(FORMATS[format].extension))
  if (asked === undefined) {
    if (named !== undefined || ending === '') return named ?? 'pdf'
    throw new Obstacle(`\`${ending}\` says no format`, [`add --format to -o ${shellWord(basename(path))}`])
  }
  const others = FORMAT_NAMES.filter(format => extname(`x${FORMATS[format].extension}`) === ending)
  if (named === asked || (named === undefined && (others.length === 0 || others.includes(asked)))) return asked
  const wrong = `--format ${asked} and -o ${shellWord(basename(path))} disagree`
  const rename = `name it ${shellWord(basename(path, extname(path)) + FORMATS[asked].extension)}`
  throw new Obstacle(wrong, [named === undefined ? rename : `ask for --format ${named}, or ${rename}`])
}
