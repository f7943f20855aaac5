package cn.zhengqi.web.file;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * An .xlsx that somebody brings, looked at before anything reads it: how much it unpacks to is counted while it is thrown away, so that a bomb costs time that is bounded and no memory. The limits
 * of the parser, which counts once more, are set here too and nowhere else.
 */
public final class Spreadsheet {

    private static final int MOST_UNPACKED = 30 * 1024 * 1024;
    private static final int MOST_PARTS = 200;

    /** Sheets of text shrink to a tenth; what shrinks to less than a hundredth has nothing in it. */
    private static final int MOST_TIMES = 100;

    /** What is small may shrink as it likes. */
    private static final int SMALL = 1024 * 1024;

    /** In which a declaration of entities would stand: it comes before the first element. */
    private static final int HEAD = 4096;

    static {
        ZipSecureFile.setMinInflateRatio(1.0 / MOST_TIMES);
        ZipSecureFile.setGraceEntrySize(SMALL);
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxTextSize(MOST_UNPACKED);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private Spreadsheet() {}

    /** Whether it begins as an .xlsx does. */
    public static boolean is(byte[] file) {
        return file.length > 1 && file[0] == 'P' && file[1] == 'K';
    }

    /**
     * By the same parser that reads it then: java.util.zip takes what spreadsheets write for broken.
     *
     * @throws ProblemException FILE_UNPACKS_TOO_LARGE; FILE_UNREADABLE for one that is broken, has files in files, or declares entities
     */
    public static void requireHarmless(byte[] file) {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[8192];
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            ZipArchiveEntry part;
            while ((part = zip.getNextEntry()) != null) {
                parts++;
                byte[] head = zip.readNBytes(HEAD);
                requirePlain(part, head);
                unpacked += head.length;
                int length;
                do {
                    requireSmall(unpacked, parts, file.length);
                    length = zip.read(buffer);
                    unpacked += Math.max(0, length);
                } while (length > 0);
            }
        } catch (IOException broken) {
            throw new ProblemException(CommonProblem.FILE_UNREADABLE);
        }
        if (parts == 0) {
            throw new ProblemException(CommonProblem.FILE_UNREADABLE);
        }
    }

    private static void requireSmall(long unpacked, int parts, int packed) {
        if (unpacked > MOST_UNPACKED || parts > MOST_PARTS || unpacked > Math.max(SMALL, (long) MOST_TIMES * packed)) {
            throw new ProblemException(CommonProblem.FILE_UNPACKS_TOO_LARGE);
        }
    }

    /** The parser refuses entities too; here nothing has been parsed yet. */
    private static void requirePlain(ZipArchiveEntry part, byte[] head) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        // Without the noughts of UTF-16, in which a declaration could hide.
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (is(head) || (xml && (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")))) {
            throw new ProblemException(CommonProblem.FILE_UNREADABLE);
        }
    }
}
