import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';

const WIDTH = 640;
const HEIGHT = 480;

/** Start arguments of a browser whose camera sees the film in this file. */
export const withCamera = (film: string) => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/** A film (YUV4MPEG2) of one still: the picture in the middle of a grey table. The page is borrowed to read the PNG. */
export async function filmOf(page: Page, png: Buffer, file: string): Promise<void> {
  const encoded = await page.evaluate(
    async ([picture, width, height]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(width, height);
      const draw = canvas.getContext('2d')!;
      draw.fillStyle = '#b0b0b0';
      draw.fillRect(0, 0, width, height);
      const side = height * 0.8;
      draw.drawImage(image, (width - side) / 2, (height - side) / 2, side, side);
      const { data } = draw.getImageData(0, 0, width, height);
      let grey = '';
      for (let i = 0; i < data.length; i += 4) grey += String.fromCharCode(data[i + 1]!);
      return btoa(grey);
    },
    [png.toString('base64'), WIDTH, HEIGHT] as const,
  );
  const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(encoded, 'base64'), colourless]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(file, Buffer.concat([head, frame, frame]));
}
