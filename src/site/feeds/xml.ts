const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

// XML 1.0 has no way to write these at all.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export const writable = (text: string): string => text.toWellFormed().replaceAll(UNWRITABLE, '')

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

export const xmlText = (text: string): string => escaped(writable(text))

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
export const XML_TYPE = 'application/xml; charset=utf-8'
