import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { Refusal } from '../platform/http/problem.ts'

/** Lets the server open a session for somebody whose identity it has established otherwise: by an invitation, by a new password. */
export const openSession = () =>
  ({
    id: 'pressbox-open-session',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ personId: z.uuid() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context
          const user = await internalAdapter.findUserById(ctx.body.personId)
          const session = user && (await internalAdapter.createSession(user.id))
          if (!user || !session) throw new Refusal('forbidden', 'This account cannot sign in. Ask an owner.')
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ personId: user.id })
        },
      ),
    },
  }) satisfies BetterAuthPlugin
