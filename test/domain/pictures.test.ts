import { describe, expect, test } from 'vitest'
import { insertPicture } from '../../shared/domain/pictures/insert.ts'
import { PICTURE_BYTES_AT_MOST } from '../../shared/domain/pictures/picture.ts'
import { readPicture } from '../../shared/domain/pictures/read.ts'
import { gif, jpeg, png, webp } from '../support/pictures.ts'

/** Pictures of emails: what is taken, and where it goes. */

describe('a picture', () => {
  test.each([
    ['png', png(300, 120), 300, 120],
    ['gif', gif(20, 10), 20, 10],
    ['jpg', jpeg(64, 48), 64, 48],
    ['webp', webp(40, 30), 40, 30],
  ])('of the kind %s is known by its bytes, and so is its size', (kind, bytes, width, height) => {
    expect(readPicture(bytes)).toEqual({
      ok: true,
      picture: {
        name: expect.stringMatching(new RegExp(`^[\\w-]{22}\\.${kind}$`)),
        width,
        height,
        bytes: bytes.length,
      },
    })
  })

  test('has a name of its content', () => {
    const [one, again, other] = [png(3, 2), png(3, 2), png(2, 3)].map((bytes) => readPicture(bytes))
    expect(again).toEqual(one)
    expect(other).not.toMatchObject({ picture: { name: (one as { picture: { name: string } }).picture.name } })
  })

  const text = (said: string) => new TextEncoder().encode(said)
  test.each([
    ['empty', new Uint8Array()],
    ['no-picture', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['no-picture', text('<html><script>alert(1)</script></html>')],
    ['no-picture', text('GIF')],
    ['no-picture', png(3, 2).slice(0, 12)],
    ['no-picture', jpeg(3, 2).slice(0, 4)],
    ['no-picture', png(0, 4)],
    ['too-wide', png(4001, 2)],
    ['too-large', new Uint8Array(PICTURE_BYTES_AT_MOST + 1)],
  ])('is not taken where it is %s', (fault, bytes) => {
    expect(readPicture(bytes)).toEqual({ ok: false, fault })
  })
})

const MAIL = `<mjml>
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text>Dear {{ member.name }} <b>you</b></mj-text>
        <mj-include path="../../look/sign.en.mjml" />
      </mj-column>
      <mj-column></mj-column>
    </mj-section>
  </mj-body>
</mjml>
`
const picture = { url: 'https://wingback.example/pictures/a.png', alt: 'A "seat" & a view', width: 1200 }
const TAG =
  '<mj-image src="https://wingback.example/pictures/a.png" alt="A &quot;seat&quot; &amp; a view" width="600px" />'

describe('goes into a mail', () => {
  test.each([
    ['behind the part in which somebody is', 'Dear', `you</b></mj-text>\n        ${TAG}\n        <mj-include`],
    ['behind one that is no pair of tags', 'sign.en', `sign.en.mjml" />\n        ${TAG}\n      </mj-column>`],
    ['into the next column from before all', '<mjml>', `<mj-column>\n        ${TAG}\n        <mj-text>`],
    ['into the last column from behind all', '</mjml>', `<mj-column>\n        ${TAG}</mj-column>`],
  ])('%s', (_name, at, expected) => {
    expect(insertPicture(MAIL, MAIL.indexOf(at), picture)).toContain(expected)
  })

  test('with a column alone', () => {
    expect(insertPicture('<mjml><mj-body></mj-body></mjml>', 0, picture)).toBeUndefined()
  })
})
