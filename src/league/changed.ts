type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Of a change only what it names. */
export const withoutUndefined = <T extends object>(fields: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>
