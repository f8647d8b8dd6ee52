-- "IF NOT EXISTS": this schema is older than the migration ledger, so a runner may meet it already there.
CREATE TABLE IF NOT EXISTS inbox_item (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  chat text NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS inbox_item_chat ON inbox_item (chat, created_at DESC);

CREATE TABLE IF NOT EXISTS job (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'dlq')),
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  run_at timestamptz NOT NULL DEFAULT now(),
  claimed_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX IF NOT EXISTS job_waiting ON job (run_at) WHERE state IN ('queued', 'running');

CREATE TABLE IF NOT EXISTS idempotency_key (
  route text NOT NULL,
  key text NOT NULL,
  body_digest text NOT NULL,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (route, key)
);

CREATE TABLE IF NOT EXISTS worker_heartbeat (
  instance uuid PRIMARY KEY,
  sha text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now()
);
