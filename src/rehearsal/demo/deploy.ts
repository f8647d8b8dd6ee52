// The command that a checklist runs to deploy: `node deploy.ts <api|worker> <sha>`. Like a real platform's
// command it reports that the deployment was accepted, which does not say that the release runs.
const [service = '', sha = ''] = process.argv.slice(2)
const { PLATFORM_URL: url, PLATFORM_TOKEN: token } = process.env

process.exitCode = await deploy().then(
  message => {
    console.log(message)
    return 0
  },
  (error: Error) => {
    console.error(`deploy: ${error.message}`)
    return 1
  },
)

async function deploy(): Promise<string> {
  if (service === '' || sha === '') throw new Error('usage: deploy.ts <api|worker> <sha>')
  if (!url || !token) throw new Error('PLATFORM_URL and PLATFORM_TOKEN must be set')
  const response = await fetch(`${url}/deploy`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ service, sha }),
    signal: AbortSignal.timeout(10_000),
  }).catch(error => {
    throw new Error(`the platform at ${url} cannot be reached (${error.cause?.code ?? error.message})`)
  })
  const answer = (await response.json()) as { error_code?: string }
  if (response.status !== 202)
    throw new Error(`the platform answered ${response.status} ${answer.error_code ?? ''}`.trim())
  return `${service} ${sha}: accepted`
}
