import { expect, test } from 'vitest'
import { originAllowed } from './origin.ts'

const PUBLIC = 'https://news.example'

const asks = (headers: Record<string, string>, publicUrl: string | undefined = PUBLIC): boolean =>
  originAllowed(new Request('http://10.0.0.5:4000/api/v1/me', { method: 'POST', headers }), publicUrl)

test('a page of this site may write, by whichever name the site was reached', () => {
  expect(asks({ 'sec-fetch-site': 'same-origin', origin: 'https://news.example' })).toBe(true)
  expect(asks({ origin: 'https://news.example', host: '10.0.0.5:4000' })).toBe(true)
  expect(asks({ origin: 'http://localhost:4000', host: 'localhost:4000' }, undefined)).toBe(true)
})

test('a page of another site may not, nor one that hides where it is from', () => {
  expect(asks({ 'sec-fetch-site': 'cross-site' })).toBe(false)
  expect(asks({ 'sec-fetch-site': 'same-site', origin: 'https://shop.news.example' })).toBe(false)
  expect(asks({ origin: 'https://news.example.evil.example' })).toBe(false)
  expect(asks({ origin: 'null' })).toBe(false)
  expect(asks({ origin: 'http://localhost:9999', host: 'localhost:4000' }, undefined)).toBe(false)
})

test('what sends a bearer token, or is no browser, is not held to an origin', () => {
  expect(asks({ authorization: 'Bearer pb_x', origin: 'https://elsewhere.example' })).toBe(true)
  expect(asks({ authorization: 'Basic eDp5', origin: 'https://elsewhere.example' })).toBe(false)
  expect(asks({})).toBe(true)
})
