/** What a copy carries in; the same note again out, or what is missing here to make it. */
import { probe } from '../bundle/bundle.ts'
import { type Manifest, RENDER_EPOCH } from '../bundle/schema.ts'
import { NOTHING_PREPARSED, type Preparsed } from '../preparsed.ts'
import type { Form } from '../records/forms.ts'
import {
  createEngine,
  createLettering,
  type FacesAndShaper,
  type PrepareOptions,
  type ReadyMade,
  render
} from '../render.ts'
import { BUNDLED, type World, worldOf } from '../world.ts'
import type { Carried } from './carried.ts'

/**
 * What stands in the way of the same bytes: another epoch of the tool, other faces, another shaper; each with how to get what
 * this installation lacks.
 */
export function missingHere(
  { epoch, package: { version }, fonts, shaper }: Manifest,
  world: World
): { readonly message: string; readonly hint: string }[] {
  const hint = `install verbale@${version}, with its dependencies as its lock file has them, and try again`
  const isOther = (bytes: Uint8Array, sha256: string) => world.sha256(bytes) !== sha256
  const faces = fonts.filter(({ face, sha256 }) => isOther(world.font(face), sha256))
  const messages = [
    epoch !== RENDER_EPOCH &&
      `it was made in render epoch ${epoch}, and this is epoch ${RENDER_EPOCH} (verbale ${world.version})`,
    ...faces.map(({ face }) => `the ${face} face here is not the one that it was set in`),
    isOther(world.shaper(), shaper.sha256) && 'the shaper here is not the one that it was set with'
  ]
  return messages.flatMap(message => (message === false ? [] : [{ message, hint }]))
}

/** Whether the compressor here makes the bytes that the one of the manifest made. */
export function sameCompressor({ zlib }: Manifest, world: World): boolean {
  return zlib.probe === probe(world)
}

/** What making notes again needs: this package, and what was made ready of it once for many files. */
export interface RebuildContext {
  readonly world: World
  readonly preparsed: Preparsed
  readonly lettering: FacesAndShaper
}

export function openRebuildContext(world: World, ready: ReadyMade = {}): RebuildContext {
  const { preparsed = NOTHING_PREPARSED, lettering = createLettering(world) } = ready
  return { world, preparsed, lettering }
}

/** Which note of a bundle to make, and as what it is made again. */
export function wishFor({ manifest }: Carried, form: Form, copyOf = manifest.copyOf): PrepareOptions {
  const { conformance, language, package: made, zlib } = manifest
  return {
    note: BUNDLED.note,
    registers: [BUNDLED.register],
    form,
    language,
    conformance,
    embed: manifest.form === form || undefined,
    // An issue that carries its records was made to stay in the house.
    internal: form === 'issue' && manifest.form === 'issue',
    copyOf: form === 'regenerated-copy' ? (copyOf ?? undefined) : undefined,
    maker: { package: made, zlib }
  }
}

/** The engine of the closed world of a bundle. */
export function engineOf({ bundle }: Carried, { world, preparsed, lettering }: RebuildContext) {
  return createEngine(worldOf(bundle, world), { preparsed, lettering })
}

/**
 * Makes a note again from what a copy of it carries and from nothing else: the same way through as the first time, in a
 * closed world. Throws `Rejected` where its records or templates do not make a note.
 */
export function rebuild(
  carried: Carried,
  form: Form,
  rebuildContext: RebuildContext,
  copyOf = carried.manifest.copyOf
) {
  return render(engineOf(carried, rebuildContext), { ...wishFor(carried, form, copyOf), format: 'pdf' })
}
