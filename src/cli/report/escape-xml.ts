/** Text in XML. */

import { visible } from './print.ts'

/** For text and attributes; what XML 1.0 cannot hold is written as it is for people. */
export function escaped(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
