const names = new Intl.DisplayNames('en', { type: 'language' })

/** `English`, `Canadian French`; what is no language stays as it is. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** Offered while typing; any other BCP 47 code is taken as well. */
export const LANGUAGES = ['en', 'en-CA', 'fr', 'fr-CA', 'es', 'de', 'sv', 'fi', 'cs', 'uk', 'ru'] as const
