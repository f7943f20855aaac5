package cn.zhengqi.code.about;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.web.CurrentUser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class AboutWebTest extends CodeServiceTest {

    private static final byte[] PNG = picture();

    private static byte[] picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Test
    void everybody_reads_what_staff_wrote_with_its_pictures() {
        String picture = (String) upload(manager, PNG)
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
        rewrite("一码通办", List.of(Map.of("id", picture, "words", "企业在窗口亮码")))
                .expectStatus()
                .isOk();

        service.anonymous()
                .get()
                .uri("/api/code/about")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.intro")
                .isEqualTo("一码通办")
                .jsonPath("$.functions[0].title")
                .isEqualTo("动态码")
                .jsonPath("$.pictures[0].words")
                .isEqualTo("企业在窗口亮码");
        byte[] shown = service.anonymous()
                .get()
                .uri("/api/code/about/pictures/{id}", picture)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_PNG)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(shown).isEqualTo(PNG);
    }

    @Test
    void two_who_rewrite_it_at_once_do_not_overwrite_each_other() {
        int version = version();
        rewrite("甲", List.of()).expectStatus().isOk();

        refused(put(manager, "/about", edit("乙", List.of(), version)), 409, "VERSION_CONFLICT");
    }

    @Test
    void a_picture_that_there_is_not_and_a_file_that_is_no_picture_are_refused() {
        refused(rewrite("图", List.of(Map.of("id", UUID.randomUUID(), "words", "无"))), 400, "VALIDATION_FAILED");
        refused(upload(manager, PDF), 415, "FILE_TYPE_NOT_ALLOWED");
    }

    @Test
    void only_staff_who_manage_codes_rewrite_it() {
        refused(upload(officer, PNG), 403, "FORBIDDEN");
        refused(put(officer, "/about", edit("丙", List.of(), 0)), 403, "FORBIDDEN");
    }

    private RestTestClient.ResponseSpec rewrite(String intro, List<?> pictures) {
        return put(manager, "/about", edit(intro, pictures, version()));
    }

    private int version() {
        return (int) get(manager, "/about/kept")
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("version");
    }

    private static Map<String, Object> edit(String intro, List<?> pictures, int version) {
        return Map.of(
                "version",
                version,
                "content",
                Map.of(
                        "title",
                        "企业码",
                        "intro",
                        intro,
                        "functions",
                        List.of(Map.of("icon", "code", "title", "动态码", "text", "60 秒内有效")),
                        "steps",
                        List.of(),
                        "pictures",
                        pictures));
    }

    private RestTestClient.ResponseSpec upload(CurrentUser user, byte[] content) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return "亮码.png";
            }
        });
        return service.as(user)
                .post()
                .uri("/api/code/about/pictures")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange();
    }
}
