/** The stories of a workspace: how it is made and checked, and what the command line takes (its findings: `findings.whole.test.ts`). */
import { tell } from './stories.ts'

tell('check', 'confirm', 'new', 'usage')
