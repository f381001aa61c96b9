import { App } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { consoleFolder } from '../console/build.ts'
import { bundleAll } from './bundle.ts'
import { readStage } from './stage.ts'
import { makeWingback } from './wingback.ts'

/** The app that `cdk synth` and `cdk deploy` run. `-c stage=<name>` selects a file of `stages/`. */
const app = new App()
const stage = readStage(app.node.getContext('stage'))
const { folderOf } = bundleAll()
const folder = stage.console && (await consoleFolder().folder)
makeWingback(app, stage, (file) => Code.fromAsset(folderOf(file)), folder)
app.synth()
