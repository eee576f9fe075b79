import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { explain } from '../../src/explain/explain.ts'
import { escaped, linked } from '../../src/explain/html/escape.ts'
import { pageHtml } from '../../src/explain/html/page.ts'
import type { Prepared } from '../../src/render.ts'
import { engine, explainedFixture, preparedFixture } from './explained.ts'

const pageOf = (explanation: ReturnType<typeof explainedFixture>) => pageHtml(explanation, engine.world.sha256)
const kyiv = pageOf(explainedFixture('kyiv-embassy-2025'))

/** The text of HTML as a reader sees it. */
function seen(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The note with other words in the evidence of its occasion and in its sources. */
function withEvidence(prepared: Prepared, words: string): Prepared {
  const { records } = prepared
  const { register } = records
  const occasion = register.incidents['kyiv-2025-11-14']
  const source = register.sources['newsaz']
  if (!occasion || !source) throw new Error('the fixture has changed')
  const evidence = [{ source: 'newsaz', quote: { lang: 'en', text: words }, note: words }]
  const incidents = { ...register.incidents, 'kyiv-2025-11-14': { ...occasion, evidence } }
  const sources = { ...register.sources, newsaz: { ...source, publisher: words, title: words, url: words } }
  return {
    ...prepared,
    records: { ...records, register: { ...register, incidents, sources } }
  }
}

describe('any text stays text', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`" onclick="x' &amp;`, '&quot; onclick=&quot;x&#39; &amp;amp;'],
    [']]>', ']]&gt;'],
    ['a\u202Eb\u0000c', 'a⟨U+202E⟩b⟨U+0000⟩c'],
    ['тире – «да»', 'тире – «да»']
  ])('%j', (text, expected) => {
    expect(escaped(text)).toBe(expected)
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://a b', 'https://a"b', ' https://a'])(
    '%s is no link',
    address => {
      expect(linked(address)).not.toContain('<a')
    }
  )

  test('an address of the web is one', () => {
    expect(linked('https://example.org/?a=1&b=2')).toMatch(
      /^<a class="out" href="https:\/\/example\.org\/\?a=1&amp;b=2" /
    )
  })

  test.each([
    '</script><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    ']]><!--',
    '</style><b>'
  ])('in evidence and sources: %s', words => {
    const made = pageOf(
      explain(withEvidence(preparedFixture('kyiv-embassy-2025'), words), {
        file: words,
        from: 'request',
        restricted: false
      })
    )
    const tags = (html: string) =>
      [...html.matchAll(/<(script|style|img|b|!--)/g)].map(each => each[1]).filter(each => each !== 'b')
    expect(tags(made)).toEqual(['style', 'script'])
    expect(made).not.toMatch(/<[^>]* on\w+=/)
    expect(seen(made)).toContain(words)
  })
})

describe('the page stands alone', () => {
  test('and may run nothing but its own style and script', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(kyiv)?.[1] ?? ''
    const digest = (tag: string) => {
      const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(kyiv)?.[1] ?? ''
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    }
    expect(policy).toBe(
      `default-src 'none'; style-src ${digest('style')}; script-src ${digest('script')}; base-uri 'none'; form-action 'none'`
    )
  })

  test('and loads nothing', () => {
    expect(kyiv).not.toMatch(/<(link|img|iframe|object|embed)\b|\bsrc=|@import|url\(/)
    expect(kyiv).not.toMatch(/ style="| on\w+="/)
  })

  test('every link inside it leads somewhere, and no place is there twice', () => {
    const ids = [...kyiv.matchAll(/ id="([^"]*)"/g)].map(each => each[1] ?? '')
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = [...kyiv.matchAll(/(?:href="#|aria-describedby=")([^"]*)"/g)].map(each => each[1] ?? '')
    expect(wanted.length).toBeGreaterThan(100)
    expect(wanted.filter(each => !ids.includes(each))).toEqual([])
  })

  test('it says its languages, its landmarks and its page breaks', () => {
    expect(kyiv).toMatch(/<html lang="en">/)
    expect(kyiv).toMatch(/<article class="paper" lang="en"/)
    for (const landmark of ['<header>', '<main id="note"', '<aside id="evidence"']) expect(kyiv).toContain(landmark)
    expect(kyiv.match(/<span class="turn">/g)).toHaveLength(1)
  })

  test('tables are tables, with a heading for each column', () => {
    const mission = pageOf(explainedFixture('mission-coordinates'))
    expect(mission).toMatch(/<thead><tr><th scope="col">/)
    expect(mission).toContain('[restricted]')
    expect(mission).not.toMatch(/\d+°/)
  })

  test('what no source carries is marked, and what to look at first is listed first', () => {
    const page = pageOf(
      explain(withEvidence(preparedFixture('kyiv-embassy-2025'), 'x'), {
        file: 'n',
        from: 'request',
        restricted: false
      })
    )
    expect(page.indexOf('Without a source')).toBeLessThan(page.indexOf('<main'))
    expect(seen(page)).toContain('Every fact has a source.')
  })

  test('a statement shows its names, and each name leads to the first statement that has it', () => {
    const names = new Map<string, number>()
    for (const each of explainedFixture('kyiv-embassy-2025').statements)
      for (const name of each.names) if (!names.has(name)) names.set(name, each.number)
    expect(names.size).toBeGreaterThan(10)
    for (const [name, number] of names) {
      const [, article = '', evidence = ''] = /<article([\s\S]*)<\/article>([\s\S]*)/.exec(kyiv) ?? []
      expect(article).toMatch(
        new RegExp(`data-statement="${number}">(<span id="[^"]*"></span>)*<span id="statement/${name}">`)
      )
      const card = evidence.slice(evidence.indexOf(`id="e${number}"`), evidence.indexOf(`id="e${number + 1}"`))
      expect(card).toContain(`<code>${name}</code> <a href="#statement/${name}"`)
    }
  })

  test('the text of the note is all there', () => {
    const article = /<article[^>]*>([\s\S]*)<\/article>/.exec(kyiv)?.[1] ?? ''
    const plain = seen(
      article.replace(/<a class="number"[\s\S]*?<\/a>|<span class="turn">[\s\S]*?<\/span><\/span>/g, '')
    ).replace(/\s+/g, '')
    const text = explainedFixture('kyiv-embassy-2025')
      .statements.map(each => each.text)
      .join('')
      .replace(/\s+/g, '')
    expect(plain).toBe(text)
  })
})
