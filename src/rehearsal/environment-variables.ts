import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import type { EnvironmentName } from './database.ts'
import type { Host } from './host.ts'
import type { Repository } from './repository.ts'
import { secret } from './secret.ts'

type Variables = Record<string, string>

/** There is no Redis behind these: the demonstration keeps its queue in PostgreSQL and only has to be given one. */
const REDIS_URLS: Record<EnvironmentName, string> = {
  staging: 'redis://127.0.0.1:6390/0',
  production: 'redis://127.0.0.1:6391/0',
}

/** What the checklist demands of the services of one environment; every secret is random and its own. */
export function serviceVariables(
  name: EnvironmentName,
  databaseUrl: string,
  todoist: { base: string; token: string },
): Variables {
  return {
    DATABASE_URL: databaseUrl.replace(/^postgresql:/, 'postgresql+asyncpg:'),
    REDIS_URL: REDIS_URLS[name],
    APP_AUTH_BEARER_TOKENS: `${secret(32)},${secret(32)}`,
    LLM_PROVIDER: 'openai-compatible',
    LLM_API_BASE_URL: 'https://llm.example.invalid/v1',
    LLM_API_KEY: secret(32),
    LLM_MODEL_EXTRACT: 'small-1',
    LLM_MODEL_QUERY: 'large-1',
    LLM_MODEL_PLAN: 'large-1',
    LLM_MODEL_SUMMARIZE: 'small-1',
    SYNC_ENABLED: 'true',
    TODOIST_TOKEN: todoist.token,
    TODOIST_API_BASE: todoist.base,
    TELEGRAM_ENABLED: 'true',
    TELEGRAM_BOT_TOKEN: `${randomInt(100_000_000, 1_000_000_000)}:${secret(35)}`,
    TELEGRAM_WEBHOOK_SECRET: secret(32),
  }
}

/** What the rollout needs besides: where to look, whom to be, and the commands that deploy and roll back. */
export function rolloutVariables(services: Variables, host: Host, repository: Repository): Variables {
  const deploy = (service: string) =>
    `"${process.execPath}" "${join(import.meta.dirname, 'demo', 'deploy.ts')}" ${service}`
  return {
    API_URL: host.apiUrl,
    SMOKE_TOKEN: services['APP_AUTH_BEARER_TOKENS']?.split(',')[0] ?? '',
    DEPLOY_API: deploy('api'),
    DEPLOY_WORKER: deploy('worker'),
    ROLLBACK_API: `${deploy('api')} ${repository.previousSha}`,
    ROLLBACK_WORKER: `${deploy('worker')} ${repository.previousSha}`,
    PLATFORM_URL: host.platform.url,
    PLATFORM_TOKEN: host.platform.token,
    API_LOGS: host.logs.api,
    WORKER_LOGS: host.logs.worker,
  }
}
