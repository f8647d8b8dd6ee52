import type { AddressInfo } from 'node:net'
import { isAuthorized } from './auth.ts'
import { openPool } from './database.ts'
import { healthRoutes } from './health-routes.ts'
import { inboxRoutes } from './inbox-routes.ts'
import { stopGracefully } from './lifetime.ts'
import { writeLog } from './log.ts'
import { Refusal } from './refusal.ts'
import { createServer } from './server.ts'
import { readSettings } from './settings.ts'
import { syncRoutes } from './sync-routes.ts'

// The API process of the demonstration: `node api.ts`.
const settings = readSettings(process.env)
const pool = openPool(settings, 'inbox-api')
const release = { settings, pool }
const requests = { total: 0, errors_5xx: 0 }

const server = createServer({
  routes: [...healthRoutes(release, requests), ...inboxRoutes(release), ...syncRoutes(release)],
  admit: (path, headers) => {
    if (!path.startsWith('/v1/')) return
    if (!isAuthorized(headers.authorization, settings.bearerTokens)) throw new Refusal(401, 'unauthorized')
  },
  record: record => {
    if (record.route?.startsWith('/v1/')) {
      requests.total += 1
      if (record.status >= 500) requests.errors_5xx += 1
    }
    writeLog(record)
  },
})

server.listen(settings.port, settings.host, () => {
  const { port } = server.address() as AddressInfo
  writeLog({ event: 'listening', service: 'api', sha: settings.sha, port })
})

stopGracefully(async () => {
  await new Promise(resolve => {
    server.close(resolve)
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  })
  await pool.end()
})
