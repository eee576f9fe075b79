/** The stories of notes that are made, issued and explained. */
import { tell } from './stories.ts'

tell('render', 'issue', 'explain')
