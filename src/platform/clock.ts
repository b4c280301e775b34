import { sql, type Source } from './db/database.ts'

const MEASUREMENTS = 3

/** PostgreSQL's clock, kept at hand: this process's own clock plus the offset last measured. */
export class Clock {
  #offset = 0

  now(): Date {
    return new Date(this.nowMs())
  }

  nowMs(): number {
    return Date.now() + this.#offset
  }

  /** Measures the offset to the database's clock, to within half a round trip: the shortest, since one may have waited for this process. */
  async synchronise(source: Source): Promise<void> {
    let best = await measure(source)
    for (let i = 1; i < MEASUREMENTS; i++) {
      const another = await measure(source)
      if (another.roundTripMs < best.roundTripMs) best = another
    }
    this.#offset = best.offsetMs
  }
}

async function measure({ q }: Source): Promise<{ offsetMs: number; roundTripMs: number }> {
  const before = Date.now()
  const { rows } = await sql<{
    ms: number
  }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(q)
  const after = Date.now()
  return { offsetMs: (rows[0]?.ms ?? after) - (before + after) / 2, roundTripMs: after - before }
}
