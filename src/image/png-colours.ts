/** What a PNG says of its colours and pixels besides their numbers in; a refusal of all that would come out otherwise. */
import type { World } from '../world.ts'
import { checkProfile, checkSquare, otherColours } from './image.ts'
import { broken, type Chunk, viewOf } from './png-chunks.ts'

/** The most that a colour profile may hold once inflated (1 MiB). */
const LARGEST_PROFILE = 1024 * 1024
/** 1/2.2 in hundred-thousandths, as PNG writes the tone curve nearest to that of sRGB (clause 11.3.2.1). */
const GAMMA = { value: 45455, off: 2000 } as const
/** White and the primaries of sRGB as PNG writes them (clause 11.3.2.1), and how far rounding may be off. */
const PRIMARIES = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000] as const
const PRIMARIES_OFF = 1000
/** The code points of sRGB: its primaries, its curve, red, green and blue, the full range (ITU-T H.273). */
const CODE_POINTS = '1,13,0,1'

type Check = (data: Uint8Array, inflate: World['inflate']) => void

/** By the chunk that says it. The first three are passed over where the image says that it is in sRGB. */
const CHECKS: Readonly<Record<string, Check>> = {
  gAMA: data => {
    if (Math.abs((numbers(data)[0] ?? 0) - GAMMA.value) > GAMMA.off) throw otherColours('with a tone curve of its own')
  },
  cHRM: data => {
    const off = PRIMARIES.some((wanted, index) => Math.abs((numbers(data)[index] ?? 0) - wanted) > PRIMARIES_OFF)
    if (off) throw otherColours('with primaries of its own')
  },
  iCCP: (data, inflate) => {
    // A name, a null, the method of compression, the profile.
    const profile = inflate(data.subarray(data.indexOf(0) + 2), LARGEST_PROFILE)
    if (profile === null) throw broken('its colour profile cannot be read')
    checkProfile(profile)
  },
  cICP: data => {
    if (data.join() !== CODE_POINTS) throw otherColours('as for film')
  },
  pHYs: data => {
    const [across = 0, down = 0] = numbers(data)
    checkSquare(across, down)
  }
}

const BEATEN_BY_SRGB = ['gAMA', 'cHRM', 'iCCP']

/** Refuses colours that are not sRGB, and pixels that are not square. */
export function checkStated(chunks: readonly Chunk[], inflate: World['inflate']): void {
  const isSrgb = chunks.some(each => each.type === 'sRGB')
  for (const { type, data } of chunks) {
    if (isSrgb && BEATEN_BY_SRGB.includes(type)) continue
    if (Object.hasOwn(CHECKS, type)) CHECKS[type]?.(data, inflate)
  }
}

/** The whole numbers of four bytes that a chunk begins with. */
function numbers(data: Uint8Array): number[] {
  const view = viewOf(data)
  return Array.from({ length: Math.floor(data.length / 4) }, (_, index) => view.getUint32(4 * index))
}
