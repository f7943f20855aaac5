package cn.zhengqi.policy.reading;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a .docx, paragraph by paragraph, with the numbers that Word sets by itself ({@link WordNumbers}). How much the file unpacks to was looked at before. What is struck out as a tracked
 * change is not read, what is inserted is.
 */
final class WordText {

    private static final String DOCUMENT = "word/document.xml";
    private static final String NUMBERING = "word/numbering.xml";

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final XMLStreamReader xml;
    private final WordNumbers numbers;
    private final StringBuilder text = new StringBuilder();

    private WordText(XMLStreamReader xml, WordNumbers numbers) {
        this.xml = xml;
        this.numbers = numbers;
    }

    /** @throws ProblemException DOCUMENT_TYPE_NOT_ALLOWED for a zip that is no .docx, FILE_UNREADABLE for one that is broken */
    static String of(byte[] docx) {
        try {
            byte[] document = part(docx, DOCUMENT);
            if (document == null) {
                throw new ProblemException(PolicyProblem.DOCUMENT_TYPE_NOT_ALLOWED);
            }
            byte[] numbering = part(docx, NUMBERING);
            WordNumbers numbers = numbering == null ? WordNumbers.NONE : WordNumbers.of(reader(numbering));
            return new WordText(reader(document), numbers).read();
        } catch (IOException | XMLStreamException | NumberFormatException broken) {
            throw new ProblemException(CommonProblem.FILE_UNREADABLE);
        }
    }

    private static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        return XML.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private static byte @Nullable [] part(byte[] docx, String name) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(docx))) {
            ZipArchiveEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                if (entry.getName().equals(name)) {
                    return ((InputStream) zip).readAllBytes();
                }
            }
            return null;
        }
    }

    private String read() throws XMLStreamException {
        int level = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("p")) {
                text.append('\n');
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                // The same once more, for programs that cannot draw the other; what was struck out, and how it was
                // numbered before.
                case "Fallback", "del", "moveFrom", "pPrChange" -> skip();
                case "numPr" -> level = 0;
                case "ilvl" -> level = Integer.parseInt(value());
                case "numId" -> text.append(numbers.next(value(), level));
                case "t" -> text.append(xml.getElementText());
                case "tab" -> text.append(' ');
                case "br", "cr" -> text.append('\n');
                default -> {}
            }
        }
        return text.toString();
    }

    private String value() {
        return Objects.requireNonNullElse(WordNumbers.attribute(xml, "val"), "0");
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0 && xml.hasNext(); ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
