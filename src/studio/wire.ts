import { z } from 'zod'

/** How many readers are on the site now, and on which pages. */
export const presenceSchema = z.object({
  readers: z.int(),
  /** The most read pages, most readers first. */
  places: z.array(z.object({ path: z.string(), readers: z.int() })),
})
export type Presence = z.output<typeof presenceSchema>
