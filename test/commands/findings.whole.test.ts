/** The stories of single findings and their codes: many, and each by itself; `npm test` leaves them to `npm run test:all`. */
import { tell } from './stories.ts'

tell('codes', 'findings')
