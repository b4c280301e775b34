import type { z } from 'zod'
import { sql, type Source } from './db/database.ts'
import { Refusal } from './http/problem.ts'
import type { Derived } from './live/derived.ts'
import type { Write } from './log/write.ts'

export const settingsTopic = (name: string): string => `settings:${name}`

export interface Setting<T> {
  value: T
  /** 0: never written, the default holds. */
  revision: number
}

/** A setting as it stands in the database, and as the schemas that asked for it have read it. */
export interface KeptSetting {
  /** `null`: never written. */
  row: { value: unknown; revision: number } | null
  readings: Map<z.ZodType, Setting<unknown>>
}

/** The platform and its renderings keep settings until their topics change; within a use case, what its transaction sees holds. */
export interface SettingSource extends Source {
  readonly settings?: Derived<KeptSetting> | undefined
}

export async function findSetting({ q }: Source, name: string): Promise<KeptSetting> {
  const { rows } = await sql<{
    value: unknown
    revision: number
  }>`select value, revision from settings where name = ${name}`.execute(q)
  return { row: rows[0] ?? null, readings: new Map() }
}

/** A setting as its schema reads it: a field that a newer version adds takes its default. Shared by all who ask: not to be changed. */
export async function readSetting<S extends z.ZodType>(
  source: SettingSource,
  name: string,
  schema: S,
): Promise<Setting<z.output<S>>> {
  const { row, readings } = source.settings
    ? (await source.settings.get(name)).value
    : await findSetting(source, name)
  const known = readings.get(schema) as Setting<z.output<S>> | undefined
  const setting = known ?? { value: schema.parse(row?.value ?? {}), revision: row?.revision ?? 0 }
  readings.set(schema, setting)
  return setting
}

/** Replaces a setting, if it still has the revision that the change is based on; returns the new revision. */
export async function writeSetting(w: Write, name: string, value: unknown, basedOn: number): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    insert into settings (name, value) select ${name}, ${JSON.stringify(value)}::jsonb where ${basedOn} = 0
    on conflict (name) do nothing returning revision`.execute(w.q)
  const { rows: updated } = rows[0]
    ? { rows }
    : await sql<{ revision: number }>`
        update settings set value = ${JSON.stringify(value)}::jsonb, revision = revision + 1, updated_at = now()
        where name = ${name} and revision = ${basedOn} returning revision`.execute(w.q)
  const revision = updated[0]?.revision
  if (revision === undefined) {
    const { rows: current } = await sql<{
      value: unknown
      revision: number
    }>`select value, revision from settings where name = ${name}`.execute(w.q)
    throw new Refusal(
      'stale',
      'These settings were changed meanwhile. Look at the other version, then save again.',
      { current: current[0] },
    )
  }
  w.touch(settingsTopic(name))
  return revision
}

/** A secret of this installation, drawn once and kept in the database. */
export async function secret({ q }: Source, name: string, draw: () => string): Promise<string> {
  await sql`insert into settings (name, value) values (${`secret:${name}`}, to_jsonb(${draw()}::text)) on conflict (name) do nothing`.execute(
    q,
  )
  const { rows } = await sql<{
    value: string
  }>`select value #>> '{}' as value from settings where name = ${`secret:${name}`}`.execute(q)
  const value = rows[0]?.value
  if (!value) throw new Error(`The secret "${name}" could not be stored.`)
  return value
}
