import { randomUUID } from 'node:crypto'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { openSigned, signed } from './order-keys.ts'

const NAME = 'pressbox.cart'
const KEPT_SECONDS = 60 * 86_400

/** The cart of whoever asks; `null`: none yet, or a cookie that was not signed here. */
export async function cartOf(p: Platform, request: Request): Promise<string | null> {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name = '', value = ''] = part.trim().split('=')
    if (name === NAME) return openSigned(p, 'cart', value)
  }
  return null
}

export const newCartId = (): string => randomUUID()

/** Out of reach of scripts, and sent along only with what begins on this site or by a link to it. */
export async function cartCookie(p: Platform, cartId: string): Promise<string> {
  const secure = publicUrl(p).startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${await signed(p, 'cart', cartId)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${KEPT_SECONDS}${secure}`
}
