/** An explanation in; what a reader looks at first, as HTML, out: insertions, lack of sources, overrides, what is set aside. */

import { placeText, sourceText } from '../phrasing.ts'
import type { Explanation } from '../schema.ts'
import { escaped } from './escape.ts'

export function firstHtml(explanation: Explanation): string {
  return [insertions, unsourced, overrides, setAside].map(each => each(explanation)).join('\n')
}

function panel(title: string, kind: string, items: readonly string[], none: string): string {
  const list = items.length === 0 ? `<p class="none">${none}</p>` : `<ul>${items.join('')}</ul>`
  return `<section class="panel ${kind}${items.length === 0 ? ' empty' : ''}"><h2>${title} <span class="count">${items.length}</span></h2>${list}</section>`
}

function insertions({ insertions: all, sources }: Explanation): string {
  const items = all.map(({ by, text, source, statements }) => {
    const entry = source === null ? undefined : sources[source]
    const from = entry ? `source: ${escaped(sourceText(entry))}` : '<b>without a source</b>'
    return `<li>${statements.map(link).join(' ')} <q><bdi>${escaped(text)}</bdi></q><br><span class="small">by ${escaped(by)}; ${from}</span></li>`
  })
  return panel('The drafter’s own sentences', 'insertions', items, 'The drafter added nothing.')
}

function unsourced({ unsourced: all }: Explanation): string {
  const items = all.map(({ statement, text, records }) => {
    return `<li>${link(statement)} <q><bdi>${escaped(text)}</bdi></q><br><span class="small">${records.map(escaped).join(', ')}</span></li>`
  })
  return panel('Without a source', 'sourceless', items, 'Every fact has a source.')
}

function overrides({ overrides: all }: Explanation): string {
  const items = all.map(({ rule, incident, authority, reason, place }) => {
    const about = incident === null ? '' : ` for <code>${escaped(incident)}</code>`
    const who =
      authority === null
        ? 'who decided it stays in the register'
        : `${escaped(authority)}: ${escaped(reason ?? '')} <span class="place">${escaped(placeText(place))}</span>`
    return `<li><b>${escaped(rule)}</b>${about}<br><span class="small">${who}</span></li>`
  })
  return panel('Legal positions by decision', 'overrides', items, 'No rule was overridden.')
}

function setAside({ note, 'set-aside': all }: Explanation): string {
  const items = all.map(({ rule, match, reason, by, place }) => {
    const about = match === null ? '' : ` <q><bdi>${escaped(match)}</bdi></q>`
    const who = `${escaped(by)}: ${escaped(reason)} <span class="place">${escaped(placeText(place))}</span>`
    return `<li><b>${escaped(rule)}</b>${about}<br><span class="small">${who}</span></li>`
  })
  const none = note.from === 'pdf' ? 'What was set aside stays in the register.' : 'Nothing was set aside.'
  return panel('Findings set aside', 'set-aside', items, none)
}

function link(statement: number): string {
  return `<a href="#s${statement}" data-to="${statement}">${statement}</a>`
}
