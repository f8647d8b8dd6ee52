import type { BackupEvidence } from '../../core/result.ts'
import { formatSize } from '../../core/units.ts'
import { factsList } from './facts-list.ts'
import { type Html, html } from './html.ts'
import { momentText } from './times.ts'

/** Where the backup is, how it can be recognised, and what it was made with. */
export const backupFacts = (backup: BackupEvidence): Html =>
  factsList([
    ['Backup', html`<code>${backup.file}</code>`],
    ['Manifest', html`<code>${backup.manifest}</code>`],
    ['Size', `${formatSize(backup.bytes)}, ${backup.entries} entries`],
    ['SHA-256', html`<code>${backup.sha256}</code>`],
    ['Taken', momentText(backup.takenAt)],
    ['Database', backup.database],
    ['Versions', `server ${backup.serverVersion}, pg_dump ${backup.clientVersion}`],
    ['Verified', 'hash of the stored bytes, contents can be listed'],
  ])
