import type { EventPort } from './ports.ts'

const theirs = (): Promise<null> => Promise.resolve(null)
const nothing = (): Promise<void> => Promise.resolve()

/** Where no module has events, rulings are public at once. */
const NO_EVENTS: EventPort = {
  longestDelayMs: 0,
  publicTimes: (_source, _id, instants) => Promise.resolve([...instants]),
  describe: theirs,
  find: theirs,
  start: nothing,
  end: nothing,
  takeBack: nothing,
  reword: nothing,
  choices: () => Promise.resolve([]),
}

let bound = NO_EVENTS

/** Bound once, when the house is wired: which module has the events does not depend on who asks. */
export function bindEvents(port: EventPort): void {
  bound = port
}

export const events = (): EventPort => bound
