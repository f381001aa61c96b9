/** Where a link of a mail may lead: to a page, into another program, to a place within the mail. Nothing that runs. */
const LEADS_SOMEWHERE = /^(?:https?:\/\/[^\s/]|mailto:.|tel:.|sms:.|cid:.|#)/i

export function leadsSomewhere(address: string): boolean {
  return LEADS_SOMEWHERE.test(address)
}

const TAG = /<[a-z](?:[^"'>]+|"[^"]*"|'[^']*')*/gi
const LINK = /\s(?:href|src|background)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]*))/gi

/** The first link of a mail as it goes out that leads nowhere: what its words came to is known only now. */
export function badLink(html: string): string | undefined {
  for (const [tag] of html.matchAll(TAG)) {
    for (const [, double, single, plain] of tag.matchAll(LINK)) {
      const address = double ?? single ?? plain ?? ''
      if (!leadsSomewhere(address)) return address
    }
  }
  return undefined
}
