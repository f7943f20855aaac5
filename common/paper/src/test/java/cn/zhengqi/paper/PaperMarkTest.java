package cn.zhengqi.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.web.sheet.Watermark;
import io.github.resilience4j.bulkhead.Bulkhead;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PaperMarkTest {

    private static final Watermark MARK =
            new Watermark("导出人：陈志远（示例农村商业银行股份有限公司） 编号：QB20261201-7K3M-9QX2 导出时间：2026-12-01 10:24:31");

    private final PaperPdf pdf =
            new PaperPdf(Bulkhead.ofDefaults("papers"), new Letterhead("https://zhengqi.example.cn", "示例区政企服务平台"));

    @Test
    void each_page_is_marked_by_what_no_reader_aloud_reads() throws IOException {
        try (PDDocument marked = Loader.loadPDF(pdf.marked(pages(), MARK))) {
            assertThat(marked.getNumberOfPages()).isGreaterThan(1);
            for (PDPage page : marked.getPages()) {
                assertThat(marksOf(page)).hasSize(1);
            }
            assertThat(marked.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
        try (PDDocument plain = Loader.loadPDF(pdf.of(pages()))) {
            assertThat(marksOf(plain.getPage(0))).isEmpty();
        }
    }

    @Test
    void what_stands_under_the_mark_is_selected_and_searched_as_if_there_were_none() throws IOException {
        try (PDDocument marked = Loader.loadPDF(pdf.marked(pages(), MARK));
                PDDocument plain = Loader.loadPDF(pdf.of(pages()))) {
            assertThat(new PDFTextStripper().getText(marked)).isEqualTo(new PDFTextStripper().getText(plain));
        }
    }

    /** Whichever part of a page is cut out shows it, and what it covers is as dark as before but for a little. */
    @Test
    void the_mark_is_on_every_part_of_a_page_and_light() throws IOException {
        try (PDDocument marked = Loader.loadPDF(pdf.marked(pages(), MARK));
                PDDocument plain = Loader.loadPDF(pdf.of(pages()))) {
            for (int page = 0; page < marked.getNumberOfPages(); page++) {
                BufferedImage with = new PDFRenderer(marked).renderImage(page);
                BufferedImage without = new PDFRenderer(plain).renderImage(page);
                for (int part = 0; part < 12; part++) {
                    int[] differences = differences(with, without, part % 3, part / 3);
                    assertThat(IntStream.of(differences).filter(it -> it > 8).count())
                            .as("page %s, part %s", page, part)
                            .isGreaterThan(200);
                    assertThat(IntStream.of(differences).max().orElseThrow()).isLessThan(40);
                }
            }
        }
    }

    /** What is drawn as an artifact of that kind. */
    private static List<COSName> marksOf(PDPage page) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        return IntStream.range(2, tokens.size())
                .filter(at ->
                        tokens.get(at) instanceof Operator it && it.getName().equals("BDC"))
                .filter(at -> COSName.ARTIFACT.equals(tokens.get(at - 2)) && tokens.get(at - 1) instanceof COSName)
                .mapToObj(at -> (COSName) tokens.get(at - 1))
                .filter(name -> "Watermark"
                        .equals(page.getResources()
                                .getProperties(name)
                                .getCOSObject()
                                .getNameAsString(COSName.SUBTYPE)))
                .toList();
    }

    /** Of each point of one of three columns and four rows, by how much it is darker. */
    private static int[] differences(BufferedImage with, BufferedImage without, int column, int row) {
        int width = with.getWidth() / 3;
        int height = with.getHeight() / 4;
        return IntStream.range(0, width * height)
                .map(at -> {
                    int x = column * width + at % width;
                    int y = row * height + at / width;
                    return new Color(without.getRGB(x, y)).getGreen() - new Color(with.getRGB(x, y)).getGreen();
                })
                .toArray();
    }

    private static Function<Letterhead, Document> pages() {
        return letterhead -> {
            PaperPages pages = new PaperPages(
                    letterhead,
                    new PaperPages.Paper("企业信息报告", "报告", "QB20261201-7K3M-9QX2", "0".repeat(64), "示例精密机械有限公司"),
                    MARK);
            return pages.document(
                    "企业信息报告",
                    "",
                    pages.head(List.of(List.of("统一社会信用代码", "91500113MAX5XQ4WX4"))),
                    pages.section(
                            "司法与合规记录",
                            List.of(pages.table(
                                    "facts",
                                    List.of("类别", "事项", "日期"),
                                    IntStream.range(0, 60)
                                            .mapToObj(i -> List.of("裁判文书", "买卖合同纠纷 " + i, "2025-03-01"))
                                            .toList()))));
        };
    }
}
