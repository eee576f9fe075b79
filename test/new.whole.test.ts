/** A new rule and a new language are laid out by a command; what it makes compiles, and keeps the house style. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from './fixtures.ts'
import { whole } from './share.ts'

const folder = mkdtempSync(join(tmpdir(), 'verbale-new-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
for (const name of ['src', 'test', 'templates', 'package.json', 'tsconfig.json', '.biome.json', '.gitignore'])
  cpSync(join(root, name), join(folder, name), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')

function run(script: string, ...given: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], { cwd: folder, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

const lay = (...given: readonly string[]) => run('test/tools/new.mjs', ...given)
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

test('rules and languages are laid out, and in test:all the tree compiles', () => {
  const laid = [
    lay('rule', 'NV007', 'agreement'),
    lay('rule', 'NV098', 'words'),
    lay('rule', 'NV099', 'seals'),
    lay('language', 'uk')
  ]
  expect(laid.filter(each => each.status !== 0)).toEqual([])
  const ids = Array.from(read('src/form/rules/README.md').matchAll(/^\| \[(NV\d{3})\]/gm), ([, id]) => id)
  expect(ids).toEqual([...ids].sort())
  expect(ids).toEqual(expect.arrayContaining(['NV007', 'NV098', 'NV099']))
  expect(laid.at(-1)?.said).toContain('src/languages/uk/say.ts')
  expect(read('templates/formulas/uk.yaml')).not.toMatch(/confirmed: (?!null)/)
  if (!whole) return
  expect(run('node_modules/.bin/tsc', '--noEmit').said).toBe('')
  const style = run(
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
    'src/form',
    'src/languages',
    'test/form'
  )
  expect([style.status, style.status === 0 ? '' : style.said]).toEqual([0, ''])
}, 300_000)

test.each([
  [['rule', 'NV001', 'words'], 'NV001 is a rule already'],
  [['rule', 'NV100'], 'say which rule, and what it is about: npm run new:rule -- NV057 titles'],
  [
    ['rule', 'NV100', 'hedges'],
    'test/form/examples/hedges.ts is there already; choose another topic, and put the check where it belongs'
  ],
  [['language', 'en'], 'src/languages/en is there already'],
  [['language', 'Ukrainian'], 'say which language by its BCP 47 tag: npm run new:language -- uk'],
  [['kind'], 'say what is new: `rule` or `language`']
])('%j is refused', (given, why) => {
  expect(lay(...given)).toEqual({ status: 2, said: `${why}\n` })
})
