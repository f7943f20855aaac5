let entered: string | undefined;

/** Before the router, or a person, goes anywhere from the page by which the app was entered. */
export function rememberLanding(): void {
  entered ??= location.href;
}

/** The page by which the app was entered; of now where nobody remembered it. */
export const landing = (): string => entered ?? location.href;
