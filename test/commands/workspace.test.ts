/** The stories of a workspace: how it is made and checked, and what the command line takes. */
import { tell } from './stories.ts'

tell('check', 'codes', 'confirm', 'findings', 'new', 'usage')
