import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Holds back the body of a request until it is whole, without reading the request, which is Next's to read. Null when
 * more than `mostBytes` came, or when who sent it left.
 */
export function holdBody(
  request: IncomingMessage,
  response: ServerResponse,
  mostBytes: number,
): Promise<Buffer<ArrayBuffer> | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    const { push } = request;
    const end = (body: Buffer<ArrayBuffer> | null) => {
      request.push = push;
      resolve(body);
    };
    response.once('close', () => end(null));
    request.push = (piece: Buffer | null) => {
      if (piece === null) {
        end(Buffer.concat(pieces));
        return false;
      }
      bytes += piece.byteLength;
      if (bytes > mostBytes) end(null);
      else pieces.push(piece);
      return true;
    };
  });
}

/** Lets the reader of a request have this body, in the place of the one that was held back. */
export function giveBody(request: IncomingMessage, body: Buffer, contentType?: string): void {
  request.headers['content-length'] = String(body.byteLength);
  if (contentType !== undefined) request.headers['content-type'] = contentType;
  request.push(body);
  request.push(null);
}
