import { z } from 'zod'

export const FORMAT = 1

const NAME = /^[a-z_][a-z0-9_]{0,62}$/
const name = z.string().regex(NAME)

/** The first entry: what is inside, and which schema it fits. */
export const manifestSchema = z.object({
  pressbox: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that the database had. */
  migrations: z.array(z.string().regex(/^\d{4}_[a-z0-9_]{1,80}\.sql$/)),
  tables: z.array(z.object({ name, columns: z.array(name).min(1) })).max(1000),
})
export type Manifest = z.output<typeof manifestSchema>

/** The last entry: an archive without it was cut off. */
export const endSchema = z.object({ tables: z.number().int(), files: z.number().int() })

export type EntryName =
  { kind: 'manifest' } | { kind: 'end' } | { kind: 'table'; table: string } | { kind: 'file'; sha256: string }

export const MANIFEST = 'pressbox.json'
export const END = 'end.json'
export const tableEntry = (table: string): string => `tables/${table}.copy`
export const fileEntry = (sha256: string): string => `files/${sha256}`

/** An archive holds these names and no others: no path of it is ever used as one. */
export function parseEntryName(text: string): EntryName | null {
  if (text === MANIFEST) return { kind: 'manifest' }
  if (text === END) return { kind: 'end' }
  const table = /^tables\/([a-z_][a-z0-9_]{0,62})\.copy$/.exec(text)?.[1]
  if (table !== undefined) return { kind: 'table', table }
  const sha256 = /^files\/([0-9a-f]{64})$/.exec(text)?.[1]
  return sha256 === undefined ? null : { kind: 'file', sha256 }
}

/** Whoever runs the command can act on it: its message is a whole sentence, printed without a stack. */
export class BackupProblem extends Error {}
