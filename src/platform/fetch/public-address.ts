import ipaddr from 'ipaddr.js'

// All that is handed out of IPv6; embeddings of IPv4 that ipaddr.js does not name lie outside of it.
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an IP address is one of the open internet: not this machine's, not a private network's, not a cloud's metadata. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  // `process` turns an IPv4 address that is wrapped in IPv6 into what it is.
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return !(address instanceof ipaddr.IPv6) || address.match(GLOBAL_UNICAST)
}
