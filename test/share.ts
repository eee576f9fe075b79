/**
 * How much of what is exhaustive a run of the tests tries: `npm test` a part, `npm run test:all` (`VERBALE_WHOLE=1`) all that
 * fits into a run of CI, `npm run mutants` (`VERBALE_WHOLE=mutants`) all. Whatever a test leaves out of `npm test` goes
 * through one of these, or stands in a file named `*.whole.test.ts`.
 */
const asked = process.env['VERBALE_WHOLE'] ?? ''

/** Whether this is more than `npm test`. */
export const whole = asked !== ''

/** One in how many is tried: in `npm test`, and in `npm run test:all`. */
function oneIn(share: number, shareOfAll: number): number {
  if (asked === 'mutants') return 1
  return whole ? shareOfAll : share
}

/** How many of so many runs or cases are tried. */
export function times(all: number, share = 10, shareOfAll = 1): number {
  return Math.ceil(all / oneIn(share, shareOfAll))
}

/** The first, and then every so many-th. */
export function some<T>(all: readonly T[], share: number, shareOfAll = 1): readonly T[] {
  return all.filter((_, index) => index % oneIn(share, shareOfAll) === 0)
}
