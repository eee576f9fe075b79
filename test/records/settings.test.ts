/** Where the settings of a workspace let a register stand. */
import { describe, expect, test } from 'vitest'
import { readSettings } from '../../src/records/settings.ts'
import { positionOf } from '../../src/source.ts'
import { engineOver } from '../fixtures.ts'

function findingsOf(register: string) {
  const { records } = engineOver({ 'verbale.yaml': `verbale: 1\nregister: ${JSON.stringify(register)}\n` })
  return readSettings(records.world).findings
}

describe('the register', () => {
  test.each(['register.yaml', 'data/register.yaml', '.hidden/..r', '...'])('%s is inside', name => {
    expect(findingsOf(name)).toEqual([])
  })

  test.each(['../../../etc/passwd', '/etc/passwd', 'a/../../b', './register.yaml', 'a//b', '..', 'a/'])(
    '%s is told at its place',
    name => {
      const [finding] = findingsOf(name)
      expect(finding?.message).toMatch(/^`register` is `.*`: a file inside this folder/)
      expect([finding?.rule, finding?.span && positionOf(finding.span.source, finding.span.start)]).toEqual([
        'settings/wrong-value',
        { line: 2, column: 11 }
      ])
    }
  )
})
