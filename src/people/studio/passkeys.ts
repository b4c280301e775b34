import { call } from '../../kit/call.ts'
import { Problem } from '../../kit/problem.ts'

export const hasPasskeys = (): boolean =>
  'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential

const GIVEN_UP = 'No passkey was used. Try again, or sign in with your password.'

/** Signs in with a passkey of this device; the browser asks which. */
export async function signInWithPasskey(): Promise<void> {
  const options = await call<PublicKeyCredentialRequestOptionsJSON>(
    'GET',
    '/api/auth/passkey/generate-authenticate-options',
  )
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const response = await asked(() => navigator.credentials.get({ publicKey }))
  await call('POST', '/api/auth/passkey/verify-authentication', { response })
}

export async function addPasskey(name: string): Promise<void> {
  const options = await call<PublicKeyCredentialCreationOptionsJSON>(
    'GET',
    '/api/auth/passkey/generate-register-options',
  )
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const response = await asked(() => navigator.credentials.create({ publicKey }))
  await call('POST', '/api/auth/passkey/verify-registration', { response, name })
}

async function asked(ask: () => Promise<Credential | null>): Promise<unknown> {
  const credential = await ask().catch(() => null)
  if (credential instanceof PublicKeyCredential) return credential.toJSON()
  throw new Problem('given-up', GIVEN_UP, 0)
}
