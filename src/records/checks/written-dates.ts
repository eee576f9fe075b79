/** A date or a time as people write it → the same as a record writes it, where that can be told. */

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** Hints for a date in words (`3 to 4 May 2027`) or in another order of numbers (`05/04/2027`); only dates that `fits`. */
export function writtenDateHints(text: string, fits: (edtf: string) => boolean): string[] {
  const read = [inWords(text), yearFirst(text)].flatMap(each => (each !== null && fits(each) ? [each] : []))
  if (read.length > 0) return read.map(each => `write \`${each}\``)
  const [, first = '', sign, second = '', year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? []
  if (year === undefined) return []
  const [dayFirst, monthFirst] = [edtf(year, second, first), edtf(year, first, second)]
  // with full stops the day stands first wherever dates are so written
  const readings = (sign === '.' ? [dayFirst] : [...new Set([dayFirst, monthFirst])]).filter(fits)
  const [only, other] = readings
  if (only === undefined) return []
  if (other === undefined) return [`the year stands first: \`${only}\``]
  return [`the year stands first: \`${only}\` if ${first} is the day, \`${other}\` if it is the month`]
}

/** Hints for a time written `9:40`, `23.40`, `2340` or `11:40 pm`; only times that `fits`. */
export function writtenTimeHints(text: string, fits: (time: string) => boolean): string[] {
  const match = /^(\d{1,2})[.:h]?(\d\d)?\s*(?:([ap])\.?m\.?|h|hrs?|hours)?$/i.exec(text)
  if (!match) return []
  const half = match[3]?.toLowerCase()
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'p' ? 12 : 0)
  const time = `${twoDigits(String(hour))}:${match[2] ?? '00'}`
  return fits(time) ? [`write \`${time}\``] : []
}

/** `2027/5/4`, `2027.05.04` and the like. */
function yearFirst(text: string): string | null {
  const [, year, month = '', day = ''] = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text) ?? []
  return year === undefined ? null : edtf(year, month, day)
}

interface Written {
  readonly year?: string
  readonly month?: string
  readonly day?: string
}

/** `5 May 2027`, `May 5, 2027`, `May 2027`, `about 5 May 2027`, `3–4 May 2027`, `30 April to 2 May 2027`. */
function inWords(text: string): string | null {
  const [, about, rest = ''] = /^(?:(?:on|or|in|from|the|night|of)\s+|(about|around|circa)\s+)*(.*)$/i.exec(text) ?? []
  const sides = rest.split(/\s+(?:to|until)\s+|\s*[-–—/]\s*/i).map(writtenSide)
  const [from, to] = sides
  if (!from || sides.includes(null)) return null
  if (to === undefined) return written({ ...from }, about === undefined ? '' : '~')
  if (!to || sides.length > 2) return null
  const [start, end] = [written({ ...to, ...from }, ''), written({ ...from, ...to }, '')]
  return start === null || end === null ? null : `${start}/${end}`
}

/** Day, month and year of one side of an interval, in whatever order; what it leaves out stands on the other side. */
function writtenSide(text: string): Written | null {
  const parts = text
    .replaceAll(',', ' ')
    .split(/\s+/)
    .filter(each => each !== '' && each.toLowerCase() !== 'of')
    .map(writtenPart)
  return parts.length === 0 || parts.includes(null) ? null : Object.assign({}, ...parts)
}

function writtenPart(word: string): Written | null {
  if (/^\d{4}$/.test(word)) return { year: word }
  const [, day] = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(word) ?? []
  if (day !== undefined) return { day }
  const name = word.toLowerCase().replace(/\.$/, '')
  const month = name.length < 3 ? -1 : MONTHS.findIndex(each => each.startsWith(name))
  return month < 0 ? null : { month: String(month + 1) }
}

function written({ year, month, day }: Written, hedge: string): string | null {
  if (year === undefined || month === undefined) return null
  return `${edtf(year, month, day)}${hedge}`
}

function edtf(year: string, month: string, day: string | undefined): string {
  return [year, twoDigits(month), ...(day === undefined ? [] : [twoDigits(day)])].join('-')
}

function twoDigits(number: string): string {
  return number.padStart(2, '0')
}
