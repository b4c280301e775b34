import { type Endpoint, endpointsOf, Reply } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { changePerson } from './change-person.ts'
import { createToken } from './create-token.ts'
import { endSession, endSessions } from './end-session.ts'
import { erasePerson } from './erase-person.ts'
import { invitePerson } from './invite-person.ts'
import { listAllInvitations } from './list-invitations.ts'
import { listPeople } from './list-people.ts'
import { listSessionsOf } from './list-sessions.ts'
import type { Person } from './person.ts'
import { readAuditLog } from './read-audit-log.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { listAllTokens, revokeToken } from './revoke-token.ts'
import { RIGHTS, ROLES } from './rights.ts'
import * as wire from './wire.ts'

const endpoint = endpointsOf<Person>('people')
const SMALL = { maxBytes: 10_000 }
const whole = <T>(items: T[]): { items: T[]; next: null } => ({ items, next: null })

export const peopleDoors = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/people',
    right: 'people.manage',
    summary: 'Everybody who has an account',
    reply: wire.PersonList,
    handle: async ({ caller }) => whole(await listPeople(p, caller)),
  }),
  endpoint({
    ...SMALL,
    method: 'PATCH',
    path: '/api/v1/people/:id',
    right: 'people.manage',
    summary: 'Change somebody’s role, deactivate or reactivate them',
    params: wire.IdParams,
    body: wire.ChangePersonInput,
    ifMatch: true,
    handle: ({ caller, params, body, revision }) => changePerson(p, caller, params.id, body, revision),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/people/:id',
    right: 'people.manage',
    summary: 'Erase somebody: empties the account for good',
    params: wire.IdParams,
    ifMatch: true,
    handle: ({ caller, params, revision }) => erasePerson(p, caller, params.id, revision),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/people/:id/sessions',
    right: 'people.manage',
    summary: 'Where somebody is signed in',
    params: wire.IdParams,
    reply: wire.SessionList,
    handle: async ({ caller, params }) => whole(await listSessionsOf(p, caller, params.id)),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/people/:id/sessions',
    right: 'people.manage',
    summary: 'End somebody’s sessions',
    params: wire.IdParams,
    handle: ({ caller, params }) => endSessions(p, caller, params.id),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/people/:id/sessions/:session',
    right: 'people.manage',
    summary: 'End one of somebody’s sessions',
    params: wire.PersonSessionParams,
    handle: ({ caller, params }) => endSession(p, caller, { personId: params.id, sessionId: params.session }),
  }),
]

export const invitationDoors = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/invitations',
    right: 'people.manage',
    summary: 'Invitations',
    reply: wire.InvitationList,
    handle: async ({ caller }) => whole(await listAllInvitations(p, caller)),
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/invitations',
    right: 'people.manage',
    summary: 'Invite somebody; the link is shown this once, and mailed where there is a mail server',
    body: wire.InviteInput,
    reply: wire.Invited,
    handle: async ({ caller, body, request }) => {
      const site = p.config.PUBLIC_URL ?? new URL(request.url).origin
      return new Reply(await invitePerson(p, caller, body, site), 201)
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/invitations/:id',
    right: 'people.manage',
    summary: 'Revoke an invitation',
    params: wire.IdParams,
    handle: ({ caller, params }) => revokeInvitation(p, caller, params.id),
  }),
]

export const tokenDoors = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/tokens',
    right: 'token.manage',
    summary: 'API tokens',
    reply: wire.TokenList,
    handle: async ({ caller }) => whole(await listAllTokens(p, caller)),
  }),
  endpoint({
    ...SMALL,
    method: 'POST',
    path: '/api/v1/tokens',
    right: 'token.manage',
    summary: 'Make an API token; its secret is shown this once',
    body: wire.CreateTokenInput,
    reply: wire.CreatedToken,
    handle: async ({ caller, body }) => new Reply(await createToken(p, caller, body), 201),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/tokens/:id',
    right: 'token.manage',
    summary: 'Revoke an API token',
    params: wire.IdParams,
    handle: ({ caller, params }) => revokeToken(p, caller, params.id),
  }),
]

export const recordDoors = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/audit',
    right: 'audit.read',
    summary: 'The audit log, newest first',
    query: wire.AuditQuery,
    reply: wire.AuditList,
    handle: ({ caller, query }) => readAuditLog(p, caller, query),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/rights',
    right: 'signed-in',
    summary: 'The table of rights',
    reply: wire.RightsTable,
    handle: async () => ({
      roles: [...ROLES],
      rights: Object.entries(RIGHTS).map(([right, { says, roles }]) => ({ right, says, roles: [...roles] })),
    }),
  }),
]
