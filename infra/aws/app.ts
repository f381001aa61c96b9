import { App } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { bundleAll } from './bundle.ts'
import { readStage } from './stage.ts'
import { makeWingback } from './wingback.ts'

/** What `cdk synth` and `cdk deploy` run: `-c stage=<name>` chooses a file of `stages/`. */
const app = new App()
const stage = readStage(app.node.getContext('stage'))
const { folderOf } = bundleAll()
makeWingback(app, stage, (file) => Code.fromAsset(folderOf(file)))
app.synth()
