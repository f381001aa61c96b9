import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import type { RawStore } from '../../ports/index.ts'

/** Raw messages in an S3 bucket. The first object under a key stays. */
export function createRaw(client: S3Client, bucket: string): RawStore {
  return {
    async put(key, bytes) {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: bytes,
            ContentType: 'application/octet-stream',
            IfNoneMatch: '*',
          }),
        )
        return 'kept'
      } catch (error) {
        if (error instanceof S3ServiceException && error.name === 'PreconditionFailed') return 'known'
        throw error
      }
    },
    async get(key, bytesAtMost) {
      try {
        const {
          Body,
          ContentLength = 0,
          LastModified,
        } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
        if (ContentLength > bytesAtMost) {
          // Nobody reads the rest, and its connection must not wait for that.
          await Body!.transformToWebStream().cancel()
          return 'too-large'
        }
        return { bytes: await Body!.transformToByteArray(), receivedAt: LastModified?.getTime() ?? 0 }
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
  }
}
