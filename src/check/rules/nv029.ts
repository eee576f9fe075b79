/** NV029: breaches that a note asserts in; those that no legal basis of it asserts out. */
import { openCase } from '../../record/decisions/case.ts'
import { takes } from '../../record/decisions/positions.ts'
import { clauseOf, type Found, faultAt, find, isBody, isQuoted } from '../find.ts'
import { type Note, runsOf } from '../note.ts'
import { FORMULAS, failing, inserting, insertingBadly, passing } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV029: Rule = {
  id: 'NV029',
  title: 'a breach is asserted only of an addressee that the article binds, or on a position that somebody took',
  reason:
    'the duty of VCDR 22(2) is the receiving State’s; another is told what it is incompatible with (practice 0.3, 4.1)',
  severity: 'warning',
  on: 'document',
  judges: 'law',
  decides: { inPart: 'breaches in other words than breach, violation and infringement' },
  stages: ['NV029'],
  examples: {
    passes: [
      passing('the receiving State', 'embassy-storming'),
      passing('a position', 'drafter-insertion'),
      inserting('The breach in the wall was closed.')
    ],
    fails: [
      failing(
        'a reflected basis as a breach',
        'mission-coordinates',
        [FORMULAS, 'as a violation of'],
        [FORMULAS, 'as incompatible with {{this.says}}', 'as a violation of {{this.says}}']
      ),
      failing(
        'without any basis',
        'airspace-violation',
        [FORMULAS, 'violating'],
        [FORMULAS, 'unacceptable and contrary to the norms', 'unacceptable and violating the norms']
      ),
      {
        ...insertingBadly('The attack is a violation of the obligations of Cantarre.'),
        edits: [
          ...insertingBadly('The attack is a violation of the obligations of Cantarre.').edits,
          ['note.yaml', 'legal: assertive', 'legal: general']
        ]
      },
      failing(
        'no position',
        'drafter-insertion',
        ['note.yaml', 'legal: assertive'],
        [
          'note.yaml',
          '  - rule: NV029\n    incident: morvelle-2026-04-26\n',
          '  - rule: NV029\n    incident: caldmere-2026-03-30\n'
        ]
      )
    ]
  },
  check: note => {
    const found = find(note, note.words.breach, isBody).filter(each => !isQuoted(each) && ofLaw(note, each))
    if (takes(openCase(note.records), 'NV029', '')) return []
    return firsts(found.filter(each => !isAsserted(note, each))).map(each =>
      faultAt(note, each, `\`${each.text}\` asserts a breach, and no legal basis of the note is asserted`, [
        'with `legal: reflected` an incident is "incompatible with" a principle'
      ])
    )
  }
}

/** Whether a breach of law can be meant: in the record of an incident it is one in a wall, and so it can be in a drafter's words. */
function ofLaw({ words }: Note, found: Found): boolean {
  const { origins } = found.run.leaf
  if (origins.some(each => each.pointer.startsWith('/incidents/'))) return false
  const sentence = clauseOf(found)?.text ?? ''
  const isInsert = origins.some(each => each.pointer.startsWith('/insert/'))
  return !isInsert || words.lawful.test(sentence)
}

/** Whether the clause cites a basis that binds the addressee, or that a position asserts. */
function isAsserted({ dossier }: Note, found: Found): boolean {
  const clause = clauseOf(found)
  const leaves = clause ? runsOf(clause).map(run => run.leaf) : []
  const bases = dossier.legal.bases.filter(basis => leaves.some(leaf => leaf.text === basis.says))
  if (bases.length === 0) return dossier.legal.characterisation === 'assertive' && !hasLaw(leaves)
  return bases.every(basis => basis.force === 'direct')
}

function hasLaw(leaves: readonly Found['run']['leaf'][]): boolean {
  return leaves.some(leaf => leaf.origins.some(each => each.file === 'law'))
}

function firsts(all: readonly Found[]): Found[] {
  return all.filter(
    (each, index) => all.findIndex(other => other.run.leaf.at.start === each.run.leaf.at.start) === index
  )
}
