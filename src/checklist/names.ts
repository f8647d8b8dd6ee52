/** Names that every template may use, with their meaning for the reference. */
export const builtIns: Record<string, string> = {
  sha: 'the commit that is rolled out, all characters',
  'short-sha': 'its first 12 characters',
  environment: 'the environment',
  uuid: 'a new UUID for each check, the same in all its attempts',
  now: 'the time when the check starts, ISO 8601, UTC',
  since: 'the time when the run began, ISO 8601, UTC',
  'run-id': 'identifies the run',
  baseline: 'what preflight measured for this check (see `baseline`)',
  'previous.sha': 'the release that ran before (see `rollback-check.previous`)',
  'backup.file': 'path of this run’s backup',
}

/** Environment variables are written in capitals, so that a typo in a lower-case name is found before a run. */
export const isEnvironmentName = (name: string): boolean => /^[A-Z_][A-Z0-9_]*$/.test(name)
