import { prepareDemo } from './demo/public.ts'
import { toolProblem } from './footage/public.ts'
import { ensureSetupLink } from './people/public.ts'
import type { ServedSite } from './serve.ts'

/** Standard output is for the person at the terminal; the log goes elsewhere. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** What one process does at the start, however many serve the site: the demo and the owner's link. */
export async function prepareOnce({ p, url }: ServedSite): Promise<void> {
  if (!process.argv.includes('--empty')) await prepareDemo(p, say)
  const setup = await ensureSetupLink(p)
  const problem = toolProblem()
  if (problem) say(problem)
  if (setup) say(`Make the owner's account with this link, which works once: ${url}${setup}`)
}
