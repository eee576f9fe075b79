/** The environment of the process in; what it says of colour and of automatic runs out. */

type Environment = Readonly<Record<string, string | undefined>>

/** What the environment says of a run that nobody watches. */
export interface Automation {
  /** Whether continuous integration runs this: what it finds is not to be accepted by it too (`CI` set to anything but no). */
  readonly ci: boolean
  /** The file that GitHub Actions shows as the summary of a job (`GITHUB_STEP_SUMMARY`). */
  readonly summary: string | null
}

export function automation(env: Environment): Automation {
  const summary = env['GITHUB_STEP_SUMMARY'] ?? ''
  return { ci: !/^(|0|false|no)$/i.test(env['CI'] ?? ''), summary: summary === '' ? null : summary }
}

/** Whether the environment asks for no colour: `NO_COLOR` set to anything, or a terminal that has none. */
export function colourRefused(env: Environment): boolean {
  return (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb'
}

export function today(): string {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
