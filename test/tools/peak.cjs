/** Required before a program: writes how many kilobytes of memory it held at most into the file that `VERBALE_PEAK` names. */
const { writeFileSync } = require('node:fs')
const { isMainThread } = require('node:worker_threads')

const file = process.env.VERBALE_PEAK
if (isMainThread && file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)))
