import type { Reading } from '../api';
import { label } from '../i18n';

/** What led to a reading, as one reads it: its number, the place of the scan, or the kind alone. */
export function readingOrigin({ source, applicationNumber, place }: Reading): string {
  const kind = source === 'APPLICATION' ? '申请' : label('readingSource', source);
  return source === 'SCAN'
    ? [kind, place].filter(Boolean).join('，')
    : [kind, applicationNumber].filter(Boolean).join(' ');
}

/** Where the enterprise finds it, in the portal. */
export function readingPath({ source, sourceId }: Reading): string | undefined {
  switch (source) {
    case 'APPLICATION':
      return `/center/applications/${sourceId}`;
    case 'DECLARATION':
      return `/declarations/${sourceId}`;
    default:
      return undefined;
  }
}
