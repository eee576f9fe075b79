/** A case in; whether its note goes to the State that it concerns or through another, and what cannot be said so, out. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { goesToAnother, incidentOf, inNote, named } from '../../dossier/decisions/case.ts'
import type { ProtestCase } from './protest-case.ts'

/** What is said to the addressee and what is held against the State concerned stay apart. */
export function checkAddressed(facts: ProtestCase): Diagnostic[] {
  const { request, sender, concerned } = facts
  const to = named([request.to])
  if (concerned === null) {
    const message = `${to} belongs to no State, so the note does not say whose conduct it is about`
    return [refused(facts, '/to', message, ['name that State: `concerning: …`'])]
  }
  if (concerned === sender)
    return [refused(facts, '/concerning', `${named([concerned])} is the State of the sender itself`, [])]
  if (goesToAnother(facts)) return isNamed(facts) ? [] : [unnamed(facts, concerned)]
  if (request.requests === undefined) return []
  const message = `the note goes to ${named([concerned])} itself, whose conduct it is, but \`requests\` asks what another is asked for`
  return [refused(facts, '/requests', message, ['write it in `demands`'])]
}

function refused(facts: ProtestCase, pointer: string, message: string, hints: readonly string[]): Diagnostic {
  return error({ rule: 'resolve/concerning', message, ...inNote(facts, pointer), hints })
}

/** Demands name the State concerned, and so does what the record lets the text say of an author. */
function isNamed({ request, register }: ProtestCase): boolean {
  const isTold = request.occasion.some(id => incidentOf(register, id).attribution.strength !== 'none')
  return request.demands.length > 0 || isTold
}

function unnamed(facts: ProtestCase, concerned: string): Diagnostic {
  const message = `the note would not name ${named([concerned])}, whose conduct it is about`
  const hints = [
    'demand something of it',
    'or record whose act it was: `attribution: { strength: named, … }`, or `implied`'
  ]
  return refused(facts, '/concerning', message, hints)
}
