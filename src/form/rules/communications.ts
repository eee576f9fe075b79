/** NV036: the communications that a note cites in; those that no register holds, that were replaced, and that it drops, out. */
import { openCase } from '../../dossier/decisions/case.ts'
import { successorOf } from '../../dossier/decisions/in-force.ts'
import { isIn } from '../../fact.ts'
import { isFrom } from '../facts.ts'
import { faultAt, find, isBody, isQuoted, leavesOfBody, type Match, sentenceOf } from '../find.ts'
import { inRequest, type ProtestNote, placeOfTemplate } from '../note.ts'
import { ofProtest, type RuleFault } from './rule.ts'

export const NV036 = ofProtest(note => [...miscited(note), ...lost(note), ...unreported(note)])

/** Numbers in words of templates, records and drafters that are those of no communication, or that a drafter cites though they were replaced. */
function miscited(note: ProtestNote): RuleFault[] {
  const { request, register } = note.records
  const all = Object.entries(register.communications)
  return find(note, note.words.noteNumber)
    .filter(each => !isQuoted(each))
    .flatMap(each => {
      const number = each.text.replace(/^Nos?\.\s*/u, '').replace(/[.,]$/u, '')
      if (number === request.number) return []
      const meant = all.flatMap(([id, { number: its }]) => (its === number ? [id] : []))
      if (meant.length > 0) return replaced(note, each, meant)
      return [faultAt(note, each, `no communication in the register has the number \`${each.text}\``)]
    })
}

/** A number that a drafter cites, where each note that bears it was replaced, and the sentence does not cite what replaced it. */
function replaced(note: ProtestNote, found: Match, meant: readonly string[]): RuleFault[] {
  const { records } = note
  const isInsert = isFrom(found.run.leaf, each => isIn(each, 'note', 'insert'))
  const successors = meant.map(id => (records.request.supersedes === id ? null : successorOf(openCase(records), id)))
  const [successor] = successors
  const number = successor && records.register.communications[successor]?.number
  const isTold = number && sentenceOf(found)?.text.includes(number)
  if (!isInsert || !successor || successors.includes(null) || isTold) return []
  const message = `\`${found.text}\` is no longer in force: \`${successor}\` replaced it`
  return [faultAt(note, found, message, [`cite \`${successor}\``])]
}

/** What the request refers to and the body does not cite. */
function lost(note: ProtestNote): RuleFault[] {
  const { 'refers-to': refers = [], 'in-reply-to': reply, supersedes } = note.records.request
  const openings = note.paragraphs.filter(each => each.part === 'opening')
  const opening = openings.flatMap(each => each.runs.map(run => run.leaf))
  const asked = [
    ...refers.map((id, index) => ({ id, pointer: `/refers-to/${index}`, where: opening })),
    ...(reply === undefined ? [] : [{ id: reply, pointer: '/in-reply-to', where: opening }]),
    ...(supersedes === undefined ? [] : [{ id: supersedes, pointer: '/supersedes', where: leavesOfBody(note) }])
  ]
  const isCited = ({ id, where }: (typeof asked)[number]) =>
    where.some(leaf => isFrom(leaf, each => each.section === 'communications' && each.id === id))
  return asked
    .filter(each => !isCited(each))
    .map(each => ({
      message: `the request names \`${each.id}\`, but the note does not cite it`,
      at: inRequest(note, each.pointer)
    }))
}

/** Reports of prior incidents that the body does not mention: those with a number by it, the others at all. */
function unreported(note: ProtestNote): RuleFault[] {
  const { recall } = note.dossier
  if (!recall || recall.reported.length === 0) return []
  const body = note.paragraphs.filter(isBody)
  const isCited = (number: string | null) => number !== null && body.some(each => each.text.includes(number))
  const lostNotes = recall.numbered.filter(each => !isCited(each.number))
  const silent = find(note, note.words.reported, isBody).length === 0
  const at = placeOfTemplate(note)
  if (silent) return [{ message: 'prior incidents were reported, but the note does not say so', at }]
  return lostNotes.map(each => ({
    message: `\`${each.id}\` reported a prior incident, but the note does not cite it`,
    at
  }))
}
