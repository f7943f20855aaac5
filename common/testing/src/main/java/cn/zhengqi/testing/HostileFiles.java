package cn.zhengqi.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that nobody hands in by mistake, by what they try. Those that unpack would fill the whole heap of the test if anything held them. */
final class HostileFiles {

    private static final int MEGABYTE = 1024 * 1024;

    private HostileFiles() {}

    /** @param name under which it is sent: what its sender says it is */
    record Hostile(String name, byte[] content) {}

    /** @param tooLarge so many bytes are more than any route takes */
    static Map<String, Hostile> all(int tooLarge) {
        Map<String, Hostile> files = new LinkedHashMap<>();
        files.put("a spreadsheet that unpacks to more than the heap", new Hostile("数据.xlsx", Bomb.CONTENT));
        files.put(
                "a zip in a zip", new Hostile("数据.xlsx", zip("xl/worksheets/sheet1.xml", zip("a.xml", bytes("<a/>")))));
        files.put("a thousand million laughs in the sheet", new Hostile("数据.xlsx", laughs(StandardCharsets.UTF_8)));
        files.put("the same in UTF-16", new Hostile("数据.xlsx", laughs(StandardCharsets.UTF_16)));
        files.put("a picture that is huge when opened", new Hostile("证照.png", hugePicture()));
        files.put("a program that calls itself a letter", new Hostile("授权书.pdf", bytes("MZ\u0090\0\3\0\0\0")));
        files.put("a program that begins like a letter", new Hostile("授权书.pdf", bytes("%PDF-1.7\nMZ\u0090\0\3\0\0\0")));
        files.put("a page that calls itself a picture", new Hostile("证照.png", bytes("<script>alert(1)</script>")));
        files.put("a spreadsheet that is none", new Hostile("数据.xlsx", bytes("PK\3\4 and nothing that follows")));
        files.put("nothing", new Hostile("空.pdf", new byte[0]));
        files.put("too much", new Hostile("大.pdf", new byte[tooLarge]));
        return files;
    }

    /** Packed when it is first sent: a megabyte of nothing once, and that over and over, for to pack it all takes a second of the processor in each service. */
    private static final class Bomb {

        /** A zip of this form names sizes of up to four gigabytes. */
        private static final int MOST_MEGABYTES = 4095;

        private static final int MEGABYTES =
                (int) Math.min(Runtime.getRuntime().maxMemory() / MEGABYTE + 1, MOST_MEGABYTES);

        private static final byte[] NAME = bytes("xl/worksheets/sheet1.xml");
        private static final int VERSION = 20;
        private static final byte[] CONTENT = packed();

        private static byte[] packed() {
            byte[] nothing = new byte[MEGABYTE];
            CRC32 sum = new CRC32();
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
                byte[] packed = new byte[MEGABYTE];
                deflater.setInput(nothing);
                // What is flushed in full can be read, and so repeated, without what came before.
                int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
                for (int i = 0; i < MEGABYTES; i++) {
                    data.write(packed, 0, length);
                    sum.update(nothing);
                }
                deflater.finish();
                data.write(packed, 0, deflater.deflate(packed));
            }
            ByteBuffer entry = ByteBuffer.allocate(26)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) VERSION)
                    .putShort((short) 0)
                    .putShort((short) ZipEntry.DEFLATED)
                    .putInt(0)
                    .putInt((int) sum.getValue())
                    .putInt(data.size())
                    .putInt(MEGABYTES * MEGABYTE)
                    .putShort((short) NAME.length)
                    .putShort((short) 0);
            int begin = 4 + entry.capacity() + NAME.length + data.size();
            int length = 4 + 2 + entry.capacity() + 14 + NAME.length;
            return ByteBuffer.allocate(begin + length + 22)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(bytes("PK\3\4"))
                    .put(entry.array())
                    .put(NAME)
                    .put(data.toByteArray())
                    .put(bytes("PK\1\2"))
                    .putShort((short) VERSION)
                    .put(entry.array())
                    .put(new byte[14])
                    .put(NAME)
                    .put(bytes("PK\5\6"))
                    .putInt(0)
                    .putShort((short) 1)
                    .putShort((short) 1)
                    .putInt(length)
                    .putInt(begin)
                    .putShort((short) 0)
                    .array();
        }
    }

    /** Ten of ten of ten, nine times: unpacked by a parser that believes in entities, three thousand megabytes. */
    private static byte[] laughs(java.nio.charset.Charset charset) {
        StringBuilder sheet = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\n")
                .append("<!DOCTYPE worksheet [<!ENTITY l0 \"lol\">");
        for (int level = 1; level <= 9; level++) {
            sheet.append("<!ENTITY l")
                    .append(level)
                    .append(" \"")
                    .append(("&l" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        sheet.append(
                "]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&l9;</t></is></c></row></sheetData></worksheet>");
        return zip("xl/worksheets/sheet1.xml", sheet.toString().getBytes(charset));
    }

    /** Only the head of it: 60 000 dots on each side, fourteen thousand megabytes. */
    private static byte[] hugePicture() {
        ByteBuffer png = ByteBuffer.allocate(45);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a});
        byte[] head = ByteBuffer.allocate(17)
                .put(bytes("IHDR"))
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(head);
        png.putInt(13).put(head).putInt((int) sum.getValue());
        CRC32 end = new CRC32();
        end.update(bytes("IEND"));
        png.putInt(0).put(bytes("IEND")).putInt((int) end.getValue());
        return png.array();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(bytes("<Types/>"));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
