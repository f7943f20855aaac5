package cn.zhengqi.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.testing.Repository;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9421 by its own test vectors, and by the worked example that the guide shows. */
class SignatureTest {

    /** RFC 9421, appendix B.1.5. */
    private static final byte[] RFC_SECRET = Base64.getDecoder()
            .decode("uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==");

    /** RFC 9421, appendix B.2: test-request. */
    private static final SignedMessage RFC_REQUEST = message(
            "POST",
            "https",
            "example.com",
            "/foo",
            "param=Value&Pet=dog",
            Map.of(
                    "date", "Tue, 20 Apr 2021 02:07:55 GMT",
                    "content-type", "application/json",
                    "content-digest",
                            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:",
                    "content-length", "18"));

    private static final Instant EXAMPLE_TIME = Instant.ofEpochSecond(1_767_225_600);

    @Test
    void the_vector_of_the_standard_for_hmac_sha256_is_met() {
        InnerList covered = Parser.parseInnerList(
                "(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"");

        String base = RFC_REQUEST.signatureBase(covered);

        assertThat(base).isEqualTo("""
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@authority": example.com
                "content-type": application/json
                "@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"\
                """);
        assertThat(Base64.getEncoder()
                        .encodeToString(MessageSignature.hmac(RFC_SECRET, base.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=");
    }

    @ParameterizedTest
    @CsvSource({
        "@method, POST",
        "@target-uri, https://example.com/foo?param=Value&Pet=dog",
        "@authority, example.com",
        "@scheme, https",
        "@request-target, /foo?param=Value&Pet=dog",
        "@path, /foo",
        "@query, ?param=Value&Pet=dog"
    })
    void derived_components_are_those_of_the_standard(String component, String value) {
        assertThat(RFC_REQUEST.signatureBase(Parser.parseInnerList("(\"" + component + "\")")))
                .startsWith("\"" + component + "\": " + value + "\n");
    }

    @Test
    void what_is_usual_is_left_out_of_the_authority_and_a_query_is_never_quite_absent() {
        SignedMessage plain = message("GET", "https", "WWW.Example.com:443", "", null, Map.of());

        assertThat(plain.signatureBase(Parser.parseInnerList("(\"@authority\" \"@path\" \"@query\")")))
                .startsWith("\"@authority\": www.example.com\n\"@path\": /\n\"@query\": ?\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\"@query-param\";name=\"Pet\")",
                "(\"@status\")",
                "(\"x-missing\")",
                "(\"Date\")",
                "(\"date\" \"date\")",
                "(\"content-type\";bs)"
            })
    void what_is_not_understood_is_refused_rather_than_left_out(String covered) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RFC_REQUEST.signatureBase(Parser.parseInnerList(covered)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OpenApiProblem.SIGNATURE_INVALID));
    }

    /** GB/T 32918.5, appendix A.2: the usual curve and identity, r and s beside each other. */
    @Test
    void the_vector_of_the_standard_for_sm2_is_met() {
        byte[] point = HexFormat.of()
                .parseHex("04"
                        + "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
        byte[] text = "message digest".getBytes(StandardCharsets.US_ASCII);
        byte[] signature = HexFormat.of()
                .parseHex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                        + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");

        assertThat(Sm2.verifies(point, text, signature)).isTrue();
        signature[40] ^= 1;
        assertThat(Sm2.verifies(point, text, signature)).isFalse();
        assertThat(Sm2.verifies(point, text, new byte[] {1, 2, 3})).isFalse();
        assertThat(Sm2.verifies(point, text, new byte[64])).isFalse();
    }

    /** GB/T 32905, appendix A.1. */
    @Test
    void a_digest_by_sm3_counts_and_beside_another_both_have_to_be_right() {
        byte[] body = "abc".getBytes(StandardCharsets.US_ASCII);
        String sm3 = "sm3=:" + base64("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0") + ":";
        String sha256 = "sha-256=:" + base64("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") + ":";

        assertThatNoException().isThrownBy(() -> ContentDigest.check(List.of(sm3), body));
        assertThatNoException().isThrownBy(() -> ContentDigest.check(List.of(sha256, sm3), body));
        for (List<String> wrong : List.of(
                List.of(sm3.replace("66", "67").replace("Zs", "Zt"), sha256),
                List.of("sm3=1"),
                List.of("md5=:AAAA:"),
                List.<String>of())) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> ContentDigest.check(wrong, body))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OpenApiProblem.DIGEST_INVALID));
        }
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    @Test
    void the_worked_example_of_the_guide_is_right() {
        String guide = Repository.text("docs/openapi/README.md");
        String request = block(guide, "http");
        Map<String, String> headers = Arrays.stream(block(guide, "headers").split("\n"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(": ")).toLowerCase(java.util.Locale.ROOT),
                        line -> line.substring(line.indexOf(": ") + 2)));
        byte[] body = request.substring(request.indexOf("\n\n") + 2).getBytes(StandardCharsets.UTF_8);
        SignedMessage message = message("POST", "https", "open.example.cn", "/openapi/v1/codes/verify", null, headers);
        String secret = between(guide, "密钥 `", "`");

        MessageSignature signature = MessageSignature.read(message);

        assertThat(signature.keyId()).isEqualTo(between(guide, "密钥编号 `", "`"));
        assertThat(message.signatureBase(signature.covered())).isEqualTo(block(guide, "text"));
        assertThatNoException().isThrownBy(() -> {
            ContentDigest.check(List.of(headers.get("content-digest")), body);
            signature.check(
                    message,
                    true,
                    new MessageSignature.Keys(List.of(Base64.getDecoder().decode(secret)), List.of()),
                    EXAMPLE_TIME);
        });
    }

    private static String block(String guide, String kind) {
        return between(guide, "```" + kind + "\n", "\n```");
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private static SignedMessage message(
            String method, String scheme, String authority, String path, String query, Map<String, String> fields) {
        return new SignedMessage(
                method,
                scheme,
                authority,
                path,
                query,
                name -> fields.containsKey(name) ? List.of(fields.get(name)) : List.of());
    }
}
