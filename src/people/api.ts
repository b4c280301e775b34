import type { Endpoint } from '../platform/http/endpoint.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import type { SendMail } from './invite-person.ts'
import { invitationDoors, peopleDoors, recordDoors, tokenDoors } from './people-doors.ts'
import type { Person } from './person.ts'
import { accountDoors, entranceDoors } from './session-doors.ts'

const noMailer: SendMail = () => Promise.resolve(false)

/** `sendMail` is given by the wiring, which knows whether there is a mail server. */
export const peopleModule = (
  p: Platform,
  { sendMail = noMailer }: { sendMail?: SendMail } = {},
): Module<Person> => ({
  name: 'people',
  endpoints: endpointsOfPeople(p, sendMail),
})

const endpointsOfPeople = (p: Platform, sendMail: SendMail): Endpoint<Person>[] => [
  ...entranceDoors(p),
  ...accountDoors(p),
  ...peopleDoors(p),
  ...invitationDoors(p, sendMail),
  ...tokenDoors(p),
  ...recordDoors(p),
]
