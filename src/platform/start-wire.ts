import { z } from 'zod'

const zone = z.string().trim().max(60)

/** A start is a wall-clock time in a zone; `which` decides an hour that the clock goes through twice. An instant does as well. */
export const Start = z.union([
  z.strictObject({
    wall: z
      .string()
      .regex(
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/,
        'must be a wall-clock time such as 2026-11-22T20:00',
      ),
    zone,
    which: z.enum(['earlier', 'later']).optional(),
  }),
  z.strictObject({ at: z.iso.datetime({ offset: true }), zone }),
])
export type Start = z.infer<typeof Start>
