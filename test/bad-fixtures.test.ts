/** Each bad fixture gives exactly the findings that are written in it, wherever in the pipeline they are found. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Diagnostic, Rejected } from '../src/diagnostic.ts'
import { prepare } from '../src/render.ts'
import { positionOf } from '../src/source.ts'
import { engineHere, root } from './fixtures.ts'

/** What a fixture says of itself: `# error: rule: start of message` before a line, `# error@LINE:COLUMN: …` at its head. */
interface Annotation {
  readonly place: string
  readonly says: string
}

function annotationsOf(name: string): Annotation[] {
  const waiting: string[] = []
  return readFileSync(join(root, name), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const match = /^\s*# (error|warning|information)(?:@(\d+:\d+))?: (.*)$/.exec(line)
      if (!match) return waiting.splice(0).map(says => ({ place: `${name}:${index + 1}`, says }))
      const says = `${match[1]}: ${match[3]?.trim()}`
      if (match[2]) return [{ place: `${name}:${match[2]}`, says }]
      waiting.push(says)
      return []
    })
}

function placesOf({ span }: Diagnostic): string[] {
  if (!span) return []
  const { line, column } = positionOf(span.source, span.start)
  return [`${span.source.name}:${line}`, `${span.source.name}:${line}:${column}`]
}

const engine = engineHere()

/** All that is said on the way to the PDF; it is an error of the fixture if the PDF is made. */
function findingsOf(note: string, register: string): readonly Diagnostic[] {
  try {
    prepare(engine, { note, registers: [register] }).stages.pdf()
    throw new Error('a bad fixture made a note')
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    return caught.diagnostics.filter(each => each.severity === 'error')
  }
}

describe('bad fixtures say what is wrong with them', () => {
  test.each(readdirSync(join(root, 'fixtures/bad')))('%s', name => {
    const [note, register] = [`fixtures/bad/${name}/note.yaml`, `fixtures/bad/${name}/register.yaml`]
    const expected = [...annotationsOf(register), ...annotationsOf(note)]
    expect(expected).not.toEqual([])
    const unforeseen = findingsOf(note, register).flatMap(each => {
      const says = `${each.severity}: ${each.rule}: ${each.message}`
      const places = placesOf(each)
      const at = expected.findIndex(one => places.includes(one.place) && says.startsWith(one.says))
      if (at >= 0) expected.splice(at, 1)
      return at >= 0 ? [] : [`${places[1]} ${says}`]
    })
    expect({ unforeseen, missed: expected }).toEqual({ unforeseen: [], missed: [] })
  })
})
