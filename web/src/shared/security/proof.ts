import { isProblem } from '../api';

export interface Proof {
  challenge: string;
  counter: number;
}

/**
 * Sends an attempt; where the server suspects a guesser it asks for work first, about a second of it. Nobody has to look at pictures or listen: the
 * browser works, and the attempt is sent again with the proof.
 */
export async function withProof<T>(
  send: (proof?: Proof) => Promise<T>,
  onWork: (working: boolean) => void,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isProblem(error, 'PROOF_REQUIRED')) throw error;
    const { challenge, bits } = error.problem as unknown as { challenge: string; bits: number };
    onWork(true);
    try {
      return await send({ challenge, counter: await solve(challenge, bits) });
    } finally {
      onWork(false);
    }
  }
}

async function solve(challenge: string, bits: number): Promise<number> {
  if (typeof Worker === 'undefined') return (await import('./work')).work(challenge, bits);
  const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<number>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
      worker.onerror = () => reject(new Error('安全验证没有完成，请重试'));
      worker.postMessage({ challenge, bits });
    });
  } finally {
    worker.terminate();
  }
}
