package cn.zhengqi.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @ParameterizedTest
    @CsvSource({"255044462d312e34, PDF", "ffd8ffe000104a46, JPEG", "89504e470d0a1a0a0000, PNG"})
    void a_file_is_what_its_first_bytes_say(String bytes, FileKind kind) {
        assertThat(FileKind.of(HexFormat.of().parseHex(bytes))).contains(kind);
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
