/** The stories of notes that are kept. */
import { tell } from './stories.ts'

tell('record', 'verify')
