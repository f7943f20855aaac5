package cn.zhengqi.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A JPEG as a phone writes it: beside the picture, in EXIF and XMP, by which device it was taken, and where. */
public final class TestPhoto {

    /** In EXIF. */
    public static final String DEVICE = "HUAWEI Pura 70";

    /** In XMP. */
    public static final String PLACE = "GPSLatitude>29,22.9N<";

    private static final int WHERE_DEVICE = 8 + 2 + 12 + 4;

    private TestPhoto() {}

    public static byte[] ofAPhone() {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "jpg", plain);
            photo.write(plain.toByteArray(), 0, 2);
            photo.write(segment(exif()));
            photo.write(segment(
                    ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:" + PLACE + "/exif:GPSLatitude></x:xmpmeta>")
                            .getBytes(StandardCharsets.US_ASCII)));
            photo.write(plain.toByteArray(), 2, plain.size() - 2);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return photo.toByteArray();
    }

    /** Whether anything of it is left. */
    public static boolean tellsOfItsPhone(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.contains(DEVICE) || text.contains(PLACE);
    }

    private static byte[] exif() {
        byte[] device = (DEVICE + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer block = ByteBuffer.allocate(6 + WHERE_DEVICE + device.length);
        block.put("Exif\0\0II".getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN);
        block.putShort((short) 42).putInt(8).putShort((short) 1);
        block.putShort((short) 0x0110).putShort((short) 2).putInt(device.length).putInt(WHERE_DEVICE);
        block.putInt(0).put(device);
        return block.array();
    }

    private static byte[] segment(byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .putShort((short) 0xffe1)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }
}
