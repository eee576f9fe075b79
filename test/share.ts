/**
 * How much of what is exhaustive a run of the tests tries: `npm test` a part, `npm run test:all` (`VERBALE_WHOLE=1`) all of
 * it. Whatever a test leaves out of `npm test` goes through one of these, or stands in a file named `*.whole.test.ts`.
 */
export const whole = process.env['VERBALE_WHOLE'] === '1'

/** How many of so many runs, cases or seconds are tried. */
export function times(all: number, share = 10): number {
  return whole ? all : Math.ceil(all / share)
}

/** The first, and then every so many-th. */
export function some<T>(all: readonly T[], share: number): readonly T[] {
  return whole ? all : all.filter((_, index) => index % share === 0)
}
