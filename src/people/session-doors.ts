import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeMe } from './change-me.ts'
import { changePassword } from './change-password.ts'
import { confirmSignIn } from './confirm-sign-in.ts'
import { confirmTwoFactor } from './confirm-two-factor.ts'
import { createOwner } from './create-owner.ts'
import { endSession, endSessions } from './end-session.ts'
import { forgetPassword } from './forget-password.ts'
import { lookAtInvitation } from './list-invitations.ts'
import { listMySessions } from './list-sessions.ts'
import { readMe } from './me.ts'
import { type Person, requireSession } from './person.ts'
import { hasOwner } from './person-store.ts'
import { listMyPasskeys, removePasskey } from './remove-passkey.ts'
import { resetPassword } from './reset-password.ts'
import { setUpTwoFactor } from './set-up-two-factor.ts'
import { openSessionFor, signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { withCookies } from './signed-in-response.ts'
import { turnOffTwoFactor } from './turn-off-two-factor.ts'
import * as wire from './wire.ts'

const endpoint = endpointsOf<Person>('people')
const SMALL = { maxBytes: 10_000 }
const whole = <T>(items: T[]): { items: T[]; next: null } => ({ items, next: null })

/** Ways in, for people who have none yet or are not in. */
export const entranceDoors = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/setup',
    right: 'public',
    summary: 'Whether the first account is still to be made',
    reply: wire.SetupState,
    handle: async () => ({ open: !(await hasOwner(p)) }),
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/setup',
    right: 'public',
    summary: 'Make the first account, the owner, with the link that start printed; signs in',
    body: wire.SetupInput,
    handle: async ({ body, request }) => {
      const { cookies, answer } = await openSessionFor(p, request, await createOwner(p, body))
      return withCookies(answer.me, cookies, 201)
    },
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/invitations/look',
    right: 'public',
    summary: 'What an invitation offers to who holds its link',
    body: wire.InvitationToken,
    reply: wire.InvitationLook,
    handle: ({ body }) => lookAtInvitation(p, body.token),
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/invitations/accept',
    right: 'public',
    summary: 'Make an account with an invitation; signs in',
    body: wire.AcceptInput,
    handle: async ({ body, request }) => {
      const { cookies, answer } = await openSessionFor(p, request, await acceptInvitation(p, body))
      return withCookies(answer.me, cookies, 201)
    },
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/session',
    right: 'public',
    summary: 'Sign in with e-mail address and password',
    body: wire.SignInInput,
    handle: async ({ body, request }) => {
      const { cookies, answer } = await signIn(p, request, body)
      return withCookies(answer, cookies)
    },
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/session/second-factor',
    right: 'public',
    summary: 'The second step of a sign-in: a code of the app, or a recovery code',
    body: wire.SecondFactorInput,
    handle: async ({ body, request }) => {
      const { cookies, answer } = await confirmSignIn(p, request, body)
      return withCookies(answer, cookies)
    },
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/password/forgotten',
    right: 'public',
    summary: 'Have a link to a new password mailed; answers the same for every address',
    body: wire.ForgotPasswordInput,
    handle: ({ body, request }) => forgetPassword(p, request, body),
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/password/reset',
    right: 'public',
    summary: 'Choose a new password with such a link; ends all sessions, then sign in',
    body: wire.ResetPasswordInput,
    handle: ({ body }) => resetPassword(p, body),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/session',
    right: 'public',
    summary: 'Sign out',
    handle: async ({ request }) => withCookies(undefined, await signOut(p, request)),
  }),
]

/** One's own account. */
export const accountDoors = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/me',
    right: 'signed-in',
    summary: 'Who is signed in, and what they may do',
    reply: wire.Me,
    handle: ({ caller }) => readMe(p, caller),
  }),
  endpoint({
    ...SMALL,
    method: 'PATCH',
    path: '/api/v1/me',
    right: 'signed-in',
    summary: 'Change one’s own name',
    body: wire.ChangeMeInput,
    reply: wire.Me,
    ifMatch: true,
    handle: ({ caller, body, revision }) => changeMe(p, caller, body, revision),
  }),
  endpoint({
    ...SMALL,
    method: 'PUT',
    path: '/api/v1/me/password',
    right: 'signed-in',
    summary: 'Change one’s own password; ends all other sessions',
    body: wire.ChangePasswordInput,
    handle: async ({ caller, body, request }) => {
      requireSession(caller)
      await changePassword(p, caller, request, body)
      const { cookies } = await openSessionFor(p, request, caller.id)
      return withCookies(undefined, cookies)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/me/sessions',
    right: 'signed-in',
    summary: 'Where one is signed in',
    reply: wire.SessionList,
    handle: async ({ caller }) => whole(await listMySessions(p, caller)),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/me/sessions',
    right: 'signed-in',
    summary: 'End all of one’s sessions but this one',
    handle: async ({ caller }) => {
      requireSession(caller)
      await endSessions(p, caller, caller.id)
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/me/sessions/:id',
    right: 'signed-in',
    summary: 'End one of one’s sessions',
    params: wire.IdParams,
    handle: async ({ caller, params }) => {
      requireSession(caller)
      await endSession(p, caller, { personId: caller.id, sessionId: params.id })
    },
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/me/two-factor',
    right: 'signed-in',
    summary: 'Begin to set up two-factor sign-in',
    body: wire.PasswordInput,
    reply: wire.TwoFactorStart,
    handle: ({ caller, body, request }) => setUpTwoFactor(p, caller, request, body),
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/me/two-factor/confirm',
    right: 'signed-in',
    summary: 'Turn two-factor sign-in on with the first code of the app',
    body: wire.SecondFactorInput,
    handle: async ({ caller, body, request }) =>
      withCookies(undefined, await confirmTwoFactor(p, caller, request, body)),
  }),
  endpoint({
    ...SMALL,
    method: 'DELETE',
    path: '/api/v1/me/two-factor',
    right: 'signed-in',
    summary: 'Turn two-factor sign-in off',
    body: wire.PasswordInput,
    handle: async ({ caller, body, request }) =>
      withCookies(undefined, await turnOffTwoFactor(p, caller, request, body)),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/me/passkeys',
    right: 'signed-in',
    summary: 'One’s passkeys',
    reply: wire.PasskeyList,
    handle: async ({ caller }) => whole(await listMyPasskeys(p, caller)),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/me/passkeys/:id',
    right: 'signed-in',
    summary: 'Remove one of one’s passkeys',
    params: wire.IdParams,
    handle: ({ caller, params }) => removePasskey(p, caller, params.id),
  }),
]
