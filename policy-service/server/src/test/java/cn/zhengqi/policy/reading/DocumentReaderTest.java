package cn.zhengqi.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.testing.TestPdf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Text out of files, and files that have none or are not what they say. */
class DocumentReaderTest {

    private static final String HEADER = "4 0 ";
    private static final String OBJECTS = HEADER + "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> ";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private final DocumentReader reader = new DocumentReader();

    @Test
    void a_docx_is_read_with_the_numbers_that_word_sets_and_without_what_was_struck_out() {
        byte[] docx = docx("""
                <w:p><w:r><w:t>关于测试的通知</w:t></w:r></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>申报条件：</w:t></w:r></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr>
                  <w:r><w:t>职工总数</w:t></w:r><w:del><w:r><w:delText>10</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>20人以上</w:t></w:r></w:ins></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>资产负债率</w:t></w:r><w:r><w:t>不高于70%</w:t></w:r></w:p>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>表中的字</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                """, """
                <w:abstractNum w:abstractNumId="3">
                  <w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条 "/></w:lvl>
                  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
                </w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>
                """);

        assertThat(reader.read("C:\\文件\\通知<1>.docx", docx))
                .isEqualTo(new DocumentReader.ReadText(
                        "通知1.docx", "关于测试的通知\n第二条 申报条件：\n（一）职工总数20人以上\n（二）资产负债率不高于70%\n表中的字"));
    }

    @Test
    void the_lines_of_a_pdf_are_paragraphs_again() throws IOException {
        byte[] pdf = pdf("第一条　申请企业的上年度营业收入应当不低", "于五百万元，且资产负债率不高于百分之七十。", "- 1 -", "（一）职工总数二十人以上；");

        assertThat(reader.read("通知.pdf", pdf).text())
                .isEqualTo("第一条 申请企业的上年度营业收入应当不低于五百万元，且资产负债率不高于百分之七十。\n（一）职工总数二十人以上；");
    }

    @Test
    void radicals_that_a_writer_gave_for_characters_are_the_characters() {
        assertThat(Radicals.asCharacters("上年度营业收⼊增⻓（%）、职⼯⼈数①，豈")).isEqualTo("上年度营业收入增长（%）、职工人数①，豈");
    }

    @Test
    void a_pdf_that_says_radicals_is_read_in_words() throws IOException {
        assertThat(reader.read("通知.pdf", pdf("（一）上年度营业收⼊不低于五百万元，职⼯总数二十⼈以上；")).text())
                .isEqualTo("（一）上年度营业收入不低于五百万元，职工总数二十人以上；");
    }

    @Test
    void a_scanned_pdf_has_no_text_and_is_told_so() {
        refused(TestPdf.ofOnePage(), PolicyProblem.DOCUMENT_WITHOUT_TEXT);
    }

