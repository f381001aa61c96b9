import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { createDynamoClient, createS3Client } from '../../shared/adapters/aws/clients.ts'

/** Run as a bundle, with parts of the SDK left out: a call of each client to the endpoint given. */
const settings = {
  endpoint: process.argv[2],
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
}
await createDynamoClient(settings).send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'a' } } }))
await createS3Client(settings).send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: 'text' }))
process.exit()
