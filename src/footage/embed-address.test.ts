import { expect, test } from 'vitest'
import { parseEmbedAddress } from './embed-address.ts'

test('the usual addresses of a video name it, with where it starts', () => {
  const id = 'a1B2_c3-D4e'
  const addresses = {
    [`https://www.youtube.com/watch?v=${id}&t=1m30s`]: { provider: 'youtube', id, start: 90 },
    [`https://youtu.be/${id}?t=42&si=tracking`]: { provider: 'youtube', id, start: 42 },
    [`https://m.youtube.com/shorts/${id}`]: { provider: 'youtube', id, start: null },
    [`https://www.youtube-nocookie.com/embed/${id}?start=3723`]: { provider: 'youtube', id, start: 3723 },
    'https://vimeo.com/76979871#t=1h2m3s': { provider: 'vimeo', id: '76979871', start: 3723 },
    'https://player.vimeo.com/video/76979871?h=x': { provider: 'vimeo', id: '76979871', start: null },
  }
  for (const [address, embed] of Object.entries(addresses)) expect(parseEmbedAddress(address)).toEqual(embed)
})

test('anything else is no video: other hosts, look-alikes, ids that break out', () => {
  const addresses = [
    'https://youtube.com.evil.test/watch?v=a1B2_c3-D4e',
    'https://evil.test/?https://www.youtube.com/watch?v=a1B2_c3-D4e',
    'https://www.youtube.com/watch?v="><script>alert(1)</script>',
    'https://www.youtube.com/watch?v=a1B2_c3-D4e%22onload=alert(1)',
    'https://www.youtube.com/embed/',
    'javascript:https://youtu.be/a1B2_c3-D4e',
    'https://vimeo.com/notanumber',
    'a1B2_c3-D4e',
  ]
  for (const address of addresses) expect(parseEmbedAddress(address), address).toBeNull()
})
