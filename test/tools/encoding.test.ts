import { describe, expect, test } from 'vitest'
import { decode, lineNotUtf8 } from '../../shared/standards/encoding.ts'

const gbk = Buffer.from([0xcd, 0xf5, 0xce, 0xb0])
const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding)

describe('the bytes of a text', () => {
  test.each([
    ['ASCII', bytes('tier: gold', 'utf8'), 'tier: gold'],
    ['UTF-8', bytes('tier: 金卡', 'utf8'), 'tier: 金卡'],
    ['UTF-8 with a byte order mark', bytes('\ufefftier: 金卡', 'utf8'), 'tier: 金卡'],
    ['nothing', bytes('', 'utf8'), ''],
  ])('%s is read', (_name, given, text) => {
    expect(decode(given)).toEqual({ text })
  })

  test.each([
    ['GBK', Buffer.concat([bytes('"name":"', 'latin1'), gbk, bytes('"', 'latin1')]), '"name":"王伟"'],
    ['GBK', Buffer.from([0xd6, 0xec, 0xe9, 0x46, 0xbb, 0xf9]), '朱镕基'],
    ['Latin-1 (Windows-1252)', bytes('"José"', 'latin1'), '"José"'],
    ['Latin-1 (Windows-1252)', bytes('"Müller"', 'latin1'), '"Müller"'],
    ['UTF-16', bytes('\ufefftier: 金卡', 'utf16le'), 'tier: 金卡'],
    ['UTF-16', bytes('tier', 'utf16le'), 'tier'],
    ['UTF-16', bytes('\ufefftier: 金卡', 'utf16le').swap16(), 'tier: 金卡'],
    ['UTF-16', bytes('tier', 'utf16le').swap16(), 'tier'],
  ])('that are not UTF-8 are probably %s', (probably, given, text) => {
    expect(decode(given)).toEqual({ text, probably })
  })

  test('that are cut in a letter are told', () => {
    expect(decode(bytes('金', 'utf8').subarray(0, 2)).probably).toBeDefined()
  })

  test('tell in which line the first is that is not UTF-8', () => {
    expect(lineNotUtf8(Buffer.concat([bytes('金: 1\nb: 2\nc: ', 'utf8'), gbk, bytes('\nd: ', 'utf8'), gbk]))).toBe(3)
    expect(lineNotUtf8(gbk)).toBe(1)
  })
})
