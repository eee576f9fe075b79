/** Template texts by name and a small dossier in; what merge makes of them out. Only for the tests of this folder. */

import { type Diagnostic, Rejected } from '../../src/diagnostic.ts'
import type { Dossier } from '../../src/dossier/schema.ts'
import type { Origin } from '../../src/fact.ts'
import { positionOf } from '../../src/source.ts'
import { type Filled, merge } from '../../src/template/merge.ts'
import type { Piece } from '../../src/template/piece.ts'
import type { Limits } from '../../src/template/run.ts'
import { createTemplateStore, openTemplate } from '../../src/template/template.ts'
import type { Template } from '../../src/template/template-file.ts'
import type { Json, Pointer } from '../../src/value.ts'
import type { World } from '../../src/world.ts'

const absent = (): never => {
  throw new Error('no template needs this')
}

/** A world that holds texts by name. */
export function worldOf(files: Readonly<Record<string, string>>): World {
  return {
    read: name => (Object.hasOwn(files, name) ? new TextEncoder().encode(files[name]) : null),
    list: folder =>
      Object.keys(files)
        .filter(name => name.startsWith(`${folder}/`))
        .sort(),
    font: absent,
    shaper: absent,
    deflate: absent,
    inflate: absent,
    sha256: absent,
    version: '0'
  }
}

/** Opens `templates/en/note.hbs` with the given text; other files by their whole names. */
export function open(text: string, files: Readonly<Record<string, string>> = {}): Template {
  return openTemplate(createTemplateStore(worldOf({ 'templates/en/note.hbs': text, ...files })), 'en', 'note')
}

/** Partials by name, as files. */
export function partials(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`templates/en/partials/${name}.hbs`, text]))
}

/** Merge reads whatever object it is given; a test gives only the fields that it is about. */
export function mergeData(
  template: Template,
  data: Json,
  origins: ReadonlyMap<Pointer, readonly Origin[]> = new Map(),
  limits?: Limits
): Filled {
  return merge(template, { dossier: data as unknown as Dossier, origins }, limits)
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(piece => (piece.type === 'mention' ? `<${piece.form}:${piece.full}>` : piece.text)).join('')
}

/** The text that a template makes of data. */
export function filled(text: string, data: Json, files: Readonly<Record<string, string>> = {}): string {
  return textOf(mergeData(open(text, files), data).pieces)
}

/** Every finding as `file:line:column rule message`, of opening or merging. */
export function refused(run: () => unknown): string[] {
  return diagnosticsOf(run).map(each => {
    const { span } = each
    if (!span) return `${each.rule} ${each.message}`
    const { line, column } = positionOf(span.source, span.start)
    return `${span.source.name.replace('templates/en/', '')}:${line}:${column} ${each.rule} ${each.message}`
  })
}

export function diagnosticsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run()
  } catch (caught) {
    if (caught instanceof Rejected) return caught.diagnostics
    throw caught
  }
  return []
}
