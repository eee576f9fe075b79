/** A sentence about the surroundings in, the error that carries it to the user out. */
import reasons from './reasons.json'

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

/** What a step gives, or what stands in its way. */
export function tried<T>(step: () => T): T | Obstacle {
  try {
    return step()
  } catch (thrown) {
    if (thrown instanceof Obstacle) return thrown
    throw thrown
  }
}

const REASONS: Readonly<Record<string, string>> = reasons

/** What an error of the operating system means, in words; an error of ours passes through as it is. */
export function obstacleOf(thrown: unknown, doing: string): unknown {
  const code = systemCode(thrown)
  if (code === null || !/^E[A-Z0-9]+$/.test(code)) return thrown
  return new Obstacle(`${doing}: ${REASONS[code] ?? code}`)
}
