import { pino, type Logger } from 'pino'

export type { Logger }

/** Structured logs, one JSON object a line, to standard error: standard output says only what a person at the terminal needs. */
export const createLogger = (level: string): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  )
