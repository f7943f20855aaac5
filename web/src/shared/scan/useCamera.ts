import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { frameDecoder } from './decode';

export type CameraState = 'starting' | 'on' | 'denied' | 'missing' | 'insecure';

/** Milliseconds between two looks at the picture: quick enough for the hand, cheap enough for the battery. */
const INTERVAL = 180;

/** Runs the camera while `active` and hands over each code that it sees. */
export function useCamera(active: boolean, onCode: (content: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  const seen = useEffectEvent(onCode);

  useEffect(() => {
    if (!active) return;
    let ended = false;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const run = async () => {
      if (!globalThis.isSecureContext || !navigator.mediaDevices) return setState('insecure');
      setState('starting');
      try {
        const [decode, made] = await Promise.all([
          frameDecoder(),
          navigator.mediaDevices.getUserMedia({
            video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
          }),
        ]);
        stream = made;
        if (ended || !video.current) return stop();
        video.current.srcObject = made;
        await video.current.play();
        if (ended) return stop();
        setState('on');
        const look = () => {
          const content = video.current && decode(video.current);
          if (ended) return;
          if (content) seen(content);
          timer = setTimeout(look, INTERVAL);
        };
        look();
      } catch (error) {
        stop();
        if (!ended) setState((error as Error).name === 'NotAllowedError' ? 'denied' : 'missing');
      }
    };
    const stop = () => {
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
    void run();
    return () => {
      ended = true;
      stop();
    };
  }, [active]);

  return { video, state };
}
