import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeWorkspace, type Workspace } from './workspace.ts'

/** A revision: its name, what it follows, and the Python of its upgrade. */
export type Revision = readonly [name: string, after: string | undefined, upgrade: string]

export type Engine = 'sync' | 'async'

const checklist = `gatesheet: 1
name: Alembic
migrate:
  tool: alembic
  directory: backend
  database: \${DATABASE_URL}
`

/** A project with its alembic.ini in `backend`, as `alembic init` makes it, that reads DATABASE_URL. */
export async function makeProject(
  engine: Engine,
  revisions: readonly Revision[],
  oneTransactionEach: boolean,
): Promise<Workspace> {
  const workspace = await makeWorkspace({ 'checklist.yml': checklist })
  const backend = join(workspace.path, 'backend')
  const versions = join(backend, 'migrations', 'versions')
  await mkdir(versions, { recursive: true })
  await writeFile(join(backend, 'alembic.ini'), '[alembic]\nscript_location = %(here)s/migrations\n')
  await writeFile(join(backend, 'migrations', 'env.py'), environment(engine, oneTransactionEach))
  for (const [name, after, upgrade] of revisions)
    await writeFile(join(versions, `${name}.py`), revision(name, after, upgrade))
  return workspace
}

const revision = (name: string, after: string | undefined, upgrade: string): string => `"""Revision ${name}"""
from alembic import op
import sqlalchemy as sa

revision = "${name}"
down_revision = ${after === undefined ? 'None' : `"${after}"`}
branch_labels = None
depends_on = None


def upgrade():
    ${upgrade}


def downgrade():
    pass
`

const python = (value: boolean): string => (value ? 'True' : 'False')

const environment = (engine: Engine, oneTransactionEach: boolean): string => `import asyncio
import os

from alembic import context
from sqlalchemy import create_engine, pool
from sqlalchemy.ext.asyncio import create_async_engine

url = os.environ["DATABASE_URL"]


def migrate(connection):
    context.configure(connection=connection, transaction_per_migration=${python(oneTransactionEach)})
    with context.begin_transaction():
        context.run_migrations()


def online():
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.connect() as connection:
        migrate(connection)


async def online_async():
    engine = create_async_engine(url, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(migrate)


if context.is_offline_mode():
    context.configure(url=url, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    ${engine === 'async' ? 'asyncio.run(online_async())' : 'online()'}
`
