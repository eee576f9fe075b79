/**
 * An image as a file of a note can hold it: samples that are packed already, and what stands against one that is not so. A
 * PDF takes them as they are packed, so almost nothing has to be decoded; the decoders of npm unpack a stream whole,
 * whatever its header asks for (fast-png 8.0.0, upng-js 2.1.0), or need Node (pngjs 7.0.0).
 */

/** The colours of a plane: one value a sample, three, or a place in a table of red, green and blue. */
export type Colours =
  | { readonly type: 'grey' }
  | { readonly type: 'rgb' }
  | { readonly type: 'palette'; readonly table: Uint8Array }

/** The samples of one picture, row by row from the top. */
export interface Plane {
  readonly colours: Colours
  /** Of one sample. */
  readonly bits: 1 | 2 | 4 | 8
  /**
   * `flate`: rows as they are, deflated. `predicted`: rows with the PNG filter of each in front (PNG, clause 9), deflated.
   * `jpeg`: a JPEG of these samples and nothing else.
   */
  readonly coding: 'flate' | 'predicted' | 'jpeg'
  readonly bytes: Uint8Array
}

export interface Image {
  /** In pixels, which are square. */
  readonly width: number
  readonly height: number
  readonly samples: Plane
  /** How opaque each pixel is, where not all are wholly so. */
  readonly opacity: Plane | null
}

/** The most bytes that an image may have (4 MiB), and the most pixels, along one side and in all: 16 MB once inflated. */
export const LARGEST_IMAGE = 4 * 1024 * 1024
const LONGEST_SIDE = 4000
const MOST_PIXELS = 4_000_000

/** Why an image is not taken: a message and a hint for a diagnostic. `records/emblem.ts` says where it is named. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/** Refuses sides that are empty or too long, before anything is made of their length. */
export function checkSides(width: number, height: number): void {
  const isBounded = width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS
  if (width > 0 && height > 0 && isBounded) return
  throw new Unusable(
    `the image says that it is ${width} by ${height} pixels`,
    `an emblem has at most ${LONGEST_SIDE} pixels along each side, and four million in all; 600 by 600 are plenty`
  )
}

/** Refuses a picture that would be drawn out of shape. */
export function checkSquare(across: number, down: number): void {
  if (across === down) return
  throw new Unusable(
    `the pixels of the image are not square: ${across} to ${down}`,
    'save it again with the same resolution both ways'
  )
}

/** Profiles in whose name one of these stands are, for the eye, the colours and greys of a note's output intent. */
const KNOWN_COLOURS = /sRGB|sGray|Gray Gamma 2\.2/

/** Refuses colours that would come out as others: a note is printed in sRGB (IEC 61966-2-1). */
export function checkProfile(profile: Uint8Array): void {
  // A name stands in a profile as ASCII (version 2) or as UTF-16 (version 4).
  if (KNOWN_COLOURS.test(latin1(profile).replaceAll('\0', ''))) return
  throw otherColours('in a profile of its own')
}

/** The refusal of an image whose colours are not those of the page. */
export function otherColours(how: string): Unusable {
  return new Unusable(`the image states its colours ${how}, which is not sRGB`, 'convert it to sRGB and save it again')
}

/** Bytes as text, a character for each. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
