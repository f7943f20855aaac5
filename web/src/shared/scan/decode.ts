/** Longest edges, in pixels, at which a picture is searched: photos are too big, screenshots may be too small. */
const EDGES = [1000, 600, 1800];

const load = () => import('jsqr').then((module) => module.default);

/** Gets the decoder ready before the first frame needs it. */
export async function frameDecoder() {
  const jsQR = await load();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  /** Content of the code in a video's present frame, or null. */
  return (video: HTMLVideoElement): string | null => {
    const { videoWidth, videoHeight } = video;
    if (!context || !videoWidth) return null;
    const scale = Math.min(1, 720 / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data || null;
  };
}

/** Content of the code in a picture; why there is none otherwise. */
export async function decodePicture(
  file: Blob,
): Promise<{ content: string } | { lacks: 'PICTURE' | 'CODE' }> {
  const [jsQR, picture] = await Promise.all([load(), createImageBitmap(file).catch(() => null)]);
  if (!picture) return { lacks: 'PICTURE' };
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return { lacks: 'CODE' };
  try {
    for (const edge of EDGES) {
      const scale = edge / Math.max(picture.width, picture.height);
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      context.fillStyle = 'white';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      const found = jsQR(data, width, height);
      if (found?.data) return { content: found.data };
    }
    return { lacks: 'CODE' };
  } finally {
    picture.close();
  }
}
