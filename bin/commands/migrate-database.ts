import { migrate } from '../../src/platform/db/migrate.ts'
import { withDatabase } from './with-database.ts'

export async function migrateDatabase(): Promise<number> {
  const applied = await withDatabase((url) => migrate(url))
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
  return 0
}
