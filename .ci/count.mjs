// node count.mjs <results of vitest> <its exit code>: prints how many tests passed and how many failed.
// A file that could not be loaded, an error outside of a test and a run without results count as one failure.
import { existsSync, readFileSync } from 'node:fs'

const [file, status] = process.argv.slice(2)
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = results
const unloaded = testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some(test => test.status === 'failed'),
).length
const failed = numFailedTests + unloaded
console.log(numPassedTests, failed === 0 && status !== '0' ? 1 : failed)
