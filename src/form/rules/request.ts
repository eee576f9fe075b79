/** What a request says of itself: strength and courtesy, the year of its number, its times, what it answers (NV011, NV016, NV050, NV052). */
import { STRENGTHS } from '../../kinds/protest/request.ts'
import { inRequest } from '../note.ts'
import { ofProtest, type RuleCheck } from './rule.ts'

export const NV011 = ofProtest(note => {
  const { strength, courtesy } = note.dossier
  const level = STRENGTHS.indexOf(strength)
  const clash =
    (level >= STRENGTHS.indexOf('strong-protest') && courtesy === 'full') ||
    (level <= STRENGTHS.indexOf('concern') && courtesy === 'none')
  if (!clash) return []
  const message = `is \`courtesy: ${courtesy}\` with \`strength: ${strength}\` intended?`
  return [{ message, at: inRequest(note, '/courtesy') }]
})

export const NV016: RuleCheck = note => {
  const { number, date } = note.records.request
  const year = /[/-](\d{4}|\d\d)$/.exec(number ?? '')?.[1]
  if (date === null || year === undefined || date.slice(0, 4).endsWith(year)) return []
  const message = `the number \`${number}\` is from the year ${year}, but the note is from ${date}`
  return [{ message, at: inRequest(note, '/number') }]
}

export const NV050: RuleCheck = note => {
  const { 'issued-at': issuedAt, 'as-of': asOf } = note.records.request
  if (issuedAt === undefined || issuedAt.slice(0, 10) >= asOf) return []
  const message = `the file would say that it was made on ${issuedAt.slice(0, 10)}, but the note has the as-of date ${asOf}`
  return [{ message, at: inRequest(note, '/issued-at') }]
}

export const NV052: RuleCheck = note => {
  const answered = note.dossier.inReplyTo
  if (!answered || answered.type === 'note' || answered.type === 'response') return []
  const message = `\`${answered.id}\` has the type \`${answered.type}\`, but a note verbale answers a note`
  const hints = ['use `refers-to` for what the note mentions without answering it']
  return [{ message, at: inRequest(note, '/in-reply-to'), hints }]
}
