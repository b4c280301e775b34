import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { audit } from './audit-store.ts'
import { takeForgotten } from './guess.ts'
import { SYSTEM } from './person.ts'
import { findActiveAccountByEmail } from './person-store.ts'
import { replacePasswordLink } from './password-link-store.ts'
import { drawToken, hashToken } from './secret-token.ts'
import type { ForgotPasswordInput } from './wire.ts'

export const FORGOTTEN_JOB = 'people.forgotten-password'
const LIFE_MINUTES = 60

/** Open to everybody. Whether there is such an account is found out by the job: the answer, and how long it takes, are the same for all. */
export async function forgetPassword(
  p: Platform,
  request: Request,
  { email }: ForgotPasswordInput,
): Promise<void> {
  if (!p.mailer.delivers)
    throw new Refusal(
      'unprocessable',
      'This site sends no mail. Ask whoever runs the server: an owner gets a link there with `pressbox owner-link`.',
    )
  await takeForgotten(p, request, email)
  await p.write((w) => p.jobs.enqueue(w, FORGOTTEN_JOB, { email }))
}

export async function mailPasswordLink(p: Platform, email: string): Promise<void> {
  const token = drawToken()
  await p.write(async (w) => {
    const account = await findActiveAccountByEmail(w, email)
    if (!account) return
    const { id: personId } = account
    const tokenHash = hashToken(token)
    await replacePasswordLink(w, { personId, tokenHash, endsTwoFactor: false, minutes: LIFE_MINUTES })
    await audit(w, SYSTEM, 'password.link', `person:${personId}`, { minutes: LIFE_MINUTES })
    p.mailer.send(w, {
      to: email,
      subject: 'A new password for the studio',
      text: `Somebody, hopefully you, asked for a new password.

Open this link to choose one. It works once, for an hour:
${publicUrl(p)}/studio/password?token=${token}

If it was not you, do nothing: your password stays as it is.`,
    })
  })
}
