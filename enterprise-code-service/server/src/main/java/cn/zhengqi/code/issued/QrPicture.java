package cn.zhengqi.code.issued;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** The picture of a code, made to be printed: a quarter of it may be dirty or torn. */
final class QrPicture {

    private static final int QUIET_ZONE = 4;
    private static final int PIXELS_PER_MODULE = 16;

    private final BitMatrix modules;

    private QrPicture(BitMatrix modules) {
        this.modules = modules;
    }

    static QrPicture of(String content) {
        try {
            return new QrPicture(new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE)));
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    String svg() {
        int size = modules.getWidth();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (modules.get(x, y)) {
                    int from = x;
                    while (x + 1 < size && modules.get(x + 1, y)) {
                        x++;
                    }
                    int length = x - from + 1;
                    path.append('M').append(from).append(' ').append(y);
                    path.append('h')
                            .append(length)
                            .append("v1h-")
                            .append(length)
                            .append('z');
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" \
                shape-rendering="crispEdges" role="img" aria-label="企业码"><rect width="%1$d" height="%1$d" fill="#fff"/>\
                <path d="%3$s" fill="#000"/></svg>""".formatted(size, size * PIXELS_PER_MODULE, path);
    }

    byte[] png() {
        int size = modules.getWidth() * PIXELS_PER_MODULE;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean dark = modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE);
                image.setRGB(x, y, dark ? 0x000000 : 0xffffff);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }
}
