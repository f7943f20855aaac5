import { fileName, send, type Request } from './client';
import type { Arguments, PathOf } from './paths';

/** Does something of which a file is the answer: as blob, with the name that the server gave it. Apart from `api`, for few pages do. */
export async function postFile<P extends PathOf<'post'>>(
  path: P,
  ...[options]: Arguments<'post', P>
): Promise<{ blob: Blob; name: string }> {
  const response = await send('post', path, { ...(options as Request | undefined), accept: '*/*' });
  return { blob: await response.blob(), name: fileName(response.headers.get('Content-Disposition')) };
}
