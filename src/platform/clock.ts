import { sql, type Source } from './db/database.ts'

/** PostgreSQL's clock, kept at hand: this process's own clock plus the offset last measured. */
export class Clock {
  #offset = 0

  now(): Date {
    return new Date(Date.now() + this.#offset)
  }

  /** Measures the offset to the database's clock, to within half a round trip. */
  async synchronise({ q }: Source): Promise<void> {
    const before = Date.now()
    const { rows } = await sql<{
      ms: number
    }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(q)
    const after = Date.now()
    const answered = rows[0]?.ms
    if (answered !== undefined) this.#offset = answered - (before + after) / 2
  }
}
