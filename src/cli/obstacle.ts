/** A sentence about the surroundings in, the error that carries it to the user out. */

/**
 * What stands in the way outside records and templates: a wrong option, a file that is not there, a folder that cannot be
 * written. One line, exit code 2. `message` is lower case without a full stop; what to do about it stands in `hints`.
 */
export class Obstacle extends Error {
  readonly hints: readonly string[]
  constructor(message: string, hints: readonly string[] = []) {
    super(message)
    this.name = 'Obstacle'
    this.hints = hints
  }
}

/** The code of an error of the operating system (`ENOENT`), or null for any other thrown thing. */
export function systemCode(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links form a loop',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EFBIG: 'it is too large for the file system',
  EIO: 'the disk failed',
  EBUSY: 'another program uses it',
  ETXTBSY: 'another program uses it',
  EPIPE: 'nobody reads it'
}

/** What an error of the operating system means, in words; an error of ours passes through as it is. */
export function obstacleOf(thrown: unknown, doing: string): unknown {
  const code = systemCode(thrown)
  if (code === null || !/^E[A-Z0-9]+$/.test(code)) return thrown
  return new Obstacle(`${doing}: ${REASONS[code] ?? code}`)
}
