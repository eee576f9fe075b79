/** Makes `templates/law/status.json`, since when which State is a party to which treaty, from the tables in `test/treaties` (`npm run status`). */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../..')
const made = join(root, 'templates/law/status.json')

const SOURCE =
  'Multilateral Treaties Deposited with the Secretary-General, status of March 2015, as collected in github.com/zmjones/untreaties (003ce13)'
const DAY = '2015-03'

/** By the ids of the law. All three bind a State from the thirtieth day after its deposit (Arts 51, 77 and 17), and nobody before they were in force. */
const TREATIES = {
  vcdr: { table: 'vcdr-1961.csv', inForce: '1964-04-24' },
  vccr: { table: 'vccr-1963.csv', inForce: '1967-03-19' },
  'protected-persons': { table: 'protected-persons-1973.csv', inForce: '1977-02-20' }
}

/**
 * Since when a State is bound. A successor is bound from the succession of States, which the table does not have: somewhere
 * between the first day of the treaty and its deposit.
 */
export function sinceOf({ deposited, by }, inForce) {
  if (by === 'succession') return deposited > inForce ? `${inForce}/${deposited}` : inForce
  const bound = new Date(`${deposited}T00:00:00Z`)
  bound.setUTCDate(bound.getUTCDate() + 30)
  const day = bound.toISOString().slice(0, 10)
  return [day, inForce].sort().at(-1)
}

/** Since when each State of a table is bound. Who only signed is not there. */
export function partiesIn(text, inForce) {
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const names = head.split(',')
  const rows = lines.map(line => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])))
  const parties = rows.filter(each => each.deposited !== '').map(each => [each.iso, sinceOf(each, inForce)])
  return Object.fromEntries(parties.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The text of the file: a line for each treaty. */
export function statusText() {
  const lines = Object.entries(TREATIES).map(([id, { table, inForce }]) => {
    const text = readFileSync(join(root, 'test/treaties', table), 'utf8')
    return `    ${JSON.stringify(id)}: ${JSON.stringify(partiesIn(text, inForce))}`
  })
  const head = `  "verbale": 1,\n  "source": ${JSON.stringify(SOURCE)},\n  "day": ${JSON.stringify(DAY)},`
  return `{\n${head}\n  "parties": {\n${lines.join(',\n')}\n  }\n}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(made, statusText())
