import { QueryCommand } from '@aws-sdk/client-dynamodb'
import type { Booked, Seats, SeatTaken } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { type Item, keyOf, num, putIf, str, type Table } from './table.ts'

/**
 * That somebody is not booked any more is kept for a day, so that an older word of having booked finds the newer one: no
 * worker lives so long.
 */
const GONE_IS_KEPT_SECONDS = 24 * 3600

/** Who is booked on which leg, in DynamoDB: one small item a seat, under its leg, until nobody asks for it any more. */
export function createSeats(table: Table): Seats {
  return {
    async put(seats, now) {
      await Promise.all(
        seats.map((each) =>
          putIf(table, itemOf(each, now), {
            expression: 'attribute_not_exists(pk) OR v < :v',
            values: { ':v': num(each.version) },
          }),
        ),
      )
    },
    async on(leg) {
      const booked: Booked[] = []
      let from: Item | undefined
      do {
        const { Items = [], LastEvaluatedKey } = await table.client.send(
          new QueryCommand({
            TableName: table.name,
            KeyConditionExpression: 'pk = :pk',
            FilterExpression: 'attribute_exists(pnr)',
            ExpressionAttributeValues: { ':pk': str(partitionOf(leg)) },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        )
        for (const { sk, pnr, cabin } of Items)
          booked.push({ memberId: sk!.S!, pnr: pnr!.S!, cabin: cabin!.S as Booked['cabin'] })
        from = LastEvaluatedKey
      } while (from)
      return booked
    },
  }
}

function itemOf({ leg, memberId, version, seat }: SeatTaken, now: number): Item {
  const about = { ...keyOf(partitionOf(leg), memberId), v: num(version) }
  if (!seat) return { ...about, expiresAt: num(Math.floor(now / 1000) + GONE_IS_KEPT_SECONDS) }
  const { pnr, cabin, departsAt } = seat
  return { ...about, pnr: str(pnr), cabin: str(cabin), expiresAt: num(expiryOf('seats', departsAt)) }
}

function partitionOf(leg: string): string {
  return `S#${leg}`
}
