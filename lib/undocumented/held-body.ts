import type { IncomingMessage, ServerResponse } from 'node:http';

/** Does not read the request, which is Next's to read. Null when more than `mostBytes` came or the sender left. */
export function holdBody(
  request: IncomingMessage,
  response: ServerResponse,
  mostBytes: number,
): Promise<Buffer<ArrayBuffer> | null> {
  const announced = Number(request.headers['content-length'] ?? mostBytes);
  // A body may come one byte at a time: kept apart, each would cost hundreds.
  const body = Buffer.alloc(Math.min(announced, mostBytes));
  let bytes = 0;
  return new Promise((resolve) => {
    const { push } = request;
    const end = (whole: Buffer<ArrayBuffer> | null) => {
      request.push = push;
      resolve(whole);
    };
    response.once('close', () => end(null));
    request.push = (piece: Buffer | null) => {
      if (piece === null) {
        end(body.subarray(0, bytes));
        return false;
      }
      if (bytes + piece.byteLength > body.byteLength) end(null);
      else bytes += piece.copy(body, bytes);
      return true;
    };
  });
}

export function giveBody(request: IncomingMessage, body: Buffer, contentType?: string): void {
  request.headers['content-length'] = String(body.byteLength);
  if (contentType !== undefined) request.headers['content-type'] = contentType;
  request.push(body);
  request.push(null);
}
