import type { Ports } from '../core/ports.ts'
import { systemClock } from './clock.ts'
import { fileSystem } from './files.ts'
import { runShell } from './shell.ts'

/** The real edges. Drivers are loaded when they are first used. */
export const realPorts = (env: Readonly<Record<string, string | undefined>>): Ports => ({
  clock: systemClock,
  http: async (request, signal) => (await import('./http.ts')).httpRequest(request, signal),
  sql: async (request, signal) => (await import('./sql.ts')).sqlQuery(request, signal),
  shell: (command, signal) => runShell(command, signal, env as NodeJS.ProcessEnv),
  files: fileSystem,
  env,
})
