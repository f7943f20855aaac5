package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AliyunSignatureTest {

    private final AliyunSignature signature = new AliyunSignature("YourAccessKeyId", "YourAccessKeySecret");

    @Test
    void the_worked_example_of_alibaba_clouds_documentation_comes_out() {
        var query = new TreeMap<>(
                Map.of("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId", "cn-shanghai"));
        var headers = Map.of(
                "host", "ecs.cn-shanghai.aliyuncs.com",
                "x-acs-action", "RunInstances",
                "x-acs-content-sha256", AliyunSignature.EMPTY_BODY_HASH,
                "x-acs-date", "2023-10-26T10:22:32Z",
                "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                "x-acs-version", "2014-05-26");

        assertThat(signature.authorization(query, headers))
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,"
                        + "SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void text_is_encoded_as_the_rfc_says_and_not_as_forms_do() {
        assertThat(AliyunSignature.canonicalQuery(new TreeMap<>(Map.of("b", "巴 南*~", "A", "{\"code\":\"1\"}"))))
                .isEqualTo("A=%7B%22code%22%3A%221%22%7D&b=%E5%B7%B4%20%E5%8D%97%2A~");
    }

    @Test
    void the_secret_is_not_told_by_chance() {
        assertThat(signature.toString()).doesNotContain("YourAccessKeySecret");
    }
}
