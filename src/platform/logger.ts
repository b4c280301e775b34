import { pino, type Logger } from 'pino'

export type { Logger }

/** Structured logs, one JSON object a line, to standard error: standard output says only what a person at the terminal needs. */
export const createLogger = (level: string): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: plainError } },
    pino.destination({ dest: 2, sync: false }),
  )

/** Drivers hang whole connections onto their errors: only what says what happened is logged. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, stack, cause } = error
  return {
    name,
    message,
    ...('code' in error && { code: error.code }),
    stack,
    ...(cause !== undefined && { cause: plainError(cause) }),
  }
}
