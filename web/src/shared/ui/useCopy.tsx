import { useState, type ReactNode } from 'react';
import { ByHand } from './ByHand';

/**
 * Copies a text, and knows when it was; nothing to call where there is no clipboard, which exists only on https and on this machine. A browser that is managed, or that
 * shows the page within another one, may refuse: then the text is there to be copied by hand, for who stands at a button that does nothing learns nothing.
 */
export function useCopy(text: string): {
  copied: boolean;
  copy: (() => void) | undefined;
  /** To stand by the button: nothing unless the browser refused. */
  byHand: ReactNode;
} {
  const [copied, setCopied] = useState(false);
  const [refused, setRefused] = useState(false);
  const told = (done: boolean) => {
    setCopied(done);
    setRefused(!done);
  };
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => told(true),
      () => told(false),
    );
  return {
    copied,
    copy: navigator.clipboard ? copy : undefined,
    byHand: refused && <ByHand text={text} onClose={() => setRefused(false)} />,
  };
}
