import fs from 'node:fs'
import { test } from 'vitest'
import { createFactIndex } from '../src/core/business/fact-index.js'
