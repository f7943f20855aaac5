import { sha256 } from './sha256';

/** The counter with which the hash of the challenge begins with so many zero bits (at most 32). */
export function work(challenge: string, bits: number): number {
  for (let counter = 0; ; counter++) {
    if (Math.clz32(sha256(`${challenge}.${counter}`)[0]!) >= bits) return counter;
  }
}
