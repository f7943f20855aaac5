package cn.zhengqi.web.file;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Whether a file that begins like a PDF is one: it has a catalogue that names pages, found as a viewer finds it. Pages and pictures are not looked at. What has to be unpacked for that, and how often the
 * file is gone through, is bounded, and one file is opened at a time, so that none can be made to fill the memory or to keep a processor.
 */
final class PdfFile {

    /** Tables of where things are, of some ten thousand things. */
    private static final int MOST_UNPACKED = 2 * 1024 * 1024;

    /** Bytes read for each byte that there is, where a broken table makes the whole file be searched. */
    private static final int MOST_READS = 60;

    private static final int READS_OF_A_SMALL_ONE = 1024 * 1024;

    /** Far more than a scanned letter has; each costs memory while the file is open. */
    private static final int MOST_OBJECTS = 100_000;

    private static final byte[] OBJECT = "obj".getBytes(StandardCharsets.US_ASCII);

    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private PdfFile() {}

    /** @throws ProblemException FILE_PROTECTED for one that cannot be opened without a password */
    static boolean isOne(byte[] content) {
        if (hasTooManyObjects(content)) {
            return false;
        }
        ONE_AT_A_TIME.lock();
        try (RandomAccessRead counted = new CountedReads(content)) {
            return new Parser(counted).findsPages();
        } catch (InvalidPasswordException locked) {
            throw new ProblemException(CommonProblem.FILE_PROTECTED);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return false;
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** Each is named where it begins and where it ends: a file without a table is searched for these. */
    private static boolean hasTooManyObjects(byte[] content) {
        int found = 0;
        for (int at = 0; at + OBJECT.length <= content.length; at++) {
            if (content[at] == OBJECT[0]
                    && Arrays.equals(content, at, at + OBJECT.length, OBJECT, 0, OBJECT.length)
                    && ++found > 2 * MOST_OBJECTS) {
                return true;
            }
        }
        return false;
    }

    private static final class Parser extends PDFParser {

        Parser(RandomAccessRead source) throws IOException {
            super(source);
            document.close();
            document = new BoundedDocument(this);
            xrefTrailerResolver = new BoundedTables();
        }

        boolean findsPages() throws IOException {
            try (COSDocument opened = document) {
                setLenient(true);
                initialParse();
                COSDictionary catalogue = opened.getTrailer().getCOSDictionary(COSName.ROOT);
                COSDictionary pages = catalogue == null ? null : catalogue.getCOSDictionary(COSName.PAGES);
                COSArray first = pages == null ? null : pages.getCOSArray(COSName.KIDS);
                return first != null && first.size() > 0 && first.getObject(0) instanceof COSDictionary;
            }
        }
    }

    /** A file that would be gone through again and again is given up. */
    private static final class CountedReads extends RandomAccessReadBuffer {

        private long left;

        CountedReads(byte[] content) {
            super(content);
            left = READS_OF_A_SMALL_ONE + (long) MOST_READS * content.length;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(read, 1));
            return read;
        }

        /** What is read through it is counted as well. */
        @Override
        public RandomAccessReadView createView(long start, long length) {
            return new RandomAccessReadView(this, start, length);
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("Read too often");
            }
        }
    }

    private static final class BoundedDocument extends COSDocument {

        private final PDFParser parser;
        private int left = MOST_UNPACKED;

        BoundedDocument(PDFParser parser) {
            super(IOUtils.createMemoryOnlyStreamCache(), parser);
            this.parser = parser;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            COSStream bounded = new BoundedStream(this, parser.createRandomAccessReadView(start, length));
            dictionary.forEach(bounded::setItem);
            bounded.setKey(dictionary.getKey());
            return bounded;
        }

        void unpacks(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("Unpacks to too much");
            }
        }
    }

    /** Tables are unpacked whole: first it is seen how large they become. */
    private static final class BoundedStream extends COSStream {

        private static final int WIDEST_ROW = 4096;

        private final BoundedDocument document;

        BoundedStream(BoundedDocument document, RandomAccessReadView packed) throws IOException {
            super(IOUtils.createMemoryOnlyStreamCache().create(), packed);
            this.document = document;
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            requireRowsOfSomeWidth();
            count();
            return super.createView();
        }

        private void requireRowsOfSomeWidth() throws IOException {
            COSDictionary how = getCOSDictionary(COSName.DECODE_PARMS);
            COSArray several = getCOSArray(COSName.DECODE_PARMS);
            if (several != null && several.size() > 0 && several.getObject(0) instanceof COSDictionary first) {
                how = first;
            }
            if (how != null
                    && (how.getInt(COSName.COLUMNS, 1) > WIDEST_ROW
                            || how.getInt(COSName.COLORS, 1) > 1
                            || how.getInt(COSName.BITS_PER_COMPONENT, 8) > 8)) {
                throw new IOException("A table with rows like those of a picture");
            }
            COSArray fields = getCOSArray(COSName.W);
            if (fields != null
                    && fields.toCOSNumberIntegerList().stream()
                                    .mapToInt(width -> width == null ? 0 : width)
                                    .sum()
                            <= 0) {
                throw new IOException("A table without columns");
            }
        }

        private void count() throws IOException {
            COSBase filters = getFilters();
            COSBase only = filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters;
            if (only == null || (filters instanceof COSArray none && none.size() == 0)) {
                document.unpacks(Math.toIntExact(getLength()));
                return;
            }
            if (!COSName.FLATE_DECODE.equals(only) && !COSName.FLATE_DECODE_ABBREVIATION.equals(only)) {
                throw new IOException("A table that is packed in an unusual way");
            }
            Inflater inflater = new Inflater(true);
            try (InputStream packed = createRawInputStream()) {
                packed.skipNBytes(2);
                InputStream unpacked = new InflaterInputStream(packed, inflater);
                byte[] some = new byte[8192];
                for (int read = unpacked.read(some); read >= 0; read = unpacked.read(some)) {
                    document.unpacks(read);
                }
            } catch (EOFException | ZipException broken) {
                // As far as it goes is how far it will be unpacked.
            } finally {
                inflater.end();
            }
        }
    }

    private static final class BoundedTables extends XrefTrailerResolver {

        private int left = MOST_OBJECTS;

        @Override
        public void setXRef(COSObjectKey object, long offset) {
            if (--left < 0) {
                throw new IllegalStateException("Too many objects");
            }
            super.setXRef(object, offset);
        }
    }
}
