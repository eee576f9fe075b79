/** An explanation and a digest in; one self-contained page out: the note on the left, its evidence on the right. */
import type { World } from '../../world.ts'
import { noteText, placeText, sourceText, tallyText } from '../phrasing.ts'
import type { Explanation } from '../schema.ts'
import { escaped } from './escape.ts'
import { evidenceHtml } from './evidence.ts'
import { noteHtml } from './note.ts'
import style from './page.css?raw'
import script from './page.js?raw'

/**
 * Ratios of text to its ground are 4.5 and more in both schemes (WCAG 2.2, 1.4.3), and no meaning rests on colour alone.
 * Without the script, which shows the evidence for what the reader points at, the page is the note and a list that opens.
 */
const [STYLE, SCRIPT] = [`\n${style}`, `\n${script}`]

const KEYS = [
  ['Tab', 'or arrows: from value to value'],
  ['↑ ↓', 'from statement to statement'],
  ['Enter', 'keeps the evidence'],
  ['Esc', 'frees it'],
  ['n p', 'next and previous without a source']
] as const

/** What the lines under words mean. */
const LEGEND = [
  ['fact', 'recorded', 'a fact, with its sources'],
  ['designation', 'named', 'held by the house itself'],
  ['template', 'set', 'a set phrase of the house'],
  ['choice', 'chosen', 'the drafter’s choice'],
  ['insertion', 'written', 'the drafter’s own sentence'],
  ['law', 'cited', 'law, or a habit of the house'],
  ['fact unsourced', 'bare', 'no source carries it']
] as const

function legendHtml(): string {
  const items = LEGEND.map(([kind, word, what]) => `<li><span class="value ${kind}">${word}</span>${what}</li>`)
  return `<ul class="legend" aria-label="What the lines under words mean">${items.join('')}</ul>`
}

/** Nothing is loaded and nothing runs but the style and the script of the page, which are known by their digests. */
export function pageHtml(explanation: Explanation, sha256: World['sha256']): string {
  const { title, language, file } = explanation.note
  const keys = KEYS.map(([key, what]) => `<span><kbd>${key}</kbd> ${what}</span>`).join(' ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(sha256)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Explained: ${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#note">To the note</a>
<header>
<p class="kicker">Who says so? <span class="file">${escaped(file)}</span></p>
<h1 lang="${escaped(language)}">${escaped(title)}</h1>
<p class="meta">${escaped(noteText(explanation))}. <span class="tally">${escaped(tallyText(explanation))}.</span></p>
<p class="keys" aria-label="Keys">${keys}</p>
<div class="first">
${firstHtml(explanation)}
</div>
</header>
<div class="desk">
<main id="note" tabindex="-1"><article class="paper" lang="${escaped(language)}" aria-label="The note">
${noteHtml(explanation)}</article></main>
<aside id="evidence" aria-label="Evidence">
<p class="hint">Point at a value or a sentence of the note: what stands behind it appears here.</p>
${legendHtml()}
${evidenceHtml(explanation)}
</aside>
</div>
<p id="status" class="unseen" role="status"></p>
<script>${SCRIPT}</script>
</body>
</html>
`
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

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Hexadecimal digits as RFC 4648, part 4: three of them are two signs, and two are left of 64. */
function base64(hexadecimal: string): string {
  const bits = [...hexadecimal].map(digit => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  const signs = bits.match(/.{1,6}/g) ?? []
  const text = signs.map(each => SIGNS.charAt(Number.parseInt(each.padEnd(6, '0'), 2))).join('')
  return text + '='.repeat((4 - (text.length % 4)) % 4)
}

function firstHtml(explanation: Explanation): string {
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
