import { useState } from 'react';

/** Copies a text, and knows when it was; nothing to call where there is no clipboard, which exists only on https and on this machine. */
export function useCopy(text: string): { copied: boolean; copy: (() => void) | undefined } {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return { copied, copy: navigator.clipboard ? copy : undefined };
}
