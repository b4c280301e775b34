import { z } from 'zod'

export const mailSchema = z.object({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  /** `null` once it was sent: it may have held links that let somebody in. */
  text: z.string().nullable(),
  /** `kept`: there is no mail server, so it is read here. */
  state: z.enum(['kept', 'waiting', 'sent', 'failed']),
  attempts: z.number().int(),
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
})
export type MailDto = z.output<typeof mailSchema>

export const mailListQuerySchema = z.object({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

/** `GET /api/v1/mail` */
export const mailListSchema = z.object({
  items: z.array(mailSchema),
  next: z.string().nullable(),
  /** Whether a mail server is configured. */
  delivers: z.boolean(),
})
