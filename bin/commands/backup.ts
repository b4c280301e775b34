import { BackupProblem } from '../../src/platform/backup/archive-format.ts'
import { backUp } from '../../src/platform/backup/back-up.ts'
import { restore } from '../../src/platform/backup/restore.ts'
import { readConfig } from '../../src/platform/config.ts'
import { withDatabase, withDatabaseOrRunning } from './with-database.ts'

const BYTES_PER_MB = 1_000_000

/** Works beside a running site too: the archive is as of one instant. */
export async function backUpSite([archive]: string[]): Promise<number> {
  if (archive === undefined) throw new BackupProblem('Say where to: pressbox backup FILE')
  const config = readConfig(process.env)
  const { tables, files, bytes } = await withDatabaseOrRunning(config, (url) =>
    backUp({ url, dataDir: config.PRESSBOX_DATA, archive }),
  )
  const size = (bytes / BYTES_PER_MB).toFixed(1)
  console.log(
    `Wrote ${tables} tables and ${files} files to ${archive} (${size} MB). It holds secrets: keep it safe.`,
  )
  return 0
}

export async function restoreSite([archive]: string[]): Promise<number> {
  if (archive === undefined) throw new BackupProblem('Say what from: pressbox restore FILE')
  const { PRESSBOX_DATA: dataDir } = readConfig(process.env)
  const { tables, files } = await withDatabase((url) => restore({ url, dataDir, archive }))
  console.log(`Restored ${tables} tables and ${files} files.`)
  return 0
}
