/** The page in a real browser, by its keys alone; it runs where Chromium is installed, and is reported as skipped elsewhere. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { explain } from '../../src/explain/explain.ts'
import { pageHtml } from '../../src/explain/html/page.ts'
import { CHROMIUM, openPage } from './chromium.ts'
import { engine, preparedFixture } from './explained.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbale-explained-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** A note with a sentence of the drafter's that has no source. */
function page(): string {
  const prepared = preparedFixture('drafter-insertion')
  const { records } = prepared
  const insert = (records.request.insert ?? []).map((each, index) => (index === 0 ? { ...each, source: null } : each))
  const inserted = { ...records, request: { ...records.request, insert } }
  return pageHtml(
    explain({ ...prepared, records: inserted }, { file: 'note.yaml', from: 'request', restricted: false }),
    engine.world.sha256
  )
}

test.skipIf(CHROMIUM === undefined)(
  'the evidence follows the keys, stays when it is kept, and is let go',
  async () => {
    const file = join(folder, 'note.html')
    writeFileSync(file, page())
    const { ask, press, complaints, close } = await openPage(`file://${file}`, join(folder, 'profile'))
    try {
      const card = () =>
        ask(
          `[...document.querySelectorAll('.card')].filter(each => each.offsetHeight > 0).map(each => each.id).join(' ')`
        )
      const row = () => ask(`document.querySelector('.row.pointed')?.id ?? null`)
      const focused = () => ask(`document.activeElement.id || document.activeElement.dataset.row || ''`)

      expect(await ask(`document.documentElement.className`)).toBe('js')
      expect(await card()).toBe('')
      await ask(`document.getElementById('s5').focus()`)
      expect(await card()).toBe('e5')
      await press('Tab')
      expect([await focused(), await card(), await row()]).toEqual(['e5-1', 'e5', 'e5-1'])
      await press('ArrowRight')
      expect([await focused(), await row()]).toEqual(['e5-2', 'e5-2'])
      await press('ArrowLeft')
      expect(await focused()).toBe('e5-1')
      await press('ArrowDown')
      expect([await focused(), await card(), await row()]).toEqual(['s6', 'e6', null])
      await press('ArrowUp')
      expect(await focused()).toBe('s5')

      await press('Enter')
      await press('ArrowDown')
      expect([await focused(), await card()]).toEqual(['s6', 'e5'])
      expect(await ask(`document.getElementById('status').textContent`)).toBe('Kept: statement 5. Escape frees it.')
      const point = (id: string) =>
        ask(`document.getElementById('${id}').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))`)
      await point('s8')
      expect(await card()).toBe('e5')
      await press('Escape')
      expect([await focused(), await card()]).toEqual(['s6', 'e6'])

      await point('s8')
      expect(await card()).toBe('e8')
      await press('n')
      expect(await ask(`document.activeElement.className`)).toMatch(/unsourced/)
      expect(await ask(`document.querySelector('.row.pointed .alarm').textContent`)).toBe('No source carries this.')
      await press('n')
      expect(await ask(`document.getElementById('status').textContent`)).toBe('No more without a source.')

      expect(await ask(`document.activeElement.getAttribute('aria-describedby')`)).toBe(await row())
      await ask(`document.querySelector('#e6 .names a').click()`)
      expect(await ask(`document.querySelector('#e6 .names a').hash === location.hash`)).toBe(true)
      expect(await focused()).toBe(
        await ask(`document.querySelector(':target').closest('.statement').querySelector('a').id`)
      )
      expect(await ask(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  },
  60_000
)
