package cn.zhengqi.web.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * A JPEG or PNG without what a camera, a phone or a program wrote into it beside the picture: where and when, by which device and whom it was taken, its small preview, and whatever was appended. What is
 * seen stays as it is, dot by dot, with its colours and the way it is turned. Any other file stays as it is; of a broken picture what cannot be told goes.
 */
public final class BarePicture {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Chunks without which a PNG looks different: its dots, its colours, how it moves. */
    private static final Set<String> SEEN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sRGB", "sBIT", "cICP", "bKGD", "pHYs",
            "hIST", "acTL", "fcTL", "fdAT");

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);

    /** Of the segment that says how wide a dot is; after it comes a small preview, where there is one. */
    private static final int JFIF_LENGTH = 16;

    private static final byte[] COLOURS = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private static final int ORIENTATION = 0x0112;

    private final byte[] file;
    private final ByteArrayOutputStream bare;

    private BarePicture(byte[] file) {
        this.file = file;
        this.bare = new ByteArrayOutputStream(file.length);
    }

    public static byte[] of(byte[] file) {
        if (begins(file, 0, PNG)) {
            return new BarePicture(file).png();
        }
        return file.length > 2 && at(file, 0) == 0xff && at(file, 1) == SOI ? new BarePicture(file).jpeg() : file;
    }

    private byte[] png() {
        bare.write(file, 0, PNG.length);
        int at = PNG.length;
        while (file.length - at >= 12) {
            int length = ByteBuffer.wrap(file).getInt(at);
            if (length < 0 || length > file.length - at - 12) {
                break;
            }
            String name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (SEEN.contains(name)) {
                bare.write(file, at, length + 12);
            }
            at += length + 12;
            if (name.equals("IEND")) {
                break;
            }
        }
        return bare.toByteArray();
    }

    private byte[] jpeg() {
        bare.write(file, 0, 2);
        int at = 2;
        while (at + 1 < file.length) {
            int marker = at(file, at + 1);
            if (at(file, at) != 0xff || marker == 0 || marker == 0xff) {
                at++;
                continue;
            }
            if (marker == EOI) {
                break;
            }
            if (standsAlone(marker)) {
                bare.write(file, at, 2);
                at += 2;
                continue;
            }
            int length = at + 3 < file.length ? at(file, at + 2) << 8 | at(file, at + 3) : 0;
            int end = at + 2 + length;
            if (length < 2 || end > file.length) {
                break;
            }
            keep(marker, at, end);
            at = marker == SOS ? scan(end) : end;
        }
        bare.write(0xff);
        bare.write(EOI);
        return bare.toByteArray();
    }

    private void keep(int marker, int from, int end) {
        if (marker == APP1 && begins(file, from + 4, EXIF)) {
            turned(ByteBuffer.wrap(file, from + 4 + EXIF.length, end - from - 4 - EXIF.length)
                    .slice());
        } else if (marker == APP0) {
            width(from, end);
        } else if (isSeen(marker, from)) {
            bare.write(file, from, end - from);
        }
    }

    /** How wide a dot is, without the small preview. */
    private void width(int from, int end) {
        if (!begins(file, from + 4, JFIF) || end - from - 2 < JFIF_LENGTH) {
            return;
        }
        byte[] said = Arrays.copyOfRange(file, from, from + 2 + JFIF_LENGTH);
        ByteBuffer.wrap(said).putShort(2, (short) JFIF_LENGTH).putShort(said.length - 2, (short) 0);
        bare.write(said, 0, said.length);
    }

    /** APP14 says which colours are meant; APP2 also leads to further pictures. */
    private boolean isSeen(int marker, int from) {
        return switch (marker) {
            case APP14 -> true;
            case APP2 -> begins(file, from + 4, COLOURS);
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    /** Phones write the picture as the sensor lies and say how to turn it: that alone is said again. */
    private void turned(ByteBuffer exif) {
        int way = orientation(exif);
        if (way < 2 || way > 8) {
            return;
        }
        ByteBuffer said = ByteBuffer.allocate(36);
        said.put((byte) 0xff).put((byte) APP1).putShort((short) 34).put(EXIF);
        said.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        said.putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1);
        said.putShort((short) way).putShort((short) 0).putInt(0);
        bare.write(said.array(), 0, said.capacity());
    }

    /** 0 where it does not say. */
    private static int orientation(ByteBuffer exif) {
        try {
            exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int entries = exif.getInt(4);
            int count = Short.toUnsignedInt(exif.getShort(entries));
            for (int i = 0; i < count; i++) {
                int entry = entries + 2 + 12 * i;
                if (Short.toUnsignedInt(exif.getShort(entry)) == ORIENTATION) {
                    return exif.getShort(entry + 8);
                }
            }
            return 0;
        } catch (IndexOutOfBoundsException broken) {
            return 0;
        }
    }

    /** Up to the next marker that does not belong to the dots themselves. */
    private int scan(int from) {
        int at = from;
        while (at + 1 < file.length) {
            int next = at(file, at + 1);
            if (at(file, at) == 0xff && next != 0 && next != 0xff && !isRestart(next)) {
                break;
            }
            at++;
        }
        int end = at + 1 < file.length ? at : file.length;
        bare.write(file, from, end - from);
        return end;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || marker == SOI || isRestart(marker);
    }

    private static boolean begins(byte[] file, int at, byte[] beginning) {
        return file.length - at >= beginning.length
                && Arrays.equals(file, at, at + beginning.length, beginning, 0, beginning.length);
    }

    private static int at(byte[] file, int place) {
        return file[place] & 0xff;
    }
}
