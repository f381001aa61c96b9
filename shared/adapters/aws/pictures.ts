import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { mimeOfPicture, PICTURES, type Picture } from '../../domain/pictures/picture.ts'
import type { Pictures } from '../../ports/index.ts'
import { cursorOf, getItem, IS_NEW, keyOf, keyOfCursor, putIf, str, type Table } from './table.ts'

const PK = 'PICTURES'
const LIST = 'PICTURES#newest'
const INSTANT_DIGITS = 13

/**
 * The bytes in a bucket that CloudFront alone reads; in the table what is known of each, under its name, and a list by time. The name is
 * written last: whoever uploads a picture once more after a crash finds it missing, and writes all of it again.
 */
export function createPictures(table: Table, client: S3Client, bucket: string): Pictures {
  return {
    async put(picture, bytes) {
      const { name, uploadedAt } = picture
      if (await getItem(table, keyOf(PK, name))) return 'known'
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: `${PICTURES}/${name}`,
          Body: bytes,
          ContentType: mimeOfPicture(name),
          CacheControl: 'public, max-age=31536000, immutable',
        }),
      )
      const body = str(JSON.stringify(picture))
      const place = keyOf(LIST, `${String(uploadedAt).padStart(INSTANT_DIGITS, '0')}#${name}`)
      await putIf(table, { ...place, body }, IS_NEW)
      return (await putIf(table, { ...keyOf(PK, name), body }, IS_NEW)) ? 'kept' : 'known'
    },
    async list({ cursor, limit }) {
      const { Items = [], LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': str(LIST) },
          ScanIndexForward: false,
          Limit: limit,
          ExclusiveStartKey: keyOfCursor(cursor),
        }),
      )
      return { pictures: Items.map(({ body }) => JSON.parse(body!.S!) as Picture), cursor: cursorOf(LastEvaluatedKey) }
    },
  }
}
