import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Stage, Turns } from './turns.ts'

/** Acts that end when they are told to, and in which order they began. */
function acts(turns: Turns) {
  const began: string[] = []
  const ends: (() => void)[] = []
  const begin = (stage: Stage, name: string): Promise<string> =>
    turns.take(stage, async () => {
      began.push(name)
      await new Promise<void>((resolve) => ends.push(resolve))
      return name
    })
  const endOne = async (): Promise<void> => {
    ends.shift()?.()
    await nextTurn()
  }
  return { began, begin, endOne }
}

test('so many act at a time, and of those who wait the furthest goes first', async () => {
  const { began, begin, endOne } = acts(new Turns(2))
  const all = [
    begin('cart', 'a'),
    begin('cart', 'b'),
    begin('cart', 'c'),
    begin('checkout', 'd'),
    begin('order', 'e'),
    begin('order', 'f'),
  ]
  expect(began).toEqual(['a', 'b'])
  for (let ended = 0; ended < 4; ended++) await endOne()
  expect(began).toEqual(['a', 'b', 'e', 'f', 'd', 'c'])
  await endOne()
  await endOne()
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

test('a turn that ends in an error is over all the same', async () => {
  const turns = new Turns(1)
  const refused = turns.take('order', () => Promise.reject(new Error('sold out')))
  const next = turns.take('cart', () => Promise.resolve('in the cart'))
  await expect(refused).rejects.toThrow('sold out')
  expect(await next).toBe('in the cart')
  expect(await turns.take('cart', () => Promise.resolve('again'))).toBe('again')
})
