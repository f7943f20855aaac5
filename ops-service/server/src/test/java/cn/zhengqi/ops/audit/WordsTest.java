package cn.zhengqi.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a changed field is called and says, on the page and in the file. */
class WordsTest {

    private final Words words = Words.ALL;

    @Test
    void fields_are_named_and_unknown_ones_shown_as_they_came() {
        assertThat(words.field("agentPhone")).isEqualTo("经办人手机");
        assertThat(words.field("keyVersion")).isEqualTo("密钥版本");
        assertThat(words.field("failedDeliveries")).isEqualTo("处理失败次数");
        assertThat(words.field("facts.employees")).isEqualTo("职工总数");
        assertThat(words.field("fields.phone")).isEqualTo("字段 手机号");
        assertThat(words.field("scopes.企业信息")).isEqualTo("数据范围：企业信息");
        assertThat(words.field("conditions.01")).isEqualTo("条件（第 1 段）");
        assertThat(words.field("conditions.12")).isEqualTo("条件（第 12 段）");
        assertThat(words.field("field"))
                .as("of 查看明文; the column of changes is called 字段 itself")
                .isEqualTo("查看的字段");
        assertThat(words.field("outcome")).isEqualTo("结论");
        assertThat(words.field("notAskedBy")).isEqualTo("不含其本人申请延期的");
        assertThat(words.field("somethingNew")).isEqualTo("somethingNew");
    }

    @Test
    void every_fact_of_the_profile_is_called_as_matching_service_calls_it() throws IOException {
        Path facts = Path.of("../../matching-service/api/src/main/resources/cn/zhengqi/matching/api/facts/facts.json");
        JsonNode all = Json.MAPPER.readTree(Files.readString(facts));
        assertThat(all.size()).isGreaterThan(20);
        for (JsonNode fact : all) {
            assertThat(words.field("facts." + fact.path("name").asString()))
                    .isEqualTo(fact.path("label").asString());
        }
    }

    @Test
    void times_sums_reasons_and_scopes_are_said_as_people_read_them() {
        assertThat(words.value("接口密钥", "expiresAt", "2026-11-27T12:56:25.690807376+08:00"))
                .isEqualTo("2026-11-27 12:56:25");
        assertThat(words.value("接口密钥", "expiresAt", "2027-11-27T16:00:00Z")).isEqualTo("2027-11-28 00:00:00");
        assertThat(words.value("融资申请", "amount", "1200000.00")).isEqualTo("1,200,000");
        assertThat(words.value("融资申请", "amount", "1200000.50")).isEqualTo("1,200,000.5");
        assertThat(words.value("融资申请", "refusalReasonCode", "CREDIT_RECORD")).isEqualTo("征信记录不符合要求");
        assertThat(words.value("接口密钥", "scopes", "code.verify loans.read")).isEqualTo("核验动态企业码、读取在售的贷款产品");
        assertThat(words.value("数据授权", "granted", "true")).isEqualTo("是");
        assertThat(words.value("企业码", "reason", null)).isEqualTo("（无）");
        assertThat(words.value("领码申请", "agentPhone", "138****5678")).isEqualTo("138****5678");
    }

    @Test
    void states_are_said_in_the_words_of_what_they_belong_to() {
        assertThat(words.value("领码申请", "status", "APPROVED")).isEqualTo("审核通过");
        assertThat(words.value("融资申请", "status", "APPROVED")).isEqualTo("审批通过");
        assertThat(words.value("领码申请", "consents", "BASIC、TAX")).isEqualTo("基本信息、税务信息");
        assertThat(words.value("融资需求", "guarantees", "MORTGAGE、PLEDGE")).isEqualTo("抵押、质押");
        assertThat(words.value("登录日志", "result", "LOCKED、BAD_CODE")).isEqualTo("账号已锁定、验证码错误");
        assertThat(words.value("登录日志", "way", "PASSKEY")).isEqualTo("通行密钥");
        assertThat(words.value("信息推送日志", "kind", "CODE")).isEqualTo("企业码");
        assertThat(words.value("企业码", "level", "KEY")).isEqualTo("重点");
        assertThat(words.value("政策", "status", "UPCOMING")).isEqualTo("即将施行");
        assertThat(words.value("反向匹配", "outcome", "UPCOMING"))
                .as("as its page and its file say")
                .isEqualTo("尚未施行");
        assertThat(words.value("反向匹配", "outcome", "ELIGIBLE")).isEqualTo("符合");
    }

    @Test
    void a_service_has_a_name() {
        assertThat(words.service("finance-service")).isEqualTo("融资");
        assertThat(words.service("new-service")).isEqualTo("new-service");
    }
}
