import { z } from 'zod'

// What the doors of accounts, sessions, invitations, tokens and the audit log take and answer.

/** The same list stands in rights.ts; a test keeps the two equal. This file may import nothing of the server's. */
export const RoleName = z.enum(['owner', 'editor', 'writer', 'footage', 'host', 'shop'])
export type RoleName = z.output<typeof RoleName>

const Instant = z.iso.datetime()
const Name = z.string().trim().min(1, 'give a name').max(80)
const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('give an e-mail address'))

export const PASSWORD_MIN = 12
/** For a password that is being chosen: long enough to resist guessing, short enough to hash. */
const NewPassword = z
  .string()
  .min(PASSWORD_MIN, `use at least ${PASSWORD_MIN} characters`)
  .max(128, 'use at most 128 characters')
/** For one that is being asked: whatever was chosen once. */
const Password = z.string().min(1, 'give your password').max(128)
const Secret = z.string().min(1).max(200)

export const IdParams = z.object({ id: z.uuid() })
export const PersonSessionParams = z.object({ id: z.uuid(), session: z.uuid() })

export const Me = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: RoleName,
  /** What the role, or the token's scope, allows. */
  rights: z.array(z.string()),
  twoFactor: z.boolean(),
  revision: z.number().int(),
})
export type Me = z.output<typeof Me>

export const SetupState = z.object({ open: z.boolean() })
export const SetupInput = z.strictObject({ token: Secret, name: Name, email: Email, password: NewPassword })
export type SetupInput = z.output<typeof SetupInput>

export const SignInInput = z.strictObject({ email: Email, password: Password })
export type SignInInput = z.output<typeof SignInInput>
/** After `second-factor` the code goes to `POST /api/v1/session/second-factor`. */
export const SignInAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-in'), me: Me }),
  z.object({ state: z.literal('second-factor') }),
])
export type SignInAnswer = z.output<typeof SignInAnswer>
/** Six digits from the authenticator app, or one of the recovery codes. */
export const SecondFactorInput = z.strictObject({ code: z.string().trim().min(6).max(40) })
export type SecondFactorInput = z.output<typeof SecondFactorInput>

export const ChangeMeInput = z.strictObject({ name: Name })
export type ChangeMeInput = z.output<typeof ChangeMeInput>
export const ChangePasswordInput = z.strictObject({ current: Password, next: NewPassword })
export type ChangePasswordInput = z.output<typeof ChangePasswordInput>
export const ForgotPasswordInput = z.strictObject({ email: Email })
export type ForgotPasswordInput = z.output<typeof ForgotPasswordInput>
export const ResetPasswordInput = z.strictObject({ token: Secret, password: NewPassword })
export type ResetPasswordInput = z.output<typeof ResetPasswordInput>
export const PasswordInput = z.strictObject({ password: Password })
export type PasswordInput = z.output<typeof PasswordInput>

export const Session = z.object({
  id: z.uuid(),
  /** Browser and system, as far as the browser tells. */
  device: z.string(),
  address: z.string().nullable(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  /** The one that asks. */
  current: z.boolean(),
})
export type Session = z.output<typeof Session>

export const TwoFactorStart = z.object({
  /** `otpauth://…`, for the QR code. */
  uri: z.string(),
  recoveryCodes: z.array(z.string()),
})
export type TwoFactorStart = z.output<typeof TwoFactorStart>

export const Passkey = z.object({ id: z.uuid(), name: z.string(), createdAt: Instant })
export type Passkey = z.output<typeof Passkey>

export const PersonRow = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: RoleName,
  state: z.enum(['active', 'deactivated']),
  twoFactor: z.boolean(),
  passkeys: z.number().int(),
  createdAt: Instant,
  lastSeenAt: Instant.nullable(),
  revision: z.number().int(),
})
export type PersonRow = z.output<typeof PersonRow>
export const ChangePersonInput = z
  .strictObject({ role: RoleName.optional(), active: z.boolean().optional() })
  .refine(({ role, active }) => role !== undefined || active !== undefined, 'change role, active or both')
export type ChangePersonInput = z.output<typeof ChangePersonInput>

export const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  role: RoleName,
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  invitedBy: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
})
export type Invitation = z.output<typeof Invitation>
export const InviteInput = z.strictObject({
  email: Email,
  role: RoleName,
  days: z.number().int().min(1).max(30).default(7),
})
export type InviteInput = z.output<typeof InviteInput>
/** `link` is shown this once: only its hash is kept. */
export const Invited = z.object({ invitation: Invitation, link: z.string(), mailed: z.boolean() })
export type Invited = z.output<typeof Invited>
export const InvitationToken = z.strictObject({ token: Secret })
export const InvitationLook = z.object({ email: z.string(), role: RoleName, expiresAt: Instant })
export type InvitationLook = z.output<typeof InvitationLook>
export const AcceptInput = z.strictObject({ token: Secret, name: Name, password: NewPassword })
export type AcceptInput = z.output<typeof AcceptInput>

export const ApiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The first characters, to tell tokens apart. */
  hint: z.string(),
  scope: z.array(z.string()),
  state: z.enum(['active', 'expired', 'revoked']),
  owner: z.object({ id: z.uuid(), name: z.string() }),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
})
export type ApiToken = z.output<typeof ApiToken>
export const CreateTokenInput = z.strictObject({
  name: Name,
  scope: z.array(z.string().max(60)).min(1, 'choose at least one right').max(100),
  days: z.number().int().min(1).max(366).default(90),
})
export type CreateTokenInput = z.output<typeof CreateTokenInput>
/** `secret` (`pb_…`) is shown this once. */
export const CreatedToken = z.object({ token: ApiToken, secret: z.string() })
export type CreatedToken = z.output<typeof CreatedToken>

export const AuditEntry = z.object({
  id: z.number().int(),
  at: Instant,
  /** `null`: nobody or Pressbox itself; the name is that of now, "Erased person" after an erasure. */
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  actor: z.enum(['person', 'token', 'nobody', 'system']),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.output<typeof AuditEntry>
export const AuditQuery = z.object({
  subject: z.string().max(200).optional(),
  person: z.uuid().optional(),
  after: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditQuery = z.output<typeof AuditQuery>

export const RightsTable = z.object({
  roles: z.array(RoleName),
  rights: z.array(z.object({ right: z.string(), says: z.string(), roles: z.array(RoleName) })),
})
export type RightsTable = z.output<typeof RightsTable>

const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

export const SessionList = listOf(Session)
export const PasskeyList = listOf(Passkey)
export const PersonList = listOf(PersonRow)
export const InvitationList = listOf(Invitation)
export const TokenList = listOf(ApiToken)
export const AuditList = listOf(AuditEntry)
