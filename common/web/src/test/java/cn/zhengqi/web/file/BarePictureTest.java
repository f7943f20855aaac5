package cn.zhengqi.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarePictureTest {

    private static final String DEVICE = "HUAWEI Pura 70";
    private static final String TIME = "2026:11:29 09:30:00";
    private static final String PLACE = "<x:xmpmeta><exif:GPSLatitude>29,22.9N</exif:GPSLatitude></x:xmpmeta>";

    private static final int SOI = 2;

    @Test
    void where_when_and_by_which_device_a_photo_was_taken_is_not_kept() throws IOException {
        byte[] plain = picture("jpg");
        byte[] photo = photo(plain, exif(ByteOrder.LITTLE_ENDIAN, 1));
        assertThat(text(photo)).contains(DEVICE, TIME, PLACE);

        byte[] bare = BarePicture.of(photo);

        assertThat(text(bare))
                .doesNotContain(DEVICE, TIME, PLACE, "Exif", "Photoshop", "of the phone", "ftypmp4", "MPF");
        assertThat(bare).as("nothing of the picture itself").isEqualTo(plain);
        assertThat(FileKind.of(bare)).contains(FileKind.JPEG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void which_way_up_it_is_stays_and_nothing_else_of_what_the_phone_wrote(String order) throws IOException {
        byte[] exif = exif(order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, 6);
        byte[] bare = BarePicture.of(photo(picture("jpg"), exif));

        assertThat(text(bare)).contains("Exif").doesNotContain(DEVICE, TIME, PLACE);
        ByteBuffer said =
                ByteBuffer.wrap(bare, text(bare).indexOf("Exif") + 6, 26).slice();
        assertThat(said.getShort(8)).as("entries").isEqualTo((short) 1);
        assertThat(said.getShort(10)).isEqualTo((short) 0x0112);
        assertThat(said.getShort(18)).isEqualTo((short) 6);
        assertThat(dots(bare)).isEqualTo(dots(picture("jpg")));
        assertThat(BarePicture.of(bare)).as("once more").isEqualTo(bare);
    }

    @Test
    void the_profile_of_its_colours_stays() throws IOException {
        byte[] profile = "ICC_PROFILE\0\1\1Display P3".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(text(BarePicture.of(with(picture("jpg"), segment(0xe2, profile)))))
                .contains("Display P3");
    }

    @Test
    void a_small_preview_of_what_was_there_before_it_was_cut_goes() throws IOException {
        byte[] plain = picture("jpg");
        byte[] further = segment(0xe0, "JFXX\0\23preview".getBytes(StandardCharsets.ISO_8859_1));
        byte[] width = Arrays.copyOfRange(plain, 2, 20);
        ByteBuffer.wrap(width).putShort(2, (short) 19).put(16, (byte) 1).put(17, (byte) 1);
        byte[] previewed = join(
                Arrays.copyOf(plain, 2),
                width,
                new byte[] {'r', 'g', 'b'},
                further,
                Arrays.copyOfRange(plain, 20, plain.length));
        assertThat(dots(previewed)).as("a picture as before").isEqualTo(dots(plain));

        assertThat(BarePicture.of(previewed)).isEqualTo(plain);
    }

    @Test
    void a_photo_in_several_scans_is_whole() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        var how = writer.getDefaultWriteParam();
        how.setProgressiveMode(javax.imageio.ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (var target = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(target);
            writer.write(null, new javax.imageio.IIOImage(image(), null, null), how);
        }
        byte[] photo = file.toByteArray();
        assertThat(BarePicture.of(photo(photo, exif(ByteOrder.LITTLE_ENDIAN, 1))))
                .isEqualTo(photo);
    }

    @Test
    void words_and_times_in_a_png_are_not_kept() throws IOException {
        byte[] plain = picture("png");
        byte[] said = chunk("tEXt", "Author\0张三".getBytes(StandardCharsets.UTF_8));
        byte[] place = chunk("eXIf", exif(ByteOrder.BIG_ENDIAN, 1));
        byte[] xmp = chunk("iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + PLACE).getBytes(StandardCharsets.UTF_8));
        byte[] full =
                join(Arrays.copyOf(plain, 33), said, place, xmp, Arrays.copyOfRange(plain, 33, plain.length), said);
        assertThat(dots(full)).as("a picture as before").isEqualTo(dots(plain));

        assertThat(BarePicture.of(full)).isEqualTo(plain);
    }

    @Test
    void what_is_no_picture_stays_as_it_is() {
        byte[] pdf = "%PDF-1.7 Exif".getBytes(StandardCharsets.US_ASCII);
        assertThat(BarePicture.of(pdf)).isSameAs(pdf);
        assertThat(BarePicture.of(new byte[0])).isEmpty();
    }

    @Test
    void of_a_broken_photo_nothing_is_kept_that_cannot_be_told() throws IOException {
        byte[] photo = photo(picture("jpg"), exif(ByteOrder.LITTLE_ENDIAN, 6));
        for (int length = 3; length < photo.length; length += 7) {
            assertThat(text(BarePicture.of(Arrays.copyOf(photo, length)))).doesNotContain(DEVICE, PLACE);
        }
    }

    /** As a phone leaves it: EXIF with the place, XMP, IPTC, a comment, a second picture and, at the end, a short film. */
    private static byte[] photo(byte[] plain, byte[] exif) throws IOException {
        byte[] written = with(
                plain,
                segment(0xe1, join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif)),
                segment(0xe1, ("http://ns.adobe.com/xap/1.0/\0" + PLACE).getBytes(StandardCharsets.UTF_8)),
                segment(0xe2, "MPF\0of two".getBytes(StandardCharsets.US_ASCII)),
                segment(0xed, "Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII)),
                segment(0xfe, "of the phone".getBytes(StandardCharsets.US_ASCII)));
        return join(written, "\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A block of TIFF with make, way up, time and, in a directory of its own, the place. */
    private static byte[] exif(ByteOrder order, int orientation) {
        ByteBuffer block = ByteBuffer.allocate(160).order(order);
        block.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        block.putShort((short) 42).putInt(8).putShort((short) 4);
        entry(block, 0x010f, 2, DEVICE.length() + 1, 64);
        block.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(block, 0x0132, 2, TIME.length() + 1, 80);
        entry(block, 0x8825, 4, 1, 104);
        block.putInt(0);
        block.position(64).put(DEVICE.getBytes(StandardCharsets.US_ASCII));
        block.position(80).put(TIME.getBytes(StandardCharsets.US_ASCII));
        block.position(104).putShort((short) 1);
        entry(block, 0x0002, 5, 3, 128);
        block.position(128).putInt(29).putInt(1).putInt(22).putInt(1).putInt(54).putInt(1);
        return block.array();
    }

    private static void entry(ByteBuffer block, int tag, int type, int count, int value) {
        block.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] with(byte[] plain, byte[]... segments) throws IOException {
        return join(Arrays.copyOf(plain, SOI), join(segments), Arrays.copyOfRange(plain, SOI, plain.length));
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = ByteBuffer.allocate(content.length + 4)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static BufferedImage image() {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 30; y++) {
                image.setRGB(x, y, x * 6 << 16 | y * 8 << 8 | (x * y) % 256);
            }
        }
        return image;
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image(), format, file);
        return file.toByteArray();
    }

    private static int[] dots(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
