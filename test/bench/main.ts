import { benchBackup } from './backup.bench.ts'
import { benchMigrate } from './migrate.bench.ts'
import { benchPreflight } from './preflight.bench.ts'
import { benchStart } from './start.bench.ts'

// `npm run bench`, or `npm run bench -- start backup`: measures the built actions beside what one would do by hand.
const benches = { start: benchStart, preflight: benchPreflight, backup: benchBackup, migrate: benchMigrate }
const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !(name in benches))
if (unknown.length > 0)
  throw new Error(`no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`)
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) await bench()
