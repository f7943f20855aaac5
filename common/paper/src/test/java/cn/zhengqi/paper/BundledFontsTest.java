package cn.zhengqi.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BundledFontsTest {

    private static final String LIST_OF_FONTS = "pdfbox.fontcache";

    @TempDir
    static Path folder;

    /** PDFBox writes down the fonts of the machine as soon as it has looked for them. */
    @Test
    void fonts_of_the_machine_are_never_looked_for() throws IOException {
        System.setProperty(LIST_OF_FONTS, folder.toString());
        try {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(PaperAutoConfiguration.class))
                    .run(context -> assertThat(context).hasSingleBean(Bulkhead.class));

            assertThat(textOf(written("Receipt 2026"))).contains("Receipt 2026");

            assertThat(folder).isEmptyDirectory();
        } finally {
            System.clearProperty(LIST_OF_FONTS);
        }
    }

    private static byte[] written(String text) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.showText(text);
                content.endText();
            }
            document.save(file);
        }
        return file.toByteArray();
    }

    private static String textOf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
