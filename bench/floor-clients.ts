import { BatchGetItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'

/** The least a function imports that reads and writes a member, sends a mail and reports on it: what bundles are held against. */
export const clients = [DynamoDBClient, SESv2Client, SQSClient]
export const commands = [BatchGetItemCommand, PutItemCommand, SendEmailCommand, SendMessageBatchCommand]
