/** An explanation and a digest in; one self-contained page out: the note on the left, its evidence on the right. */
import type { World } from '../../world.ts'
import { exceptionText, noteText, placeText, sourceText, tallyText } from '../phrasing.ts'
import type { Explanation, FilePlace } from '../schema.ts'
import { escaped } from './escape.ts'
import { evidenceHtml } from './evidence.ts'
import { noteHtml } from './note.ts'
import style from './page.css?raw'
import page from './page.html?raw'
import script from './page.js?raw'

/**
 * Ratios of text to its ground are 4.5 and more in both schemes (WCAG 2.2, 1.4.3), and no meaning rests on colour alone.
 * Without the script, which shows the evidence for what the reader points at, the page is the note and a list that opens.
 */
const [STYLE, SCRIPT] = [`\n${style}`, `\n${script}`]

/** Nothing is loaded and nothing runs but the style and the script of the page, which are known by their digests. */
export function pageHtml(explanation: Explanation, sha256: World['sha256']): string {
  const { title, language, file } = explanation.note
  const slots: Readonly<Record<string, string>> = {
    policy: policy(sha256),
    title: escaped(title),
    style: STYLE,
    file: escaped(file),
    language: escaped(language),
    about: escaped(noteText(explanation)),
    tally: escaped(tallyText(explanation)),
    first: firstHtml(explanation),
    note: noteHtml(explanation),
    evidence: evidenceHtml(explanation),
    script: SCRIPT
  }
  return page.replace(/\{\{(\w+)\}\}/g, (slot, name) => slots[name] ?? slot)
}

/** Content Security Policy 3: an inline style or script runs when its digest is named. */
function policy(sha256: World['sha256']): string {
  const digest = (text: string) => `'sha256-${base64(sha256(new TextEncoder().encode(text)))}'`
  return [
    "default-src 'none'",
    `style-src ${digest(STYLE)}`,
    `script-src ${digest(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
}

/** The bytes that hexadecimal digits stand for, in base64. */
function base64(hexadecimal: string): string {
  return btoa(hexadecimal.replace(/../g, pair => String.fromCharCode(Number.parseInt(pair, 16))))
}

function firstHtml(explanation: Explanation): string {
  return [insertions, unsourced, overrides, setAside, excepted].flatMap(each => each(explanation) || []).join('\n')
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
    const who = authority === null ? 'who decided it stays in the register' : whoHtml(authority, reason ?? '', place)
    return `<li><b>${escaped(rule)}</b>${about}<br><span class="small">${who}</span></li>`
  })
  return panel('Legal positions by decision', 'overrides', items, 'No rule was overridden.')
}

function setAside({ note, 'set-aside': all }: Explanation): string {
  const items = all.map(({ rule, match, reason, by, place }) => {
    const about = match === null ? '' : ` <q><bdi>${escaped(match)}</bdi></q>`
    return `<li><b>${escaped(rule)}</b>${about}<br><span class="small">${whoHtml(by, reason, place)}</span></li>`
  })
  const none = note.from === 'pdf' ? 'What was set aside stays in the register.' : 'Nothing was set aside.'
  return panel('Findings set aside', 'set-aside', items, none)
}

function excepted({ excepted: all }: Explanation): string {
  const items = all.map(
    each => `<li>${escaped(exceptionText(each))} <span class="place">${escaped(placeText(each.place))}</span></li>`
  )
  return items.length === 0 ? '' : panel('Findings that the workspace excepts', 'excepted', items, '')
}

/** Who decided something, why, and where it is written. */
function whoHtml(who: string, reason: string, place: FilePlace | null): string {
  return `${escaped(who)}: ${escaped(reason)} <span class="place">${escaped(placeText(place))}</span>`
}

function link(statement: number): string {
  return `<a href="#s${statement}" data-to="${statement}">${statement}</a>`
}