    @Test
    void a_pdf_with_a_password_is_refused() throws IOException {
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(TestPdf.ofOnePage())) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(locked);
        }
        refused(locked.toByteArray(), CommonProblem.FILE_PROTECTED);
    }

    @Test
    void an_old_doc_a_locked_docx_a_spreadsheet_and_a_text_are_refused_each_with_its_reason() {
        byte[] old = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        locked.writeBytes(old);
        locked.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        refused(old, PolicyProblem.DOCUMENT_TYPE_NOT_ALLOWED);
        refused(locked.toByteArray(), CommonProblem.FILE_PROTECTED);
        refused(zip(Map.of("xl/workbook.xml", "<workbook/>")), PolicyProblem.DOCUMENT_TYPE_NOT_ALLOWED);
        refused("职工总数20人以上".getBytes(StandardCharsets.UTF_8), PolicyProblem.DOCUMENT_TYPE_NOT_ALLOWED);
        refused(new byte[0], CommonProblem.VALIDATION_FAILED);
        refused(new byte[DocumentReader.MAX_BYTES + 1], PolicyProblem.FILE_TOO_LARGE);
    }

    @Test
    void a_broken_docx_and_a_broken_pdf_are_unreadable() {
        refused(zip(Map.of("word/document.xml", "<w:document><w:p>")), CommonProblem.FILE_UNREADABLE);
        refused("%PDF-1.7\nnothing that follows".getBytes(StandardCharsets.UTF_8), CommonProblem.FILE_UNREADABLE);
    }

    @Test
    void files_that_unpack_to_too_much_are_refused_before_anything_holds_them() throws IOException {
        refused(
                zip(Map.of("word/document.xml", "<w:document>" + " ".repeat(4_000_000) + "</w:document>")),
                CommonProblem.FILE_UNPACKS_TOO_LARGE);
        refused(pdf(new byte[80 * 1024 * 1024]), CommonProblem.FILE_UNPACKS_TOO_LARGE);
    }

    /** What a page is made of lies in a stream of objects, which has to be unpacked before anybody knows of the page. */
    @Test
    void a_pdf_whose_stream_of_objects_is_a_bomb_is_refused_before_it_is_unpacked() throws IOException {
        refusedInBounds(withObjectStream(bomb(400)));
    }

    @Test
    void a_pdf_whose_bomb_has_a_broken_head_is_measured_as_the_reader_reads_it() throws IOException {
        byte[] packed = bomb(400);
        packed[0] = 0;
        refusedInBounds(withObjectStream(packed));
    }

    /** Each form draws the one below it ten times: a few hundred bytes, and ten to the ninth drawings. */
    @Test
    void a_pdf_that_draws_without_end_is_given_up() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDFormXObject below = form(document, "0 0 m n", null);
            for (int level = 0; level < 9; level++) {
                below = form(document, "/F Do ".repeat(10), below);
            }
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F"), below);
            page.setResources(resources);
            page.setContents(
                    new PDStream(document, new ByteArrayInputStream("/F Do".getBytes(StandardCharsets.US_ASCII))));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            refusedInBounds(file.toByteArray());
        }
    }

    @Test
    void a_pdf_with_more_letters_than_anybody_reads_is_refused_while_they_are_counted() throws IOException {
        byte[] pdf = pdf(("BT /F1 10 Tf <" + "4e00".repeat(500_000) + "> Tj ET").getBytes(StandardCharsets.US_ASCII));
        refused(pdf, PolicyProblem.DOCUMENT_TOO_LONG);
    }

    private void refusedInBounds(byte[] file) {
        assertTimeoutPreemptively(Duration.ofMinutes(3), () -> refused(file, CommonProblem.FILE_UNPACKS_TOO_LARGE));
    }

    private static PDFormXObject form(PDDocument document, String content, @Nullable PDFormXObject below)
            throws IOException {
        PDFormXObject form = new PDFormXObject(
                new PDStream(document, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII))));
        form.setBBox(new PDRectangle(10, 10));
        if (below != null) {
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F"), below);
            form.setResources(resources);
        }
        return form;
    }

    /** So many megabytes of blanks behind what the page needs. */
    private static byte[] bomb(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(OBJECTS.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < megabytes; i++) {
                out.write(blanks);
            }
        }
        return packed.toByteArray();
    }

    /** The catalogue and the page lie open, the font of the page in the stream of objects. */
    private static byte[] withObjectStream(byte[] packed) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int[] at = new int[7];
        file.writeBytes(ascii("%PDF-1.5\n"));
        at[1] = file.size();
        file.writeBytes(ascii("1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"));
        at[2] = file.size();
        file.writeBytes(ascii("2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"));
        at[3] = file.size();
        file.writeBytes(ascii("3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 6 0 R"
                + " /Resources << /Font << /F1 4 0 R >> >> >> endobj\n"));
        at[5] = file.size();
        file.writeBytes(ascii("5 0 obj << /Type /ObjStm /N 1 /First " + HEADER.length()
                + " /Filter /FlateDecode /Length " + packed.length + " >> stream\n"));
        file.writeBytes(packed);
        file.writeBytes(ascii("\nendstream endobj\n"));
        String content = "BT /F1 10 Tf 50 700 Td (twenty employees) Tj ET";
        at[6] = file.size();
        file.writeBytes(
                ascii("6 0 obj << /Length " + content.length() + " >> stream\n" + content + "\nendstream endobj\n"));
        int table = file.size();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int object = 0; object <= 7; object++) {
            boolean inStream = object == 4;
            int where = inStream ? 5 : object == 7 ? table : at[Math.min(object, 6)];
            rows.write(object == 0 ? 0 : inStream ? 2 : 1);
            rows.writeBytes(new byte[] {(byte) (where >> 24), (byte) (where >> 16), (byte) (where >> 8), (byte) where});
            rows.write(0);
        }
        file.writeBytes(
                ascii("7 0 obj << /Type /XRef /Size 8 /W [1 4 1] /Root 1 0 R /Length " + rows.size() + " >> stream\n"));
        file.writeBytes(rows.toByteArray());
        file.writeBytes(ascii("\nendstream endobj\nstartxref\n" + table + "\n%%EOF"));
        return file.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void a_text_that_nobody_would_go_through_is_refused_with_how_long_it_is() {
        byte[] docx = docx("<w:p><w:r><w:t>" + "一二三四五六七八九十".repeat(4_001) + "</w:t></w:r></w:p>", "");
        assertThatThrownBy(() -> reader.read("长.docx", docx))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("40010 字");
    }

    private void refused(byte[] file, ProblemCode code) {
        assertThatThrownBy(() -> reader.read("文件.pdf", file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static byte[] docx(String body, String numbering) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("word/document.xml", "<w:document " + W + "><w:body>" + body + "</w:body></w:document>");
        parts.put("word/numbering.xml", "<w:numbering " + W + ">" + numbering + "</w:numbering>");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] pdf(String... lines) throws IOException {
        StringBuilder content = new StringBuilder("BT /F1 10 Tf 50 800 Td 14 TL\n");
        for (String line : lines) {
            content.append('<')
                    .append(HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)))
                    .append("> Tj T*\n");
        }
        return pdf(content.append("ET").toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** With a font that needs no file: its codes are letters as they are. */
    private static byte[] pdf(byte[] content) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            COSDictionary system = new COSDictionary();
            system.setItem(COSName.REGISTRY, new COSString("Adobe"));
            system.setItem(COSName.ORDERING, new COSString("GB1"));
            system.setInt(COSName.SUPPLEMENT, 2);
            COSDictionary letters = new COSDictionary();
            letters.setItem(COSName.TYPE, COSName.FONT);
            letters.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
            letters.setName(COSName.BASE_FONT, "STSong-Light");
            letters.setItem(COSName.CIDSYSTEMINFO, system);
            COSDictionary looks = new COSDictionary();
            looks.setItem(COSName.TYPE, COSName.FONT_DESC);
            looks.setName(COSName.FONT_NAME, "STSong-Light");
            looks.setInt(COSName.FLAGS, 4);
            letters.setItem(COSName.FONT_DESC, looks);
            letters.setInt(COSName.DW, 1000);
            COSArray descendants = new COSArray();
            descendants.add(letters);
            COSDictionary font = new COSDictionary();
            font.setItem(COSName.TYPE, COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE0);
            font.setName(COSName.BASE_FONT, "STSong-Light-UniGB-UCS2-H");
            font.setName(COSName.ENCODING, "UniGB-UCS2-H");
            font.setItem(COSName.DESCENDANT_FONTS, descendants);
            COSDictionary fonts = new COSDictionary();
            fonts.setItem(COSName.getPDFName("F1"), font);
            COSDictionary resources = new COSDictionary();
            resources.setItem(COSName.FONT, fonts);
            page.setResources(new PDResources(resources));
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content);
            }
            page.setContents(new PDStream(stream));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        }
    }
}
