import type { Ports } from '../core/ports.ts'
import { systemClock } from './clock.ts'

/** The real edges. Each loads what it drives when it is first used. */
export const realPorts = (env: Readonly<Record<string, string | undefined>>): Ports => ({
  clock: systemClock,
  http: async (request, signal) => (await import('./http.ts')).httpRequest(request, signal),
  sql: async (request, signal) => (await import('./sql.ts')).sqlQuery(request, signal),
  shell: async (command, signal) =>
    (await import('./shell.ts')).runShell(command, signal, env as NodeJS.ProcessEnv),
  files: {
    readTail: async (path, maxBytes) => (await import('./files.ts')).readTail(path, maxBytes),
    glob: async (pattern, folder) => (await import('./files.ts')).globFiles(pattern, folder),
  },
  env,
})
