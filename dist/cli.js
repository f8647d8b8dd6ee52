#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error(`gatesheet needs Node.js 22 or newer; this is ${process.versions.node}.`)
  process.exit(2)
}
const { runCli } = await import('./index.js')
await runCli(process.argv.slice(2))
