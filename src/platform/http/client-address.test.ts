import { expect, test } from 'vitest'
import { clientOf, networkOf } from './client-address.ts'

test('a proxy on this machine is believed about the last address it names', () => {
  expect(clientOf('127.0.0.1', '6.6.6.6, 203.0.113.7')).toBe('203.0.113.7')
  expect(clientOf('::ffff:10.0.0.2', '203.0.113.7')).toBe('203.0.113.7')
})

test('a client that connects directly cannot claim another address', () => {
  expect(clientOf('198.51.100.4', '203.0.113.7')).toBe('198.51.100.4')
  expect(clientOf('127.0.0.1', 'not an address')).toBe('127.0.0.1')
  expect(clientOf('::ffff:198.51.100.4', null)).toBe('198.51.100.4')
})

test('addresses of one IPv6 network count as one', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8:1:2:ffff::1')).toBe('2001:db8:1:2::/64')
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
})
