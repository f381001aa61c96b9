import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { judgeAnswer } from '../../domain/actions/upgrade-offer/answer.ts'
import type { OfferRecord, Offers } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import {
  erasePartition,
  getItem,
  held,
  IS_NEW,
  type Item,
  keyOf,
  num,
  partition,
  putIf,
  str,
  type Table,
} from './table.ts'

/**
 * Offers in DynamoDB, beside their member: `O#<offer>`. What can change is in attributes, the rest is text. An offer's end
 * is `endsAt`, not `expiresAt`: that is the table's time to live, and an offer stays readable after its end.
 */
export function createOffers(table: Table): Offers {
  async function read(memberId: string, offerId: string): Promise<OfferRecord | undefined> {
    const item = await getItem(table, offerKey(memberId, offerId))
    return item && offerOf(item)
  }

  async function take(
    memberId: string,
    offerId: string,
    answer: 'accepted' | 'declined',
    now: number,
  ): Promise<boolean> {
    const update = new UpdateItemCommand({
      TableName: table.name,
      Key: offerKey(memberId, offerId),
      UpdateExpression: 'SET answer = :answer, answeredAt = :now',
      ConditionExpression: 'answer = :issued AND endsAt > :now',
      ExpressionAttributeValues: { ':answer': str(answer), ':now': num(now), ':issued': str('issued') },
    })
    return held(table.client.send(update))
  }

  return {
    async issue(offer) {
      return putIf(table, itemOf(offer), IS_NEW)
    },
    read,
    /** Tries the update first, and only reads the offer if it failed. */
    async answer(memberId, offerId, answer, now) {
      if (await take(memberId, offerId, answer, now)) return 'answered'
      const verdict = judgeAnswer(await read(memberId, offerId), answer, now)
      if (verdict === 'open') throw new Error(`the offer ${offerId} was issued while it was answered`)
      return verdict
    },
    async list(memberId) {
      return (await partition(table, `M#${memberId}`, 'O#')).map(offerOf)
    },
    async erase(memberId) {
      await erasePartition(table, `M#${memberId}`, 'O#')
    },
  }
}

function offerKey(memberId: string, offerId: string): Item {
  return keyOf(`M#${memberId}`, `O#${offerId}`)
}

function itemOf({ state, expiresAt, answeredAt, ...rest }: OfferRecord): Item {
  return {
    ...offerKey(rest.memberId, rest.offerId),
    expiresAt: num(expiryOf('offers', rest.issuedAt)),
    answer: str(state),
    endsAt: num(expiresAt),
    ...(answeredAt !== undefined && { answeredAt: num(answeredAt) }),
    body: str(JSON.stringify(rest)),
  }
}

function offerOf(item: Item): OfferRecord {
  return {
    ...(JSON.parse(item.body!.S!) as Omit<OfferRecord, 'state' | 'expiresAt' | 'answeredAt'>),
    state: item.answer!.S as OfferRecord['state'],
    expiresAt: Number(item.endsAt!.N),
    ...(item.answeredAt && { answeredAt: Number(item.answeredAt.N) }),
  }
}
