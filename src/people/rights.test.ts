import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../test/support/test-house.ts'
import type { Visitor } from '../../test/support/test-doors.ts'
import { endpointsOf } from '../platform/http/endpoint.ts'
import { peopleModule } from './api.ts'
import { type Person, requireAtDoor } from './person.ts'
import { type Role, ROLES } from './rights.ts'
import { rightsDocument } from './rights-document.ts'
import { rightsMatrix } from './rights-matrix.ts'
import { RoleName } from './wire.ts'

let house: House
const visitors = new Map<Role | null, Visitor>()

beforeAll(async () => {
  house = await openHouse()
  visitors.set(null, house.visitor())
  visitors.set('owner', house.owner)
  for (const role of ROLES.filter((name) => name !== 'owner')) visitors.set(role, await house.member(role))
})
afterAll(() => house.close())

const SOME_ID = '01990000-0000-7000-8000-000000000000'

test('every door answers every role as the table of rights has it', async () => {
  // Signing out would make the next case another's.
  const endpoints = (peopleModule(house.p).endpoints ?? []).filter(
    ({ method, path }) => `${method} ${path}` !== 'DELETE /api/v1/session',
  )
  const cases = rightsMatrix(endpoints)
  expect(cases.length).toBe(endpoints.length * (ROLES.length + 1))
  for (const { endpoint, role, refusal } of cases) {
    const path = endpoint.path.replaceAll(/:\w+/g, SOME_ID)
    const answer = await visitors.get(role)!.ask(endpoint.method, path)
    const got = answer.status === 401 || answer.status === 403 ? answer.status : null
    expect({ door: `${endpoint.method} ${path}`, role, got }).toEqual({
      door: `${endpoint.method} ${path}`,
      role,
      got: refusal,
    })
  }
})

test('a door without a rule in the table is found out', () => {
  const door = endpointsOf<Person>('people')({
    method: 'GET',
    path: '/api/v1/forgotten',
    right: 'forgotten.read',
    summary: 'A door that somebody forgot',
    handle: () => Promise.resolve({}),
  })
  expect(() => rightsMatrix([door])).toThrow('"forgotten.read", which is not in the table of rights')
  expect(() =>
    requireAtDoor({ id: null, kind: 'system', name: '', role: 'owner', scope: null }, door.right),
  ).toThrow()
})

test('the wire knows the roles of the table', () => {
  expect(RoleName.options).toEqual([...ROLES])
})

test('docs/rights.md is what the table says', async () => {
  await expect(rightsDocument()).toMatchFileSnapshot('../../docs/rights.md')
})
