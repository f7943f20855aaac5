package cn.zhengqi.policy.reading;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * A PDF whose streams are measured each time one is opened, whoever opens it and be it a page, a font or a stream of objects: how much it unpacks to is counted while it is thrown away, before anything
 * holds it. Refused with a problem, which no reader swallows as it does an IOException. Pictures are never opened, so they may be as large as they like.
 */
final class BoundedPdf extends PDFParser {

    private static final int MOST_OF_ONE = 64 * 1024 * 1024;
    private static final int MOST_OF_ALL = 2 * MOST_OF_ONE;

    /** Opening one costs something, however small it is. */
    private static final int LEAST = 16 * 1024;

    private static final int WIDEST_ROW = 1024 * 1024;

    BoundedPdf(byte[] content) throws IOException {
        super(new RandomAccessReadBuffer(content));
        document.close();
        document = new Measured(this);
    }

    private static final class Measured extends COSDocument {

        private final PDFParser parser;
        private long left = MOST_OF_ALL;

        Measured(PDFParser parser) {
            super(IOUtils.createMemoryOnlyStreamCache(), parser);
            this.parser = parser;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            COSStream measured = new MeasuredStream(this, parser.createRandomAccessReadView(start, length));
            dictionary.forEach(measured::setItem);
            measured.setKey(dictionary.getKey());
            return measured;
        }

        void opens(long unpacked) {
            left -= Math.max(unpacked, LEAST);
            if (unpacked > MOST_OF_ONE || left < 0) {
                throw tooLarge();
            }
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(CommonProblem.FILE_UNPACKS_TOO_LARGE);
    }

    private static final class MeasuredStream extends COSStream {

        private final Measured document;

        MeasuredStream(Measured document, RandomAccessReadView packed) throws IOException {
            super(IOUtils.createMemoryOnlyStreamCache().create(), packed);
            this.document = document;
        }

        /** By whichever way it is opened, this is where its bytes come from; one that is not packed is as large as it is. */
        @Override
        public InputStream createRawInputStream() throws IOException {
            measure();
            return super.createRawInputStream();
        }

        private void measure() throws IOException {
            // Each time: what was locked has other bytes once it is opened.
            requireRowsOfSomeWidth(getDictionaryObject(COSName.DECODE_PARMS, COSName.DP));
            document.opens(unpacked());
        }

        /** A row is held whole, however little of it there is. */
        private static void requireRowsOfSomeWidth(COSBase how) {
            if (how instanceof COSArray several) {
                for (int i = 0; i < several.size(); i++) {
                    requireRowsOfSomeWidth(several.getObject(i));
                }
            }
            if (how instanceof COSDictionary one) {
                long bits = Math.max(1L, one.getInt(COSName.COLUMNS, 1))
                        * Math.max(1L, one.getInt(COSName.COLORS, 1))
                        * Math.max(1L, one.getInt(COSName.BITS_PER_COMPONENT, 8));
                if (bits / 8 > WIDEST_ROW) {
                    throw tooLarge();
                }
            }
        }

        private long unpacked() throws IOException {
            COSBase filters = getFilters();
            COSBase only = filters instanceof COSArray array && array.size() == 1 ? array.getObject(0) : filters;
            if (only == null || (only instanceof COSArray none && none.size() == 0)) {
                return getLength();
            }
            return COSName.FLATE_DECODE.equals(only) || COSName.FLATE_DECODE_ABBREVIATION.equals(only)
                    ? inflated()
                    : unusual(filters);
        }

        /** As the reader does it: it looks neither at the head nor at the sum, and takes one that ends too early as far as it goes. */
        private long inflated() throws IOException {
            long length = 0;
            Inflater inflater = new Inflater(true);
            try (InputStream packed = super.createRawInputStream()) {
                packed.skipNBytes(2);
                InputStream unpacking = new InflaterInputStream(packed, inflater);
                byte[] some = new byte[8192];
                for (int read = unpacking.read(some); read >= 0 && length <= MOST_OF_ONE; read = unpacking.read(some)) {
                    length += read;
                }
                return length;
            } catch (EOFException | ZipException broken) {
                return length;
            } finally {
                inflater.end();
            }
        }

        /** Other ways of packing: by what they can grow to at most; packed twice there is no telling. */
        private long unusual(COSBase filters) {
            boolean twice = filters instanceof COSArray several
                    && several.toCOSNameStringList().stream()
                                    .filter(name -> !Objects.requireNonNullElse(name, "")
                                            .startsWith("ASCII"))
                                    .count()
                            > 1;
            return twice ? MOST_OF_ONE + 1L : 1500L * getLength();
        }
    }
}
