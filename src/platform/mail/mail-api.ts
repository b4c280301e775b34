import { z } from 'zod'
import { type Caller, endpointsOf } from '../http/endpoint.ts'
import type { Write } from '../log/write.ts'
import type { Module } from '../module.ts'
import type { Platform } from '../platform.ts'
import { listMail, type StoredMail } from './mail-store.ts'
import { type MailDto, mailListQuerySchema, mailListSchema } from './wire.ts'

/** Who has it in the audit log that a mail was sent again: the platform knows none. */
export type NoteSentAgain<C extends Caller> = (w: Write, caller: C, mail: string) => Promise<void>

/** The outbox. The caller's right is checked at the door, since the platform knows no people. */
export function mailModule<C extends Caller>(p: Platform, note: NoteSentAgain<C>): Module<C> {
  const endpoint = endpointsOf<C>('mail')
  return {
    name: 'mail',
    endpoints: [
      endpoint({
        method: 'GET',
        path: '/api/v1/mail',
        right: 'settings.manage',
        summary: 'The outbox, newest first: what was sent, what waits, and what is only to be read here',
        query: mailListQuerySchema,
        reply: mailListSchema,
        handle: async ({ query: { after, limit } }) => {
          const rows = await listMail(p, after ?? null, limit + 1)
          const items = rows.slice(0, limit).map(toDto)
          return {
            items,
            next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
            delivers: p.mailer.delivers,
          }
        },
      }),
      endpoint({
        method: 'POST',
        path: '/api/v1/mail/:id/send-again',
        right: 'settings.manage',
        summary: 'Deliver a mail that was kept or has failed',
        params: z.object({ id: z.uuid() }),
        handle: ({ caller, params }) =>
          p.write(async (w) => {
            await p.mailer.sendAgain(w, params.id)
            await note(w, caller, params.id)
          }),
      }),
    ],
  }
}

const toDto = (row: StoredMail): MailDto => ({
  id: row.id,
  to: row.recipient,
  subject: row.subject,
  text: row.body_text,
  state: row.state,
  attempts: row.attempts,
  problem: row.problem,
  createdAt: row.created_at.toISOString(),
  sentAt: row.sent_at?.toISOString() ?? null,
})
