import { basename } from 'node:path'
import { type ChurnModel, faultOfChurnModel } from '../../shared/domain/scores/churn/model.ts'
import { Refused } from '../errors.ts'
import { readJson } from '../files/json.ts'

export async function readChurnModel(path: string): Promise<ChurnModel> {
  const value = await readJson(path)
  const fault = faultOfChurnModel(value)
  if (fault) throw new Refused(`${basename(path)}: ${fault}`, { code: 'invalid-file' })
  return value as ChurnModel
}
