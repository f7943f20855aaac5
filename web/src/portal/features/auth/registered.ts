import { note } from '@/shared/api/note';

const registered = note('zq.registered-phone');

/** For the sign-in page, to which the way from here leads through the server: addresses are logged. */
export const carryRegistered = (phone: string): void => registered.write(phone);

/** The phone with which somebody has just registered in this tab; empty where nobody has. */
export const registeredPhone = (): string => registered.read() ?? '';

/** It is for one form: the next who signs in here may be somebody else. */
export const forgetRegistered = registered.forget;
