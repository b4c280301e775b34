import { Superseded } from './tool-problem.ts'

const STEP_MS = 500

/**
 * Runs long work and tells how far it is, twice a second at most. `tell` answers whether the work is still ours: where it is not (cancelled,
 * changed, taken up by another), the work's signal is aborted, and it ends as `Superseded`, as it does when we are told to stop.
 */
export async function keepInStep<T>(
  signal: AbortSignal,
  tell: (fraction: number) => Promise<boolean>,
  act: (signal: AbortSignal, onProgress: (fraction: number) => void) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const both = AbortSignal.any([signal, controller.signal])
  let fraction = 0
  let telling = false
  const timer = setInterval(() => {
    if (telling) return
    telling = true
    tell(fraction)
      .then((isOurs) => isOurs || controller.abort())
      // The database is away for a moment: the work goes on, and its end is asked for again.
      .catch(() => undefined)
      .finally(() => (telling = false))
  }, STEP_MS)
  try {
    return await act(both, (now) => (fraction = now))
  } catch (error) {
    throw both.aborted ? new Superseded() : error
  } finally {
    clearInterval(timer)
  }
}
