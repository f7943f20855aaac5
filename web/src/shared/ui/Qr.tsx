import { QRCodeSVG } from '@rc-component/qrcode';

/** A QR code with its quiet zone, drawn as SVG so that it is sharp on every screen. */
export function Qr({ content, size, title }: { content: string; size: number; title: string }) {
  return (
    <QRCodeSVG
      value={content}
      size={size}
      level="M"
      marginSize={2}
      fgColor="#0c2348"
      bgColor="#ffffff"
      role="img"
      aria-label={title}
      style={{ width: '100%', height: 'auto', maxWidth: size, display: 'block' }}
    />
  );
}
