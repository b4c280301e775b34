import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AskDoor, testDoors, type Visitor } from '../test/support/test-doors.ts'
import { type House, openHouse } from '../test/support/test-house.ts'
import { rightsMatrix, type Role, ROLES } from './people/public.ts'
import type { Endpoint } from './platform/http/endpoint.ts'
import { openApi } from './platform/http/openapi.ts'
import type { Person } from './people/public.ts'
import { closeStudio } from './studio/public.ts'
import { modulesOf, router } from './wiring.ts'

let house: House
let ask: AskDoor
let endpoints: Endpoint<Person>[]
const cookies = new Map<Role | null, string>([[null, '']])

beforeAll(async () => {
  house = await openHouse()
  endpoints = modulesOf(house.p).flatMap((module) => [...(module.endpoints ?? [])])
  ask = testDoors(house.p, endpoints)
  const members: [Role, Visitor][] = [['owner', house.owner]]
  for (const role of ROLES) if (role !== 'owner') members.push([role, await house.member(role)])
  for (const [role, visitor] of members) cookies.set(role, visitor.cookie)
})
afterAll(() => house.close())

const SOME_ID = '01990000-0000-7000-8000-000000000000'
/** Would end the session of the cases that follow, or stay open. */
const LEFT_OUT = new Set(['DELETE /api/v1/session', 'GET /studio/live'])

test('every door of the house answers every role as the table of rights has it', async () => {
  const tried = endpoints.filter(({ method, path }) => !LEFT_OUT.has(`${method} ${path}`))
  expect(tried.length).toBeGreaterThan(80)
  for (const { endpoint, role, refusal } of rightsMatrix(tried)) {
    const path = endpoint.path.replaceAll(/:\w+(\{[^}]*\})?/g, SOME_ID)
    const { status } = await ask(endpoint.method, path, { cookie: cookies.get(role) ?? '' })
    const got = status === 401 || status === 403 ? status : null
    expect({ door: `${endpoint.method} ${path}`, role, got }).toEqual({
      door: `${endpoint.method} ${path}`,
      role,
      got: refusal,
    })
  }
}, 120_000)

/** Open to everybody, or with a rule of their own and tests of it: the passkey ceremonies, and the editing app, which asks at its doors. */
const OUTSIDE_THE_TABLE = [
  'GET /api/auth/*',
  'GET /api/openapi.json',
  'GET /assets/:name',
  'GET /files/:sha/:name',
  'GET /healthz',
  'GET /metrics',
  'GET /readyz',
  'GET /studio',
  'GET /studio/*',
  'POST /api/auth/*',
]

test('no door stands beside the table of rights, but those that are named here', async () => {
  const doors = router(house.p, modulesOf(house.p)).routes.map(({ method, path }) => `${method} ${path}`)
  await closeStudio(house.p)
  const inTable = new Set(endpoints.map(({ method, path }) => `${method} ${path}`))
  expect(doors.filter((door) => !inTable.has(door)).sort()).toEqual(OUTSIDE_THE_TABLE)
})

test('no two doors are at the same place, and each has a word to say of itself', () => {
  const places = endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
  expect(new Set(places).size).toBe(places.length)
  for (const { summary } of endpoints) expect(summary).not.toBe('')
})

test('the description of the API has every door, with the right that it takes', () => {
  const { paths } = openApi('Pressbox', endpoints) as {
    paths: Record<string, Record<string, { 'x-right': string }>>
  }
  const described = Object.values(paths).flatMap((operations) => Object.values(operations))
  expect(described.length).toBe(endpoints.length)
  expect(described.every((operation) => operation['x-right'])).toBe(true)
})
