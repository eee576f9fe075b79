/**
 * Stands in for Node's `assert` in the bundle: yargs asks two questions of it, and the real one loads standard error and
 * all that says how two values differ.
 */
function strictEqual(actual, expected, message) {
  if (!Object.is(actual, expected)) throw new Error(message ?? 'the values differ')
}

function notStrictEqual(actual, expected, message) {
  if (Object.is(actual, expected)) throw new Error(message ?? 'the values are the same')
}

module.exports = { strictEqual, notStrictEqual }
