/** A register that the user names in; how any file stands in it out. */
import { type Standing, standingIn, type Told } from '../../archive/standing.ts'
import { refuse } from '../../diagnostic.ts'
import { numberedNotes } from '../../records/registered.ts'
import { fileNamed } from '../disk/pdfs.ts'
import { readRegister, registerAgain } from '../disk/register.ts'
import type { Shell } from '../shell.ts'

/** Reads the register once. Throws `Rejected` with what is wrong with it, and `Obstacle` where it cannot be read. */
export function standingsIn(register: string, { cwd }: Pick<Shell, 'cwd'>): (told: Told) => Standing {
  const { source } = registerAgain({ path: fileNamed(register, cwd), shown: register })
  const { value, findings } = readRegister(source)
  refuse(findings)
  if (value === null) throw new Error('a finding is missing')
  const index = numberedNotes(value)
  return told => standingIn(value, index, told)
}
