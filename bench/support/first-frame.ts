import { DESK, openBrowser } from '../../test/support/browser.ts'

/** 5 Mbit/s, 80 ms a round trip. */
const LINE = {
  offline: false,
  latency: 80,
  downloadThroughput: 5_000_000 / 8,
  uploadThroughput: 5_000_000 / 8,
}
/** As long as a reader looks before they press. */
const LOOK_MS = 2000

export interface FirstFrame {
  /** From the press to the first frame of it on the screen. */
  ms: number
  /** Of the video, and of the request for it. */
  bytesBefore: number
  requestsBefore: number
  /** Address of what was played. */
  played: string
}

declare global {
  interface Window {
    firstFrame?: { pressed: number; shown: number; played: string }
  }
}

/** One cold visit to a story: its clip is brought into view, looked at, and pressed. */
export async function pressPlay(url: string, title: string): Promise<FirstFrame> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: DESK })
    const client = await page.context().newCDPSession(page)
    const videos = new Set<string>()
    let bytes = 0
    client.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.endsWith('.mp4')) videos.add(requestId)
    })
    client.on('Network.dataReceived', ({ requestId, dataLength, encodedDataLength }) => {
      if (videos.has(requestId)) bytes += Math.max(dataLength, encodedDataLength)
    })
    await client.send('Network.enable')
    await client.send('Network.emulateNetworkConditions', LINE)
    await page.addInitScript(watchFirstFrame)
    await page.goto(url, { waitUntil: 'load' })
    const button = page.getByRole('link', { name: `“${title}”` })
    await button.scrollIntoViewIfNeeded()
    await page.waitForTimeout(LOOK_MS)
    const before = { bytesBefore: bytes, requestsBefore: videos.size }
    await button.click()
    const seen = await page.waitForFunction(() => window.firstFrame, undefined, { timeout: 30_000 })
    const { pressed = 0, shown = 0, played = '' } = (await seen.jsonValue()) ?? {}
    return { ms: shown - pressed, played, ...before }
  } finally {
    await browser.close()
  }
}

/** In the page: when it was pressed, and when the first frame of the video that came of it stood on the screen. */
function watchFirstFrame(): void {
  let pressed = 0
  addEventListener('click', ({ timeStamp }) => (pressed = timeStamp), true)
  new MutationObserver(() => {
    const video = document.querySelector<HTMLVideoElement>('video:not([data-watched])')
    if (!video) return
    video.dataset['watched'] = ''
    video.requestVideoFrameCallback((_, { expectedDisplayTime }) => {
      window.firstFrame = { pressed, shown: expectedDisplayTime, played: video.currentSrc }
    })
  }).observe(document, { subtree: true, childList: true })
}
