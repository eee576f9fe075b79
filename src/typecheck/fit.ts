/** A value and what a helper asks for in; whether it fits whatever the dossier out, and a finding where it does not. */
import type { Span } from '../source.ts'
import { type ArgumentShape, SHAPES } from '../template/shapes.ts'
import type { Parameter } from '../template/signatures.ts'
import type { Call } from '../template/syntax.ts'
import { stepInto, type Value } from './environment.ts'
import { nounOf, report, type Site, said } from './site.ts'
import { type Atom, atomsOf, either, type Type, type Types } from './type.ts'

/** An argument of a call: the parameter that it stands for, its value, and its place. */
export interface GivenArgument {
  readonly call: Call
  readonly parameter: Parameter
  readonly value: Value
  readonly span: Span
}

/** Holds a value against its parameter. */
export function checkFit(site: Site, { call, parameter, value, span }: GivenArgument): void {
  const { noun, shape } = SHAPES[parameter.shape]
  const atoms = atomsOf(value.type).filter(each => each.type !== 'unknown')
  if (atoms.some(each => each.type === 'null') && !parameter.nullable) {
    const message = `\`${call.name}\` takes ${noun}, and \`${said(span)}\` may be \`null\` here`
    report(site, { rule: 'template/null', message, span, hints: [`guard it: \`{{#if ${said(span)}}}\``] })
  }
  const wrong = atoms.filter(each => each.type !== 'null' && !fits(site.check.types, each, shape))
  if (wrong.length === 0) return
  const message = `\`${call.name}\` takes ${noun}, and \`${said(span)}\` is ${nounOf(either(site.check.types, wrong))}`
  report(site, { rule: 'template/type', message, span })
}

/** True for what is of a shape whatever the dossier; see `fits` of merge. */
function fits(types: Types, each: Atom, shape: ArgumentShape): boolean {
  switch (shape.type) {
    case 'any':
      return true
    case 'printed':
      return each.type === 'printed'
    case 'text':
      return each.type === 'text' || each.type === 'code' || each.type === 'words'
    case 'number':
    case 'boolean':
      return each.type === shape.type
    case 'kind':
      return each.type === 'object' && each.kind === shape.kind
    case 'fields':
      return Object.entries(shape.fields).every(([name, field]) => {
        const step = stepInto(types, each, name)
        return step.wrong === null && everyAtom(types, step.type, field)
      })
    case 'list':
      return each.type === 'list' && (each.most === 0 || everyAtom(types, each.of, shape.of))
    case 'either':
      return shape.of.some(one => fits(types, each, one))
  }
}

function everyAtom(types: Types, type: Type, shape: ArgumentShape): boolean {
  if (shape.type === 'any') return true
  return atomsOf(type).every(each => each.type === 'unknown' || (each.type !== 'null' && fits(types, each, shape)))
}
