/** The coverage of some templates in; a page out that shows their text with what was reached, by itself and without a network. */
import { positionOf } from '../source.ts'
import { type Gap, gapsOf, percent, shareOf, type TextCoverage } from './coverage.ts'
import style from './page.css?raw'
import { byFile } from './table.ts'

/** Every file with its text; each branch that is missing is a link to the condition in words, and back. */
export function coverageHtml(texts: readonly TextCoverage[]): string {
  const files = [...byFile(texts)]
  const share = shareOf(texts)
  const body = [
    `<h1>Templates: ${share.taken} of ${share.all} branches, ${percent(share)} %</h1>`,
    summary(files),
    ...files.map(([path, own], index) => fileSection(path, own, index))
  ]
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Template coverage</title>\n<style>\n${style}</style>\n</head>\n<body>\n<main>\n${body.join('\n')}\n</main>\n</body>\n</html>\n`
}

type File = readonly [path: string, texts: readonly TextCoverage[]]

function summary(files: readonly File[]): string {
  const rows = files.map(([path, own], index) => {
    const share = shareOf(own)
    return `<tr><td><a href="#f${index}">${escaped(path)}</a></td><td class="n">${share.taken}/${share.all}</td><td class="n">${percent(share)} %</td></tr>`
  })
  return `<table><thead><tr><th scope="col">file</th><th scope="col">branches</th><th scope="col">reached</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
}

function fileSection(path: string, texts: readonly TextCoverage[], index: number): string {
  const gaps = gapsOf(texts).map((gap, at) => ({ ...gap, id: `f${index}g${at}` }))
  const list = gaps.map(({ id, at, says, means }) => {
    const { line, column } = positionOf(at.source, at.start)
    const meaning = means.map(each => ` <small>(${escaped(each)})</small>`).join('')
    return `<li id="${id}"><a href="#${id}t">${line}:${column}</a> ${inWords(says)}${meaning}</li>`
  })
  return [
    `<section aria-labelledby="f${index}">`,
    `<h2 id="f${index}">${escaped(path)}</h2>`,
    gaps.length > 0 ? `<ul>\n${list.join('\n')}\n</ul>` : '<p>Every branch is reached.</p>',
    `<pre tabindex="0">${marked(texts, gaps)}</pre>`,
    '</section>'
  ].join('\n')
}

/** A gap, and the name of its link. */
type Linked = Pick<Gap, 'at'> & { readonly id: string }

/** The text of a file, a line a span, with stretches that ran or did not and blocks with a gap marked in it. */
function marked(texts: readonly TextCoverage[], gaps: readonly Linked[]): string {
  const text = texts[0]?.text.at.source.text ?? ''
  const marks = marksOf(texts, gaps, text)
  const cuts = [...new Set([0, text.length, ...marks.flatMap(each => [each.start, each.end])])].sort((a, b) => a - b)
  const parts = cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? start
    const around = marks.filter(each => each.start <= start && each.end >= end)
    const open = around.map(each => each.open).join('')
    const close = around
      .map(each => each.close)
      .reverse()
      .join('')
    // a mark must not cross a line, which is an element of its own
    const lines = text.slice(start, end).split('\n')
    return lines.map(line => (line === '' ? '' : `${open}${escaped(line)}${close}`)).join('\n')
  })
  const lines = parts.join('').split('\n')
  return lines.map(line => `<span class="l">${line}</span>`).join('')
}

function marksOf(texts: readonly TextCoverage[], gaps: readonly Linked[], text: string) {
  const leaves = texts.flatMap(each => each.stretches).filter(each => !each.inner)
  const runs = leaves.map(({ at: { start, end }, count }) => {
    return { start, end, open: `<span class="${count > 0 ? 'hit' : 'miss'}">`, close: '</span>' }
  })
  const first = gaps.filter((gap, index) => gaps.findIndex(each => each.at.start === gap.at.start) === index)
  const links = first.map(({ at: { start }, id }) => {
    const end = Math.max(start + 1, tagEnd(text, start))
    return { start, end, open: `<a class="gap" id="${id}t" href="#${id}">`, close: '</a>' }
  })
  return [...links, ...runs]
}

/** The end of the tag that begins at an offset, or inside of which it stands. */
function tagEnd(text: string, start: number): number {
  const end = text.indexOf('}}', start)
  return end < 0 ? start + 1 : end + 2
}

/** A sentence whose code stands between back-ticks. */
function inWords(says: string): string {
  return escaped(says).replace(/`([^`]+)`/g, '<code>$1</code>')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
