package cn.zhengqi.policy.reading;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of a PDF, its lines joined to paragraphs again. How much its streams unpack to is counted while it is thrown away, before anything holds it; one file is read at a time.
 */
final class PdfText {

    private static final int MOST_PAGES = 300;
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;

    /** A line that is shorter than this share of the longest ends a paragraph. */
    private static final double FULL = 0.75;

    private static final Pattern BEGINS_ANEW = Pattern.compile(
            "^(?:第[一二三四五六七八九十百\\d]+[章条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\\d]+[）)]|\\d{1,2}[.．、]|[①-⑳]).*");
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—－\\s]*\\d{1,3}[-—－\\s]*");

    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private PdfText() {}

    /** @throws ProblemException FILE_UNPACKS_TOO_LARGE, FILE_UNREADABLE */
    static String of(byte[] pdf) {
        ONE_AT_A_TIME.lock();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            requireSmall(document.getDocument());
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setEndPage(MOST_PAGES);
            return paragraphs(stripper.getText(document).lines().toList());
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            if (broken instanceof ProblemException known) {
                throw known;
            }
            throw new ProblemException(CommonProblem.FILE_UNREADABLE);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** Pictures are never opened, so they may be as large as they like. */
    private static void requireSmall(COSDocument document) throws IOException {
        long left = MOST_UNPACKED;
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            COSObject object = document.getObjectFromPool(key);
            if (object.getObject() instanceof COSStream stream
                    && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                left -= unpacked(stream, left);
                if (left < 0) {
                    throw new ProblemException(CommonProblem.FILE_UNPACKS_TOO_LARGE);
                }
            }
        }
    }

    private static long unpacked(COSStream stream, long most) throws IOException {
        COSBase filters = stream.getFilters();
        COSBase only = filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters;
        if (only == null || (only instanceof COSArray none && none.size() == 0)) {
            return stream.getLength();
        }
        if (!COSName.FLATE_DECODE.equals(only) && !COSName.FLATE_DECODE_ABBREVIATION.equals(only)) {
            return unusual(stream, filters, most);
        }
        long length = 0;
        byte[] buffer = new byte[8192];
        try (InputStream in = new InflaterInputStream(stream.createRawInputStream())) {
            for (int read = in.read(buffer); read > 0 && length <= most; read = in.read(buffer)) {
                length += read;
            }
        } catch (IOException broken) {
            // A stream that ends too early is read as far as it goes, by the reader as well.
            return length;
        }
        return length;
    }

    /** Other ways of packing: by what they can grow to at most; packed twice there is no telling. */
    private static long unusual(COSStream stream, COSBase filters, long most) {
        boolean twice = filters instanceof COSArray several
                && several.toCOSNameStringList().stream()
                                .filter(name ->
                                        !Objects.requireNonNullElse(name, "").startsWith("ASCII"))
                                .count()
                        > 1;
        return twice ? most + 1 : 1500L * stream.getLength();
    }

    /** What a line break tore apart in the middle of a sentence is one again. */
    private static String paragraphs(List<String> lines) {
        int longest =
                lines.stream().mapToInt(line -> line.strip().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        boolean goesOn = false;
        for (String line : lines) {
            String said = line.strip();
            if (said.isEmpty() || PAGE_NUMBER.matcher(said).matches()) {
                continue;
            }
            if (!text.isEmpty() && !(goesOn && !BEGINS_ANEW.matcher(said).matches())) {
                text.append('\n');
            }
            text.append(said);
            goesOn = said.length() >= FULL * longest && "。；：！？".indexOf(said.charAt(said.length() - 1)) < 0;
        }
        return text.toString();
    }
}
