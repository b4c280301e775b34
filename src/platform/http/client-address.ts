import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

const addresses = new WeakMap<Request, string>()

/** Keeps where a request comes from beside it, since a web-standard request does not say. */
export function rememberClient(request: Request, incoming: IncomingMessage | undefined): void {
  const direct = incoming?.socket.remoteAddress
  if (!direct) return
  addresses.set(request, clientOf(direct, request.headers.get('x-forwarded-for')))
}

export const clientAddress = (request: Request): string | null => addresses.get(request) ?? null

/** A proxy on this machine or network says whom it serves, in the entry that it added itself: the last. Others could say anything. */
export function clientOf(direct: string, forwarded: string | null): string {
  const own = normalise(direct)
  const told = forwarded?.split(',').at(-1)?.trim()
  return told && isNear(own) && ipaddr.isValid(told) ? normalise(told) : own
}

const NEAR = new Set(['loopback', 'private', 'uniqueLocal', 'linkLocal'])
const isNear = (address: string): boolean =>
  ipaddr.isValid(address) && NEAR.has(ipaddr.parse(address).range())

const normalise = (address: string): string =>
  ipaddr.isValid(address) ? ipaddr.process(address).toString() : address

/** What one household or company is likely to have to itself: an IPv4 address, or an IPv6 network of 64 bits. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return address
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}
