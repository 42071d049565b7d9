import type { Messages } from '../src/core/messages.js'

export declare function compileMessages(dir: string, language: string): Messages
