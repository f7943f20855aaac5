import type { Reading } from '../api';
import { label } from '../i18n';

/** What led to a reading, as one reads it: its number, the place of the scan, or the kind alone. */
export function readingOrigin({ source, applicationNumber, place }: Reading): string {
  const demand = applicationNumber?.startsWith('XQ');
  const kind = source === 'APPLICATION' ? (demand ? '需求' : '申请') : label('readingSource', source);
  return source === 'SCAN'
    ? [kind, place].filter(Boolean).join('，')
    : [kind, applicationNumber].filter(Boolean).join(' ');
}

/** Where the enterprise finds it, in the portal. */
export function readingPath({ source, sourceId, applicationNumber }: Reading): string | undefined {
  switch (source) {
    case 'APPLICATION':
      // What a bank reads of a demand is read as of an application; the number says which of the two it is.
      if (applicationNumber?.startsWith('XQ')) return `/center/demands/${sourceId}`;
      return `/center/applications/${sourceId}`;
    case 'DECLARATION':
      return `/declarations/${sourceId}`;
    case 'REDEMPTION':
      return `/redemptions/${sourceId}`;
    default:
      return undefined;
  }
}
