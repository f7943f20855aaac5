package cn.zhengqi.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @Test
    void a_file_is_what_its_content_says() throws IOException {
        assertThat(FileKind.of(HexFormat.of().parseHex("255044462d312e34"))).contains(FileKind.PDF);
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
