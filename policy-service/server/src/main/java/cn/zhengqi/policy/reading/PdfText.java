package cn.zhengqi.policy.reading;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a PDF, its lines joined to paragraphs again. What it unpacks to ({@link BoundedPdf}), draws and says is bounded; one file is read at a time.
 */
final class PdfText {

    private static final int MOST_PAGES = 300;
    private static final int MOST_OPERATORS = 3_000_000;
    private static final int MOST_LETTERS = 10 * Proposer.MOST_CHARACTERS;

    /** A line that is shorter than this share of the longest ends a paragraph. */
    private static final double FULL = 0.75;

    private static final Pattern BEGINS_ANEW = Pattern.compile(
            "^(?:第[一二三四五六七八九十百\\d]+[章条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\\d]+[）)]|\\d{1,2}[.．、]|[①-⑳]).*");
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—－\\s]*\\d{1,3}[-—－\\s]*");

    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private PdfText() {}

    /** @throws ProblemException FILE_UNPACKS_TOO_LARGE, FILE_UNREADABLE, DOCUMENT_TOO_LONG */
    static String of(byte[] pdf) {
        ONE_AT_A_TIME.lock();
        try (PDDocument document = new BoundedPdf(pdf).parse()) {
            PDFTextStripper stripper = new BoundedStripper();
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

    /** A page can draw the same form again and again, and a form others: what is carried out is counted, and every letter, which each cost memory until the page ends. */
    private static final class BoundedStripper extends PDFTextStripper {

        private int operatorsLeft = MOST_OPERATORS;
        private int lettersLeft = MOST_LETTERS;

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (--operatorsLeft < 0) {
                throw new ProblemException(CommonProblem.FILE_UNPACKS_TOO_LARGE);
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (--lettersLeft < 0) {
                throw new ProblemException(PolicyProblem.DOCUMENT_TOO_LONG);
            }
            super.processTextPosition(text);
        }
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
