const KEY = 'zq.registered-phone';

/** For the sign-in page, to which the way from here leads through the server: addresses are logged. */
export function carryRegistered(phone: string): void {
  try {
    sessionStorage.setItem(KEY, phone);
  } catch {
    // A browser that keeps nothing: it is typed once more.
  }
}

/** The phone with which somebody has just registered in this tab; empty where nobody has. */
export function registeredPhone(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** It is for one form: the next who signs in here may be somebody else. */
export function forgetRegistered(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing is kept.
  }
}
