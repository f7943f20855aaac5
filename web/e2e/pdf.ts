import { inflateSync } from 'node:zlib';

/** What is between `stream` and `endstream`, unpacked. */
function streams(file: Buffer): string[] {
  const found: string[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 1)) {
    const end = file.indexOf('endstream', at);
    if (end < 0) break;
    try {
      found.push(inflateSync(file.subarray(at + 'stream\n'.length, end)).toString('latin1'));
    } catch {
      // One that is not packed this way has no text.
    }
    at = end;
  }
  return found;
}

/** Which character each glyph of a font stands for, as its ToUnicode map says. */
function characters(map: string): Map<string, string> {
  const found = new Map<string, string>();
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, lines] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, code] of lines!.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g))
      found.set(glyph!.toUpperCase(), text(code!));
  for (const [, lines] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, code] of lines!.matchAll(
      /<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>/g,
    ))
      for (let glyph = parseInt(from!, 16); glyph <= parseInt(to!, 16); glyph++)
        found.set(
          glyph.toString(16).toUpperCase().padStart(4, '0'),
          String.fromCharCode(parseInt(code!, 16) + glyph - parseInt(from!, 16)),
        );
  return found;
}

/** The bytes of a string that is shown, as hex: it stands in the page as <hex> or as (text). */
function shown(page: string): string[] {
  const bytes = (text: string) =>
    Buffer.from(
      text.replace(/\\([0-7]{3}|[\s\S])/g, (_, sign: string) =>
        /^[0-7]{3}$/.test(sign)
          ? String.fromCharCode(parseInt(sign, 8))
          : ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[sign] ?? sign),
      ),
      'latin1',
    ).toString('hex');
  return [...page.matchAll(/<([0-9A-Fa-f]+)>|\(((?:\\[\s\S]|[^\\()])*)\)/g)].map(([, hex, text]) =>
    (hex ?? bytes(text!)).toUpperCase(),
  );
}

/** The text of a PDF whose fonts say what their glyphs stand for: read with each of its fonts, for which is in force is not followed. */
export function textOf(file: Buffer): string {
  const all = streams(file);
  const fonts = all.filter((one) => one.includes('begincmap')).map(characters);
  const strings = all.filter((one) => /\bT[jJ]\b/.test(one)).flatMap(shown);
  return fonts
    .map((font) =>
      strings
        .map((one) => (one.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? '').join(''))
        .join('\n'),
    )
    .join('\n');
}
