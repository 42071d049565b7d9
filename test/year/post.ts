import { Agent, request } from 'node:http'

/** One connection, used again and again: a year of a town is six thousand calls. */
export type Post = (url: string, body: object) => Promise<string>

/** Rejects with the answer where it is none of success. */
export function openPost(): { readonly post: Post; readonly close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const post: Post = (url, body) => {
    const text = JSON.stringify(body)
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    }
    return new Promise((resolve, reject) => {
      const asked = request(url, { method: 'POST', agent, headers }, (response) => {
        let answer = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          answer += part
        })
        response.once('error', reject)
        response.once('end', () => {
          const { statusCode = 0 } = response
          if (statusCode >= 200 && statusCode < 300) resolve(answer)
          else reject(new Error(`${url} ${text}: ${answer}`))
        })
      })
      asked.once('error', (error) => {
        // A connection that had just been given up, where the machine is busy: nobody heard it.
        if (asked.reusedSocket && isReset(error)) resolve(post(url, body))
        else reject(error)
      })
      asked.end(text)
    })
  }
  return { post, close: () => agent.destroy() }
}

function isReset(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ECONNRESET'
}
