package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TencentSignatureTest {

    /** Its id and its key are printed with these asterisks, and the signature is made with them. */
    private final TencentSignature signature =
            new TencentSignature("AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******", "Gu5t9xGARNpq86cd98joQYCN3*******");

    @Test
    void the_worked_example_of_tencent_clouds_documentation_comes_out() {
        String body =
                "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";

        assertThat(signature.authorization("cvm", "cvm.tencentcloudapi.com", body, Instant.ofEpochSecond(1551113065)))
                .isEqualTo(
                        "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******/2019-02-25/cvm/tc3_request, "
                                + "SignedHeaders=content-type;host, "
                                + "Signature=2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c");
    }

    @Test
    void the_secret_is_not_told_by_chance() {
        assertThat(signature.toString()).doesNotContain("Gu5t9xGARNpq86cd98joQYCN3");
    }
}
