package cn.zhengqi.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @Test
    void a_file_is_what_its_content_says() throws IOException {
        assertThat(FileKind.of(pdf(null, null))).contains(FileKind.PDF);
        assertThat(FileKind.of(picture("png", 3, 2))).contains(FileKind.PNG);
        assertThat(FileKind.of(picture("jpg", 3, 2))).contains(FileKind.JPEG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffd8ffe000104a46", "89504e470d0a1a0a0000"})
    void what_only_begins_like_a_picture_is_none(String bytes) {
        assertThat(FileKind.of(HexFormat.of().parseHex(bytes))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000", "10001, 1", "1, 10001", "9000, 9000"})
    void a_picture_that_is_small_and_huge_when_opened_is_refused_by_its_head(int width, int height) throws IOException {
        byte[] png = picture("png", 1, 1);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FileKind.of(png))
                .extracting(ProblemException::code)
                .isEqualTo(CommonProblem.PICTURE_TOO_LARGE);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    @Test
    void what_only_begins_like_a_pdf_is_none() throws IOException {
        byte[] whole = pdf(null, null);
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);

        assertThat(FileKind.of("%PDF-1.4".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(FileKind.of(after("%PDF-1.7\n", noise))).isEmpty();
        assertThat(FileKind.of(after("%PDF-1.7\n", "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
        assertThat(FileKind.of(Arrays.copyOf(whole, 40))).as("cut off early").isEmpty();
        assertThat(FileKind.of(after("%PDF-1.7\n1 0 obj\n", "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
    }

    @Test
    void a_pdf_whose_table_is_wrong_is_opened_as_viewers_do() throws IOException {
        String whole = new String(pdf(null, null), StandardCharsets.ISO_8859_1);
        String wrong = whole.replaceFirst("startxref\\s+\\d+", "startxref\n7");

        assertThat(FileKind.of(wrong.getBytes(StandardCharsets.ISO_8859_1))).contains(FileKind.PDF);
    }

    @Test
    void a_pdf_that_asks_for_a_password_is_refused_in_words_and_one_that_only_forbids_printing_is_taken()
            throws IOException {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FileKind.of(pdf("owner", "user")))
                .extracting(ProblemException::code)
                .isEqualTo(CommonProblem.FILE_PROTECTED);
        assertThat(FileKind.of(pdf("owner", ""))).contains(FileKind.PDF);
    }

    @ParameterizedTest
    @CsvSource({"20000000, 5", "4000, 0", "3000000, 5"})
    void a_pdf_whose_tables_unpack_to_too_much_or_have_no_end_is_none(int bytes, int width) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(new byte[bytes]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String table = "%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 99999999 /Root 2 0 R /W [0 " + width
                + " 0] /Filter /FlateDecode /Length " + packed.size() + " >>\nstream\n";
        byte[] file = after(
                table + packed.toString(StandardCharsets.ISO_8859_1),
                "\nendstream\nendobj\nstartxref\n9\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(FileKind.of(file)).isEmpty();
    }

    @Test
    void a_pdf_of_endless_objects_is_none() {
        String many = IntStream.range(1, 250_000)
                .mapToObj(number -> number + " 0 obj\n")
                .collect(Collectors.joining());

        assertThat(FileKind.of(after("%PDF-1.5\n", many.getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
    }

    /** With a password for whoever may change it and one for whoever opens it, or without any. */
    private static byte[] pdf(@Nullable String owner, @Nullable String user) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            if (owner != null) {
                StandardProtectionPolicy protection =
                        new StandardProtectionPolicy(owner, user, AccessPermission.getOwnerAccessPermission());
                protection.setEncryptionKeyLength(128);
                document.protect(protection);
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] after(String beginning, byte[] rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(beginning.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(rest);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\u0090", "<html>", "PK\u0003\u0004", "%PDF", "", "GIF89a", "<svg xmlns="})
    void everything_else_is_none_of_them(String content) {
        assertThat(FileKind.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "授权书.PDF, 授权书.pdf",
        "letter.exe, letter.pdf",
        "../../etc/passwd, passwd.pdf",
        "C:\\temp\\授权书.docx, 授权书.pdf",
        "'a\r\nSet-Cookie: x.pdf', aSet-Cookie x.pdf",
        "'', 文件.pdf",
        "'   .pdf', 文件.pdf"
    })
    void a_name_is_made_harmless_and_gets_the_ending_of_its_content(String given, String shown) {
        assertThat(FileName.of(given, FileKind.PDF)).isEqualTo(shown);
    }

    @Test
    void an_endless_name_is_cut() {
        assertThat(FileName.of("长".repeat(500) + ".pdf", FileKind.PDF)).hasSize(104);
        assertThat(FileName.of("😀".repeat(100) + ".pdf", FileKind.PDF)).hasSize(104);
        assertThat(FileName.of(null, FileKind.PNG)).isEqualTo("文件.png");
    }
}
