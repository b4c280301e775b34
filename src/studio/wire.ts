import { z } from 'zod'

/** How many readers are on the site now, and on which pages. */
export const presenceSchema = z.object({
  readers: z.int(),
  /** The most read pages, most readers first. */
  places: z.array(z.object({ path: z.string(), readers: z.int() })),
})
export type Presence = z.output<typeof presenceSchema>

/** The match of the demo brand that one button plays; null where there is no demo. */
export const demoMatchSchema = z.object({
  match: z
    .object({ id: z.uuid(), path: z.string(), title: z.string(), playing: z.boolean(), over: z.boolean() })
    .nullable(),
})
export type DemoMatchReply = z.output<typeof demoMatchSchema>
