import type { IncomingMessage, ServerResponse } from 'node:http';

export async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.statusCode = 404;
  response.setHeader('Content-Type', 'application/problem+json');
  response.end(JSON.stringify({ status: 404, code: 'NOT_FOUND', detail: request.url }));
}
