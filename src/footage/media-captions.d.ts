// The package's own declarations import each other without file extensions, which TypeScript does not follow here.
declare module 'media-captions' {
  export const ParseErrorCode: {
    readonly LoadFail: 0
    readonly BadSignature: 1
    readonly BadTimestamp: 2
    readonly BadSettingValue: 3
    readonly BadFormat: 4
    readonly UnknownSetting: 5
  }
  export interface ParsedCaptions {
    cues: { id: string; startTime: number; endTime: number; text: string }[]
    errors: { code: number; line: number; message: string }[]
  }
  export function parseText(
    text: string,
    options: { type: 'vtt' | 'srt'; errors: boolean; strict: boolean },
  ): Promise<ParsedCaptions>
}
