/** The shaper's WebAssembly and the bytes of faces in; the glyphs of a word, with their places, out. */
import { once } from '../once.ts'
import type { ShapedWord } from './page.ts'

/** A face that HarfBuzz has opened; a number that means something to the shaper that gave it alone. */
export type Font = number

/** What HarfBuzz makes of a text. */
type Glyphs = Pick<ShapedWord, 'glyphs' | 'advances' | 'dx' | 'dy' | 'clusters' | 'width'>

/** HarfBuzz, as much of it as a note needs. */
export interface Shaper {
  /** Opens a TrueType face; its bytes are copied and stay for the life of the shaper. */
  open(face: Uint8Array): Font
  /** Shapes a text with kerning and ligatures; `language` (BCP 47) decides on local forms, such as no fi in Azerbaijani. */
  shape(font: Font, language: string, text: string): Glyphs
  /** How much of a glyph's advance is empty, left and right together, in font units. */
  bearings(font: Font, glyph: number): number
}

/** Source Serif 4, and whatever stands in for it, has this many units to the em; widths are given in them. */
export const UNITS_PER_EM = 1000

/** The longest text that is shaped at once: its offsets must fit into 16 bits. */
export const LONGEST_TEXT = 8192

type Call = (...args: readonly number[]) => number
const WASM_PAGE = 65536
/** HB_MEMORY_MODE_WRITABLE of hb-blob.h: the bytes are the blob's own. */
const OWN_BYTES = 2
/** 32-bit words in an hb_glyph_info_t and in an hb_glyph_position_t (hb-buffer.h). */
const RECORD = 5

/**
 * Starts HarfBuzz (the build of harfbuzzjs) without its own wrapper, which loads itself asynchronously and makes two
 * objects for each glyph. Memory that grows takes all views with it, so views are made anew after each call.
 */
export function createShaper(wasm: Uint8Array): Shaper {
  const { call, memory } = instantiate(wasm)
  const shapeText = call('hb_shape')
  const clear = call('hb_buffer_clear_contents')
  const setLanguage = call('hb_buffer_set_language')
  const addText = call('hb_buffer_add_utf16')
  const guess = call('hb_buffer_guess_segment_properties')
  const lengthOf = call('hb_buffer_get_length')
  const infosOf = call('hb_buffer_get_glyph_infos')
  const positionsOf = call('hb_buffer_get_glyph_positions')
  const buffer = call('hb_buffer_create')()
  const scratch = call('malloc')(LONGEST_TEXT * 2)
  const languages = new Map<string, number>()

  const open = (face: Uint8Array): Font => {
    const at = call('malloc')(face.length)
    new Uint8Array(memory.buffer).set(face, at)
    const opened = call('hb_face_create')(call('hb_blob_create')(at, face.length, OWN_BYTES, 0, 0), 0)
    if (call('hb_face_get_upem')(opened) !== UNITS_PER_EM)
      throw new Error(`a face must have ${UNITS_PER_EM} units to the em`)
    return call('hb_font_create')(opened)
  }
  const readLanguage = (tag: string): number => {
    const view = new Uint8Array(memory.buffer)
    for (let i = 0; i < tag.length; i++) view[scratch + i] = tag.charCodeAt(i)
    return call('hb_language_from_string')(scratch, tag.length)
  }
  const shape = (font: Font, language: string, text: string): Glyphs => {
    if (text.length > LONGEST_TEXT) throw new Error('a text is too long to be shaped at once')
    const tongue = once(languages, language, readLanguage)
    const letters = new Uint16Array(memory.buffer, scratch, text.length)
    for (let i = 0; i < text.length; i++) letters[i] = text.charCodeAt(i)
    clear(buffer)
    setLanguage(buffer, tongue)
    addText(buffer, scratch, text.length, 0, text.length)
    guess(buffer)
    shapeText(font, buffer, 0, 0)
    const count = lengthOf(buffer)
    return readGlyphs(memory, infosOf(buffer, 0), positionsOf(buffer, 0), count)
  }
  const bearings = (font: Font, glyph: number): number => {
    call('hb_font_get_glyph_extents')(font, glyph, scratch)
    // hb_glyph_extents_t: x_bearing, y_bearing, width, height.
    const width = new Int32Array(memory.buffer, scratch, 4)[2] ?? 0
    return call('hb_font_get_glyph_h_advance')(font, glyph) - width
  }
  return { open, shape, bearings }
}

/** Copies glyphs out of the shaper's memory, where the next call would overwrite them. */
function readGlyphs(memory: WebAssembly.Memory, infosAt: number, positionsAt: number, count: number): Glyphs {
  const infos = new Uint32Array(memory.buffer, infosAt, count * RECORD)
  const positions = new Int32Array(memory.buffer, positionsAt, count * RECORD)
  const glyphs = new Uint16Array(count)
  const advances = new Int16Array(count)
  const dx = new Int16Array(count)
  const dy = new Int16Array(count)
  const clusters = new Uint16Array(count)
  let width = 0
  for (let i = 0, at = 0; i < count; i++, at += RECORD) {
    glyphs[i] = infos[at] ?? 0
    clusters[i] = infos[at + 2] ?? 0
    advances[i] = positions[at] ?? 0
    dx[i] = positions[at + 2] ?? 0
    dy[i] = positions[at + 3] ?? 0
    width += positions[at] ?? 0
  }
  return { glyphs, advances, dx, dy, clusters, width }
}

/** An instance of its own, with the few things that Emscripten's runtime would give it. */
function instantiate(wasm: Uint8Array): { call: (name: string) => Call; memory: WebAssembly.Memory } {
  const nothing = () => 0
  const fail = () => {
    throw new Error('HarfBuzz gave up')
  }
  const module = new WebAssembly.Module(new Uint8Array(wasm))
  const { exports } = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: { proc_exit: fail },
    env: {
      _abort_js: fail,
      _emscripten_runtime_keepalive_clear: nothing,
      _setitimer_js: nothing,
      emscripten_resize_heap: (size: number) => grow(memoryOf(exports), size)
    }
  })
  const call = (name: string): Call => {
    const found = exports[name]
    if (typeof found !== 'function') throw new Error(`the shaper lacks ${name}`)
    return found as Call
  }
  call('__wasm_call_ctors')()
  return { call, memory: memoryOf(exports) }
}

function memoryOf(exports: WebAssembly.Exports): WebAssembly.Memory {
  const memory = exports['memory']
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('the shaper has no memory')
  return memory
}

/** Makes room for `size` bytes; 1 says that there is. */
function grow(memory: WebAssembly.Memory, size: number): number {
  const missing = size - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / WASM_PAGE))
  return 1
}
