// Readers who come to a page at a fixed rate, whatever the answers take; says how long each waited.
import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from '../support/child.ts'

const agent = new Agent({ keepAlive: true })

function fetchPage(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`))
      response.on('end', resolve).on('error', reject)
      response.resume()
    }).on('error', reject)
  })
}

async function read(url: string, due: number): Promise<number> {
  await sleep(Math.max(0, due - performance.now()))
  const from = performance.now()
  await fetchPage(url)
  return performance.now() - from
}

answer(({ url, perSecond, seconds }) => {
  const [rate, began] = [Number(perSecond), performance.now()]
  const all = Array.from({ length: Number(seconds) * rate }, (_, i) =>
    read(String(url), began + (i * 1000) / rate),
  )
  return Promise.all(all)
})
