import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { root } from '../fixtures.ts'
import { findingsWith, judge } from './judge.ts'
import { mutationsOf } from './mutations.ts'
import { statedMutations } from './stated.ts'
import { fileSubject, formulaSubjects } from './subjects.ts'

test('survey', () => {
  const files = ['templates/en', 'templates/en/partials'].flatMap(d =>
    readdirSync(join(root, d))
      .filter(f => f.endsWith('.hbs'))
      .map(f => `${d}/${f}`)
  )
  const general = [...files.map(fileSubject), ...formulaSubjects('en')].flatMap(mutationsOf)
  const every = Number(process.env.EVERY ?? 1)
  const all = process.env.STATED ? statedMutations() : general.filter((_, i) => i % every === 0)
  const clean = findingsWith({ file: 'none', text: '' })
  console.log(
    'clean',
    clean.map(d => d.severity + ' ' + d.rule + ' ' + d.message)
  )
  const t0 = performance.now()
  const tally: Record<string, Record<string, number>> = {}
  const out: string[] = []
  for (const m of all) {
    const { verdict, rules } = judge(m)
    const row = (tally[m.kind] ??= {})
    row[verdict] = (row[verdict] ?? 0) + 1
    if (verdict !== 'here' || process.env.STATED)
      out.push(`${verdict} ${m.kind} ${m.file}:${m.now.join('-')} ${JSON.stringify(m.says)} [${rules.slice(0, 6)}]`)
  }
  writeFileSync(process.env.OUT ?? '/tmp/mut.txt', JSON.stringify(tally, null, 1) + '\n' + out.join('\n'))
  console.log(all.length, performance.now() - t0)
}, 3600000)
