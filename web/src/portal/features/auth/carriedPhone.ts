import { note } from '@/shared/api/note';

const phone = note('zq.carried-phone');

/** For the sign-in page, to which the way from here leads through the server: addresses are logged. */
export const carryPhone = (of: string): void => phone.write(of);

/** The phone with which somebody has just registered or set another password in this tab; empty where nobody has. */
export const carriedPhone = (): string => phone.read() ?? '';

/** It is for one form: the next who signs in here may be somebody else. */
export const forgetPhone = phone.forget;
