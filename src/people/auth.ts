import { randomBytes } from 'node:crypto'
import type { Platform } from '../platform/platform.ts'
import { secret } from '../platform/settings-store.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { maySignIn } from './session-store.ts'
import { PASSWORD_MIN } from './wire.ts'

const DAY_S = 86_400
/** Where better-auth finds the address that the platform has established; what a client sends under this name is overwritten. */
export const ADDRESS_HEADER = 'x-pressbox-address'

const COMMON = { createdAt: 'created_at', updatedAt: 'updated_at' }

// Loaded at the first use: it is large, and most processes start without anybody signing in.
async function build(p: Platform, authSecret: string) {
  const [{ betterAuth }, { APIError }, { passkey }, { twoFactor }, { openSession }] = await Promise.all([
    import('better-auth'),
    import('better-auth/api'),
    import('@better-auth/passkey'),
    import('better-auth/plugins/two-factor'),
    import('./open-session.ts'),
  ])
  const baseURL = p.config.PUBLIC_URL ?? `http://localhost:${p.config.PORT}`
  const auth = betterAuth({
    appName: 'Pressbox',
    baseURL,
    basePath: '/api/auth',
    secret: authSecret,
    database: { db: p.q, type: 'postgres' },
    telemetry: { enabled: false },
    // Its warnings name no problem of ours: a wrong password is counted and audited here.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'pressbox',
      useSecureCookies: baseURL.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Both are checked at our own doors, also for what does not come here (origin.ts).
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(password, hash) },
    },
    user: {
      modelName: 'people',
      fields: { ...COMMON, emailVerified: 'email_verified' },
      additionalFields: { role: { type: 'string', required: true, input: false } },
    },
    session: {
      modelName: 'sessions',
      expiresIn: 30 * DAY_S,
      updateAge: DAY_S,
      freshAge: DAY_S,
      fields: {
        ...COMMON,
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: 'accounts',
      fields: {
        ...COMMON,
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: 'verifications', fields: { ...COMMON, expiresAt: 'expires_at' } },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => (await maySignIn(p, userId)) && undefined } },
    },
    plugins: [
      openSession(),
      passkey({
        rpName: 'Pressbox',
        // Nobody types a name first, and the passkey stands for password and second factor both.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
        origin: p.config.PUBLIC_URL ? new URL(p.config.PUBLIC_URL).origin : null,
        schema: {
          passkey: {
            modelName: 'passkeys',
            fields: {
              userId: 'person_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      twoFactor({
        issuer: 'Pressbox',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factors',
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  })
  // It compares its tables with ours once; a failure here (the database was away) is not kept.
  await auth.$context
  return auth
}

export type Auth = Awaited<ReturnType<typeof build>>

const built = new WeakMap<Platform, Promise<Auth>>()
const secrets = new WeakMap<Platform, Promise<string>>()

/** Kept once read; a failed attempt (the database was away) is not kept. */
function remember<T>(kept: WeakMap<Platform, Promise<T>>, p: Platform, make: () => Promise<T>): Promise<T> {
  const known = kept.get(p)
  if (known) return known
  const made = make()
  kept.set(p, made)
  made.catch(() => kept.delete(p))
  return made
}

/** What session cookies are signed with. */
export const sessionSecret = (p: Platform): Promise<string> =>
  remember(secrets, p, () => secret(p, 'sessions', () => randomBytes(32).toString('base64url')))

export const authOf = (p: Platform): Promise<Auth> =>
  remember(built, p, async () => build(p, await sessionSecret(p)))
